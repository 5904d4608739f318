"""The dashboard: what a good colleague would say when you sit down, worst first."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.widgets import OptionList

from data import due
from data.codes.lists import words
from ehtui.dates import show_date
from ehtui.due_list import DueList
from ehtui.today import today
from screens.case.commands import Sections, ShowTo
from screens.commands import CommandClass, CommandScreen, key_name
from screens.dashboard.commands import (
    ChooseKind,
    ChoosePerson,
    Families,
    LookAlikes,
    NewFamily,
    OnlyMine,
    OpenDue,
    OtherProcedure,
    Privacy,
    Unsaved,
)
from screens.dashboard.due_line import sees_to_it
from screens.dashboard.listing import DueListing
from screens.say import say
from screens.widgets.banner import Banner
from screens.widgets.keyline import KeyLine
from screens.widgets.pick import Pick
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.due import DueRow
    from screens.desk import Desk

PAGE = 100
EVERYTHING = "Everything"
SOMEBODY_LOOKS = (
    f"No names while somebody sees the screen; {key_name(ShowTo.key)} in a case ends it."
)


class Dashboard(CommandScreen[None]):
    """What is overdue, due in the next seven days, and due later, for every open case."""

    TITLE = "Dashboard"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        OpenDue,
        Families,
        NewFamily,
        OnlyMine,
        ChooseKind,
        ChoosePerson,
        Unsaved,
        LookAlikes,
        Privacy,
        OtherProcedure,
        Sections,
    )

    def __init__(self, desk: Desk) -> None:
        """Show what is due in the file that is open."""
        super().__init__()
        self.desk = desk
        self._kind: str | None = None
        self._who: str | None = None

    def compose(self) -> ComposeResult:
        """Paint the frame; the rows follow."""
        yield TitleLine("ehtui", "Dashboard", right=show_date(today()))
        yield Banner()
        yield DueListing(self.desk, id="due")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Read the rows again: what was done meanwhile is no longer due."""
        self.read_rows()

    @work(exclusive=True, group="due")
    async def read_rows(self) -> None:
        """Read a page of what is due, and how much there is of it, and show both."""
        rows, counts = await asyncio.to_thread(self._page)
        self._listing.show(rows, counts, "")
        self.query_one(Banner).tell(self._standing())
        counted = await asyncio.to_thread(lambda: due.open_cases(self.desk.store.reading()))
        self.query_one(TitleLine).right = f"{show_date(self.desk.today)} · {counted} open"
        if waiting := await asyncio.to_thread(self._outdated):
            self.query_one(KeyLine).state = f"working out {waiting:,} cases by newer rules …"
            await asyncio.to_thread(self._renew)
            self.query_one(KeyLine).state = ""
            self.read_rows()
        elif not rows:  # only now is it known
            self._listing.show(rows, counts, self._nothing())

    def _outdated(self) -> int:
        """Count the cases that other rules worked out; load meanwhile what a case needs."""
        import screens.case.frame  # noqa: F401
        from ehtui.renewing import outdated

        store = self.desk.store
        return 0 if store.read_only else len(outdated(store.reading()))

    def _renew(self) -> None:
        from ehtui.renewing import renew

        renew(self.desk.store)

    @property
    def _listing(self) -> DueListing:
        return self.query_one(DueListing)

    def _list(self) -> DueList:
        return DueList(self.desk.store.reading(), self.desk.today)

    def _page(self) -> tuple[list[DueRow], due.Counts]:
        here = self._list()
        return (
            here.first(PAGE, kind=self._kind, who=self._who),
            here.counts(kind=self._kind, who=self._who),
        )

    def _standing(self) -> str:
        """Return what has to be known before anything else."""
        said = []
        if (why := self.desk.store.read_only_why) is not None:
            said.append(str(why))
        if self.desk.showing_to:
            said.append(SOMEBODY_LOOKS)
        if unsaved := len(self.desk.unsaved()):
            said.append(f"{unsaved} form{'s' if unsaved > 1 else ''} not saved yet: u goes there.")
        whose = sees_to_it(self.desk, self._who or "")
        shown = [words("due_kind", self._kind) if self._kind else "", whose]
        if any(shown):
            said.append(f"Showing only: {', '.join(filter(None, shown))}.")
        return " ".join(said)

    def on_resize(self, _event: events.Resize) -> None:
        """Share the width out again."""
        self._listing.draw()

    def _nothing(self) -> str:
        if self._kind or self._who:
            return "Nothing of that is due. k and w show everything again."
        return "Nothing is due. n begins a record, / finds a family."

    @on(OptionList.OptionSelected, "#due")
    def _open(self, event: OptionList.OptionSelected) -> None:
        if row := self._listing.row(event.option):
            self._go_to(row.section, row.case_id, row.record)

    @on(Sections)
    @work
    async def choose_section(self) -> None:
        """Ask which section of the family on this line, and open it."""
        from screens.case.section_menu import SectionMenu

        row = self._listing.current
        if row is None or not row.case_id:
            say(self.app, "This line is about no family yet. Enter opens it, / finds a family.")
            return
        opened = await asyncio.to_thread(self.desk.open_case, row.case_id)
        chosen = await self.app.push_screen_wait(SectionMenu(opened, row.section))
        if chosen:
            self._go_to(chosen, row.case_id, "")

    def _go_to(self, place: str, case_id: str, record: str) -> None:
        """Open a section of a case, or a screen that belongs to none, at a record.

        Where the family is still to be chosen, it is found first.
        """
        from screens.case.sections import section_screen
        from screens.forms.typing import SCREENS, typing_screen

        if not case_id and place not in SCREENS:
            self.find_family()
            return
        screen = typing_screen(place) if place in SCREENS else section_screen(place)
        self.app.push_screen(screen(self.desk, case_id, record))

    @on(NewFamily)
    def new_family(self) -> None:
        """Begin a record about a family."""
        from data.procedures.problems import BadProcedure
        from screens.start.new_family import NewFamilyScreen

        try:
            self.app.push_screen(NewFamilyScreen(self.desk))
        except BadProcedure as wrong:
            say(self.app, str(wrong), worry=True)

    @on(Families)
    def find_family(self) -> None:
        """Find a family, open or closed."""
        from screens.dashboard.families import FamiliesScreen

        self.app.push_screen(FamiliesScreen(self.desk))

    @on(LookAlikes)
    def look_alikes(self) -> None:
        """Go through who may be in the file twice."""
        from screens.look_alikes.waiting import WaitingLookAlikes

        self.app.push_screen(WaitingLookAlikes(self.desk))

    @on(OnlyMine)
    def only_mine(self) -> None:
        """Turn the filter by person to me, or off."""
        self._who = None if self._who == self.desk.me else self.desk.me
        self.read_rows()

    @on(ChooseKind)
    @work
    async def choose_kind(self) -> None:
        """Ask which kind of thing to show."""
        found = await asyncio.to_thread(lambda: self._list().kinds())
        lines = [(EVERYTHING, ""), *((words("due_kind", kind), kind) for kind in found)]
        chosen = await self.app.push_screen_wait(Pick("Show what?", lines, self._kind or ""))
        if chosen is not None:
            self._kind = chosen or None
            self.read_rows()

    @on(ChoosePerson)
    @work
    async def choose_person(self) -> None:
        """Ask whose things to show."""
        found = await asyncio.to_thread(lambda: self._list().responsible())
        lines = [(EVERYTHING, ""), *((sees_to_it(self.desk, who), who) for who in found)]
        chosen = await self.app.push_screen_wait(Pick("Whose?", lines, self._who or ""))
        if chosen is not None:
            self._who = chosen or None
            self.read_rows()

    @on(Unsaved)
    @work
    async def unsaved(self) -> None:
        """Go to a form that is not saved, asking which if there are several."""
        drafts = self.desk.unsaved()
        if not drafts:
            say(self.app, "Everything you typed is saved.")
            return
        from screens.unsaved_text import UnsavedText, has_place, which_of

        several = len(drafts) > 1
        draft = await which_of(self.app, self.desk, drafts) if several else drafts[0]
        if draft is None:
            return
        if await asyncio.to_thread(has_place, self.desk, draft):
            self._go_to(draft.form, draft.case_id, draft.record)
        else:
            self.app.push_screen(UnsavedText(self.desk, draft))

    @on(OtherProcedure)
    @work
    async def other_procedure(self) -> None:
        """Ask for the procedure of new families."""
        from screens.procedure_choice import choose_procedure

        await choose_procedure(self.app, self.desk)

    @on(Privacy)
    def privacy(self) -> None:
        """Turn the privacy switch."""
        self.desk.showing_references_only = not self.desk.showing_references_only
        self._listing.draw()
        self.query_one(Banner).tell(self._standing())
