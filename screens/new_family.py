"""A new family, the quickest way: a name, the first child, why now, and on to the start."""

from __future__ import annotations

import asyncio
from random import SystemRandom
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data import rows
from data.casefile import CaseFile
from data.folders import own_folder
from data.keys import new_id
from data.procedures.loading import default_id, load
from data.records.cases import Case
from data.records.contacts import Call
from data.records.people import Person
from data.store.errors import StoreError
from ehtui.changes import RowChange, Unreadable
from ehtui.new_family import begin_family, look_alikes
from ehtui.wording import Wording
from screens.case_commands import Back, Save
from screens.commands import Command, CommandClass, CommandModal
from screens.forms.record_form import RecordForm
from screens.found_line import found_line
from screens.sections import section_screen
from screens.typing import TypingScreen
from screens.widgets.banner import Banner
from screens.widgets.keyline import KeyLine
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from data.lookup.search import Found
    from data.records.base import Record
    from ehtui.changes import ChangeSet
    from screens.desk import Desk

GO_ON = "go on"


class GoOn(Command):
    """Begin a new record all the same: it is somebody else."""

    key = "g"


class LookAgain(Command):
    """Go back to what you typed; nothing is lost."""

    key = "escape"


class LookAlikes(CommandModal["str | None"]):
    """Gives the key of the case to open, "go on" for a new record, or None to go back."""

    HELP = "Records that may be of the same family: open one, or begin a new record all the same."
    OFFERS = (GoOn, LookAgain)

    def __init__(self, desk: Desk, found: Sequence[Found]) -> None:
        """Show who is in the file already."""
        super().__init__()
        self._desk = desk
        self._found = found

    def compose(self) -> ComposeResult:
        """Lay the look-alikes out, with what each key does."""
        with Vertical(classes="dialogue"):
            yield Static(Content("Is it one of these? What you typed is kept."))
            yield OptionList(*(Option(found_line(self._desk, one)) for one in self._found))
            yield Static(Content("Enter opens that record   g begins a new one   Esc looks again"))

    @on(OptionList.OptionSelected)
    def open_one(self, event: OptionList.OptionSelected) -> None:
        """Open the record of somebody who was found."""
        self.dismiss(self._found[event.option_index].case_id)

    @on(GoOn)
    def go_on(self) -> None:
        """Begin a new record."""
        self.dismiss(GO_ON)

    @on(LookAgain)
    def look_again(self) -> None:
        """Go back to the form."""
        self.dismiss(None)


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
    @work(exclusive=True, group="save")
    async def save(self) -> None:
        """Begin the record; look-alikes are shown first, once the typed words are safe."""
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
            found = await asyncio.to_thread(lambda: look_alikes(connection(), family, given, born))
            chosen = (
                await self.app.push_screen_wait(LookAlikes(self.desk, found)) if found else GO_ON
            )
            if chosen is None:
                return
            if chosen == GO_ON:
                changes = self._begun(case, child)
                await asyncio.wrap_future(self.desk.save(changes, self.editing.draft))
                self.editing.begin_again()
                self._leave_for("start", changes.case_id)
            else:
                self._leave_for("overview", chosen)
        except StoreError as failed:
            self.query_one(Banner).tell(f"Not saved: {failed} What you typed is still here.")

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
