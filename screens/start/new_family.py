"""A new family, the quickest way: a name, the first child, why now, and on to the start."""

from __future__ import annotations

import asyncio
from random import SystemRandom
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data import rows
from data.casefile import CaseFile
from data.folders import own_folder
from data.keys import new_id
from data.lookup.found import LIKELY, VERY_LIKELY, Recorded, recorded
from data.procedures.loading import default_id, load
from data.records.cases import Case
from data.records.contacts import Call
from data.records.people import Person
from data.store.errors import StoreError
from ehtui.changes import RowChange, Unreadable
from ehtui.new_family import alike_as_typed, begin_family
from ehtui.same_people import decide
from ehtui.wording import Wording
from screens.case.commands import Back, Save
from screens.case.sections import section_screen
from screens.commands import CommandClass
from screens.forms.record_form import RecordForm
from screens.forms.typing import TypingScreen
from screens.look_alikes.beside import Beside
from screens.look_alikes.deciding import WHY_DIFFERENT, reason
from screens.widgets.banner import Banner
from screens.widgets.keyline import KeyLine
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from data.lookup.search import Found
    from data.records.base import Record
    from ehtui.changes import ChangeSet
    from ehtui.same_people import Verdict
    from screens.desk import Desk

CHOICES: Final = (
    ("Use that record: what you typed here stays unsaved text", "open"),
    ("The same person in another family: begin this record, linked", "same"),
)
NONE: Final = "None of these: begin a new record"


class NewFamilyScreen(TypingScreen):
    """The few words with which a record begins; everything else has its place afterwards."""

    FORM = "new_family"
    TITLE = "New family"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (Save, Back)

    def __init__(self, desk: Desk, case_id: str = "", record: str = "") -> None:
        """Begin under the procedure of the settings. Raises BadProcedure when it can't be read.

        ``record`` is the call that it begins with, which belongs to the family once it is saved.
        """
        super().__init__(desk, case_id, record)
        self._call = record
        self._procedure = desk.settings.procedure or default_id()
        procedure = load(self._procedure, own_folder("procedures"))
        self._wording = Wording(procedure, CaseFile(Case.model_construct()))

    def compose(self) -> ComposeResult:
        """Lay the few fields out; nothing here is compulsory but a name."""
        wording = self._wording
        case, child = self._row(Case), self._row(Person)
        yield TitleLine("ehtui", "New family", right=wording.procedure.name)
        yield Banner("What you typed here before was not saved yet." if self.came_back else "")
        with VerticalScroll(can_focus=False):
            yield RecordForm(
                self.editing, wording, Case, row=case, fields=("family_name",), id="family"
            )
            yield RecordForm(
                self.editing,
                wording,
                Person,
                row=child,
                fields=("given", "born", "expected"),
                title="First child",
                id="child",
            )
            yield RecordForm(
                self.editing,
                wording,
                Case,
                row=case,
                fields=("why_now", "raised_by", "first_concern"),
                title="Why now",
                id="why",
            )
            yield Static(
                Content("Ctrl+S begins the record. Everybody else and everything else comes next."),
                classes="guide",
            )
        yield KeyLine()

    def begin_with(self, texts: Mapping[type[Record], Mapping[str, str]]) -> None:
        """Put in what is known already, by record and field, as if it had been typed."""
        for record, fields in texts.items():
            self._row(record).typed.update({name: text for name, text in fields.items() if text})
        self.editing.touched()

    def _row(self, record: type[Record]) -> RowChange:
        """Return the row typed here before, or an empty one that is no record until it is saved."""
        table = str(record.__tablename__)
        for row in self.editing.changes.rows:
            if row.table == table:
                return row
        row = RowChange(table, new_id(), 0)
        self.editing.changes.rows.append(row)
        return row

    @on(Save)
    @work
    async def save(self) -> None:
        """Begin the record; look-alikes are shown first, once the typed words are safe."""
        async with self._one_save:
            await self._save()

    async def _save(self) -> None:
        case, child = self._row(Case), self._row(Person)
        try:
            named = self.editing.changes.values(case, self.desk.today)
            born = self.editing.changes.values(child, self.desk.today).get("born")
        except Unreadable as wrong:
            self.show_problems(wrong)
            return
        family, given = named.get("family_name", ""), child.typed.get("given", "")
        if not family:
            field = self.query_one("#family", RecordForm).field_row("family_name")
            field.complain("Give it a name by which you find it again.")
            field.editor.focus()
            return
        try:
            self.flush()
            await asyncio.wrap_future(self.desk.keep(self.editing.draft))
            connection = self.desk.store.reading
            found = await asyncio.to_thread(
                lambda: alike_as_typed(connection(), family, given, born)
            )
            changes = self._begun(case, child)
            if found and not await self._told_apart(changes, found, self._typed(child, family)):
                return
            await asyncio.wrap_future(self.desk.save(changes, self.editing.draft))
            self.editing.begin_again()
            self._leave_for("start", changes.case_id)
        except StoreError as failed:
            self.tell_not_saved(failed)

    async def _told_apart(self, changes: ChangeSet, found: list[Found], typed: Recorded) -> bool:
        """Ask whether it is one of these, and put what is said into the changes.

        Returns whether a new record is to be begun.
        """
        people = recorded(self.desk.store.reading(), [one.person_id for one in found])
        said = await self.app.push_screen_wait(
            Beside(self.desk, typed, found, people, CHOICES, none=NONE)
        )
        if said is None:
            return False
        if said.what == "open" and said.found is not None:
            self._leave_for("overview", said.found.case_id)
            return False
        child = next((row for row in changes.rows if row.record is Person), None)
        verdict: Verdict = "different" if said.found is None else "same"
        meant = [said.found] if said.found else found
        others = [
            one.person_id
            for one in meant
            if one.person_id != one.case_id
            and (said.found or one.how_sure in (VERY_LIKELY, LIKELY))
        ]
        if child is None or not others:
            return True
        why = await reason(self.app, WHY_DIFFERENT) if verdict == "different" else ""
        if why is not None:
            told = decide(changes.case_id, child.record_id, others, verdict, why, self.desk.today)
            changes.rows += told.rows
        return why is not None

    def _typed(self, child: RowChange, family: str) -> Recorded:
        """Return what is typed so far as it stands beside what is recorded."""
        born = self.editing.changes.values(child, self.desk.today).get("born")
        return Recorded(
            given=child.typed.get("given", ""),
            family=family,
            born=born.isoformat() if born else "",
            case_family=family,
        )

    def _begun(self, case: RowChange, child: RowChange) -> ChangeSet:
        connection = self.desk.store.reading()
        changes = begin_family(
            connection,
            self._procedure,
            own_folder("procedures"),
            SystemRandom(),
            case.typed,
            child.typed,
        )
        if call := rows.find(connection, Call, self._call):
            changes.edit(call, case_id=changes.case_id)
        return changes

    def _leave_for(self, section: str, case_id: str) -> None:
        self.app.switch_screen(section_screen(section)(self.desk, case_id))
