"""The frame of an assessment: a list of lines, and below it the chosen one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.records.consent import Restriction
from ehtui.changes import Problem, Unreadable
from ehtui.process.assessment.assessing import may_assess
from screens.assessment.commands import KeepFrom, OpenLine, RemoveLine
from screens.case.bringing_back import BringingBack, belonging_to
from screens.say import say
from screens.statements.holding_back import complete, hold_back_dialog
from screens.statements.reading import kept_from, restrictions_on
from screens.widgets.confirm import Confirm
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.screen import ModalScreen
    from textual.widget import Widget

    from data.records.base import Record
    from ehtui.changes import RowChange
    from screens.commands import CommandClass

R = TypeVar("R", bound="Record")

NEW = "new"


class AssessingScreen(BringingBack):
    """A list of lines; a subclass says which, what stands below, and what Enter does."""

    OFFERS: ClassVar[tuple[CommandClass, ...]] = (OpenLine, KeepFrom, RemoveLine)

    at = ""
    """The key of the line the list stands on."""

    def lines(self) -> Iterator[tuple[str, Content]]:
        """Give key and text of every line; a title has no key."""
        raise NotImplementedError

    def above(self) -> Content:
        """Return what is said above the list."""
        raise NotImplementedError

    def below(self) -> Content:
        """Return what is said below the list about the line it stands on."""
        raise NotImplementedError

    def open_line(self, key: str) -> None:
        """Do what Enter does on a line."""
        raise NotImplementedError

    def record(self, key: str) -> Record | None:
        """Return the saved record of a line, None where it stands for none."""
        raise NotImplementedError

    # The frame

    def build(self) -> Iterable[Widget]:
        """Give what is said above, the list, and what is said below."""
        waits = self._waits()
        lines = list(self.lines())
        options = [Option(text, key or None, disabled=not key) for key, text in lines]
        keys = [key for key, _ in lines]
        if not self.at or self.at not in keys:
            self.at = next((key for key in keys if key), "")
        yield Static(Content("\n").join([*waits, self.above()]), id="assess-above")
        listing = OptionList(*options, id="assess-lines", compact=True)
        listing.highlighted = keys.index(self.at) if self.at else None
        yield Container(listing, Static(self.below(), id="assess-below"), id="assess")

    def _waits(self) -> list[Content]:
        verdict = may_assess(self.whole.file)
        if verdict:
            return []
        said = f"Not yet: {self.why(verdict.why)} What you type stays a draft."
        return [Content(said).stylize("$warning")]

    def arrive(self) -> None:
        """Begin in the list, at the line that was asked for."""
        wanted, self.wanted = self.wanted, ""
        listing = self.query("#assess-lines").results(OptionList)
        for one in listing:
            keys = [option.id for option in one.options]
            if wanted and wanted in keys:
                one.highlighted = keys.index(wanted)
            one.focus()

    @on(OptionList.OptionHighlighted, "#assess-lines")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        if event.option is event.option_list.highlighted_option and event.option.id:
            self.at = event.option.id
            self.query_one("#assess-below", Static).update(self.below())
            self.refresh_bindings()

    @on(OptionList.OptionSelected, "#assess-lines")
    def _entered(self, event: OptionList.OptionSelected) -> None:
        self.open_line(event.option.id or "")

    @on(OpenLine)
    def _open(self) -> None:
        self.open_line(self.at)

    # What is there

    def for_room(self, rows: Iterable[R]) -> list[R]:
        """Return the rows that everybody in front of the screen may see."""
        return [row for row in rows if self.sees(row)]

    def begun(self, table: str) -> list[RowChange]:
        """Return the new rows of a table that were typed and not saved."""
        return [one for one in self.editing.changes.rows if one.table == table and not one.version]

    def marked(self, row: Record) -> Content:
        """Return the marks of a saved row: that it is being changed, from whom it is kept."""
        marks = "  (changed, not saved yet)" if self.editing.changes.row(row.id) else ""
        if not self.desk.showing_to and (kept := kept_from(self.shown.file, row.id)):
            marks += f"  [not for {', '.join(map(str, kept))}]"
        return Content(marks).stylize("$warning")

    # Saving

    async def ask(self, dialog: ModalScreen[str | None]) -> str | None:
        """Show a dialogue, then the case as it stands afterwards."""
        saved = await self.app.push_screen_wait(dialog)
        self.read_case()
        return saved

    def check(self, row: RowChange) -> None:
        """Refuse a new row while the family has not agreed. Raises Unreadable."""
        verdict = may_assess(self.opened.file)
        if not row.version and not verdict:
            said = f"Not yet: {verdict.why} What you typed stays here as a draft."
            raise Unreadable([Problem(row.table, row.record_id, "", said)])

    async def save_now(self) -> bool:
        """Save what dialogues left as drafts, each as its dialogue would have."""
        kept = {one.id: one for one in self.opened.file.restrictions}
        try:
            for row in self.editing.changes.rows:
                if row.record is Restriction:
                    complete(row, kept.get(row.record_id), self.desk.today)
                else:
                    self.check(row)
        except Unreadable as wrong:
            self.say_state("not saved yet")
            say(self.app, wrong.problems[0].sentence, worry=True)
            return False
        return await super().save_now()

    def why_not(self, command: CommandClass) -> str | None:
        """Say that some commands need a saved line."""
        if command in (RemoveLine, KeepFrom) and hasattr(self, "opened"):
            if self.record(self.at) is None:
                return "Go to a line that is saved first."
            if command is KeepFrom and self.desk.showing_to:
                return "Not while the screen is shown to somebody."
        return super().why_not(command)

    @on(RemoveLine)
    @work
    async def remove_line(self) -> None:
        """Ask, then take the row away."""
        row = self.record(self.at)
        if row is None:
            return
        gone = [row, *self.parts_of(row)]
        if on_it := belonging_to(self.whole, gone):
            on_it = f"{on_it} in the record belongs to it. Change that first."
            say(self.app, f"Not removed: {self.why(on_it)}")
            return
        one_row = self.shown.wording.filled(type(row).one_row)
        if not await self.app.push_screen_wait(Confirm(f"Remove {one_row}?", yes="Remove")):
            return
        for one in reversed(gone):
            self.editing.changes.remove(one)
        if await self.save_rows([self.editing.existing(one) for one in reversed(gone)]):
            self.took_away(*gone)
        self.read_case()

    def parts_of(self, row: Record) -> list[Record]:
        """Return the rows that go and come back with one: none, unless a screen knows of some."""
        return []

    def stand_on(self, row: Record) -> None:
        """Have the list stand on the row once it is back."""
        self.at = row.id

    @on(KeepFrom)
    @work
    async def keep_from(self) -> None:
        """Keep the row from somebody, or look at what keeps it."""
        row = self.record(self.at)
        if row is None:
            return
        existing = None
        if kept := restrictions_on(self.opened.file, row.id):
            name = self.shown.file.name
            lines = [
                (f"kept from {name(one.from_person_id or one.from_agency_id)}", one.id)
                for one in kept
            ]
            lines.append(("keep it from somebody else too", NEW))
            chosen = await self.app.push_screen_wait(Pick("It is kept from somebody:", lines))
            if chosen is None:
                return
            existing = next((one for one in kept if one.id == chosen), None)
        await self.ask(hold_back_dialog(self.editing, self.shown, row, existing, self.desk.today))
