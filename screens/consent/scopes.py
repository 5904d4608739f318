"""Which services may see it: in, out, or only one subject (S5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data.codes.lists import codes, words
from data.records.consent import ConsentScope
from screens.say import say
from screens.widgets.ask_words import AskWords
from screens.widgets.go_on import go_on
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from ehtui.changes import RowChange
    from screens.forms.editing import Editing

TABLE = str(ConsentScope.__tablename__)
EVERYTHING = "everything"


class ScopeMatrix(OptionList):
    """The services of the case; i lets one in, o keeps it out, s says only this subject.

    n says in the family's words what exactly it is about.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "include", show=False),
        Binding("o", "exclude", show=False),
        Binding("s", "only", show=False),
        Binding("n", "note", show=False),
        Binding("backspace,delete", "clear_service", show=False),
    ]

    class Named(Message):
        """A service was let in, kept out or taken off."""

    def __init__(self, editing: Editing, file: CaseFile, consent: RowChange) -> None:
        """Name services in the consent that is being written."""
        super().__init__(id="scopes", compact=True)
        self._editing = editing
        self._file = file
        self._consent = consent

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that the letters belong to the services here."""
        return key in ("i", "o", "s", "n")

    def on_mount(self) -> None:
        """List the services."""
        self.show()

    def show(self) -> None:
        """List the services as they stand, the cursor where it was."""
        here = self.highlighted
        self.clear_options()
        self.add_options(Option(self._line(key, name), key) for key, name in self._services())
        if self.option_count:
            self.highlighted = min(here or 0, self.option_count - 1)

    def action_include(self) -> None:
        """Let the service see everything."""
        self._put(included=True)

    def action_exclude(self) -> None:
        """Keep the service out."""
        self._put(included=False)

    def action_clear_service(self) -> None:
        """Say nothing of the service."""
        if key := self._key():
            self._editing.leave_out(self._scopes(key))
            self._changed()

    def action_only(self) -> None:
        """Ask which subject alone the service may see."""
        if self._key():
            lines = [(one.words, one.code) for one in codes("subject") if one.code != EVERYTHING]
            self.app.push_screen(Pick("Only what?", lines), self._take_subject)

    def _take_subject(self, subject: str | None) -> None:
        key = self._key()
        if not subject or not key:
            return
        gone = [one for one in self._scopes(key) if _says(one, True, EVERYTHING)]
        gone += [one for one in self._scopes(key) if _says(one, False, EVERYTHING)]
        self._drop(gone)
        self._add(key, included=True, subject=subject)

    def action_note(self) -> None:
        """Ask what exactly, in words; of which subject, where there are several."""
        scopes = self._scopes(self._key())
        if not scopes:
            say(self.app, "First say i, o or s for this service; then n says what exactly.")
        elif len(scopes) == 1:
            self._ask_note(scopes[0].record_id)
        else:
            lines = [(_said(one), one.record_id) for one in scopes]
            self.app.push_screen(Pick("Of which?", lines), self._ask_note)

    def _ask_note(self, record_id: str | None) -> None:
        row = self._editing.changes.row(record_id or "")
        if row is not None:
            asked = AskWords("What exactly, in their words?", row.typed.get("note", ""))
            self.app.push_screen(asked, partial(self._take_note, row))

    def _take_note(self, row: RowChange, note: str | None) -> None:
        if note is not None:
            self._editing.typed(row, "note", note)
            self._changed()

    def _put(self, *, included: bool) -> None:
        if key := self._key():
            self._drop(self._scopes(key))
            self._add(key, included=included, subject=EVERYTHING)
            go_on(self)

    def _add(self, key: str, *, included: bool, subject: str) -> None:
        self._editing.changes.new(
            ConsentScope,
            consent_id=self._consent.record_id,
            agency_id=key,
            included=included,
            subject=subject,
        )
        self._changed()

    def _drop(self, rows: list[RowChange]) -> None:
        for row in rows:
            self._editing.changes.rows.remove(row)

    def _changed(self) -> None:
        self._editing.touched()
        self.show()
        self.post_message(self.Named())

    def _key(self) -> str:
        if self.highlighted is None:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    def _services(self) -> list[tuple[str, str]]:
        saved = [(one.id, one.name or one.worker) for one in self._file.agencies]
        begun = [
            (row.record_id, row.typed.get("name", ""))
            for row in self._editing.changes.rows
            if row.table == "agencies" and row.version == 0
        ]
        return [*saved, *begun]

    def _scopes(self, agency_id: str) -> list[RowChange]:
        return [
            row
            for row in self._editing.changes.rows
            if row.table == TABLE
            and row.typed.get("agency_id") == agency_id
            and row.typed.get("consent_id") == self._consent.record_id
        ]

    def _line(self, key: str, name: str) -> Content:
        said = ", ".join(_said(row) for row in self._scopes(key)) or "not named"
        return Content(f"{said:<26} ").stylize("bold" if self._scopes(key) else "") + Content(name)


def _says(row: RowChange, included: bool, subject: str) -> bool:
    wanted = "yes" if included else "no"
    return row.typed.get("included") == wanted and row.typed.get("subject") == subject


def _said(row: RowChange) -> str:
    subject = row.typed.get("subject", EVERYTHING)
    what = "" if subject == EVERYTHING else f": {words('subject', subject).lower()}"
    note = f" ({row.typed['note']})" if row.typed.get("note") else ""
    if row.typed.get("included") == "no":
        return f"✗ out{what}{note}"
    return f"✓ only {what[2:]}{note}" if what else f"✓ in{note}"
