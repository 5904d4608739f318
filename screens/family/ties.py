"""Whose an adult is: one line of answers for every child, asked below the adult's own form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.records.people import Person, Relationship
from screens.forms.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from ehtui.changes import RowChange
    from ehtui.opening import OpenCase
    from screens.forms.editing import Editing

ASKED: Final = ("kind", "parental_responsibility", "primary_carer")
TABLE: Final = str(Relationship.__tablename__)
UNBORN: Final = "-unborn"
MOTHERS: Final = {"mother": "mother_of_unborn", "mother_of_unborn": "mother"}


class Ties(Vertical):
    """The relationships of one adult to the children, in the section's own change set."""

    def __init__(self, editing: Editing, opened: OpenCase, person_id: str) -> None:
        """Ask about every child, those not saved yet included."""
        super().__init__(classes="ties")
        self._editing = editing
        self._opened = opened
        self._person_id = person_id

    def compose(self) -> ComposeResult:
        """Give a form for each child, or say that there is nobody to ask about."""
        children = list(self._children())
        if not children:
            yield Static(Content("Whose parent or carer? Add the children first: F6, then c."))
        for child_id, name, unborn in children:
            existing = self._saved(child_id)
            form = RecordForm(
                self._editing,
                self._opened.wording,
                Relationship,
                existing=existing,
                row=None if existing else self._begun(child_id),
                fields=ASKED,
                title=name,
                defaults={"person_id": self._person_id, "child_id": child_id},
            )
            form.set_class(unborn, UNBORN)
            yield form

    def same_for_all(self) -> int:
        """Copy the first child's answers to those without any; return how many were answered.

        Between born and unborn children only the mother is taken to be the same.
        """
        forms = list(self.query(RecordForm))
        said = next((form for form in forms if form.held("kind")), None)
        if said is None:
            return 0
        answers = {name: said.held(name) for name in ASKED}
        mother = MOTHERS.get(answers["kind"])
        told = 0
        for form in forms:
            alike = form.has_class(UNBORN) == said.has_class(UNBORN)
            mine = answers if alike else {"kind": mother} if mother else {}
            if mine and not any(map(form.held, ASKED)):
                form.put(**mine)
                told += 1
        return told

    def _children(self) -> Iterator[tuple[str, str, bool]]:
        """Give key and name of each child, and whether it is unborn."""
        for child in self._opened.file.children:
            yield child.id, child.called, child.is_unborn
        said = self._opened.wording.said
        for row in self._editing.changes.rows:
            is_new_person = row.record is Person and not row.version
            if is_new_person and row.typed.get("kind") in ("child", "unborn"):
                name = said(Person, "given", row.typed.get("given")) or "the baby"
                yield row.record_id, name, row.typed["kind"] == "unborn"

    def _saved(self, child_id: str) -> Relationship | None:
        pair = (self._person_id, child_id)
        rows = self._opened.file.relationships
        return next((row for row in rows if (row.person_id, row.child_id) == pair), None)

    def _begun(self, child_id: str) -> RowChange | None:
        pair = (self._person_id, child_id)
        return next(
            (
                row
                for row in self._editing.changes.rows
                if row.table == TABLE
                and (row.typed.get("person_id"), row.typed.get("child_id")) == pair
            ),
            None,
        )
