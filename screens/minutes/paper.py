"""The minutes as paper: one page after the other, each made from the case as it is being typed."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList

from data.store.errors import StoreError
from ehtui.changes import ChangeSet
from ehtui.meetings import write_agenda
from ehtui.opening import OpenCase
from ehtui.process.meetings.minuting import Page, PageKind, left_off, pages
from ehtui.process.meetings.room import everybody_sees, room_sees
from screens.forms.field_row import FieldRow
from screens.meetings.of_meeting import OfMeeting, meeting_words
from screens.minutes import commands as do
from screens.minutes.pages import SOMEBODY_ELSE, widgets
from screens.minutes.sheet import Sheet
from screens.say import say
from screens.widgets.action_line import ActionLine
from screens.widgets.line_input import LineInput
from screens.widgets.score_line import ScoreLine
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from data.records.base import Record
    from data.records.meetings import Meeting
    from ehtui.changes import Unreadable

ONLY_ME = "only me"
ROOM = "the room"
NONE_YET = -1

TYPED_ON: dict[str, tuple[PageKind, ...]] = {
    "attendances": ("who",),
    "meetings": ("step", "date"),
    "scales": ("scores",),
}
"""On which kinds of page the rows of a table are typed, where that may go wrong."""


class PagedMinutes(OfMeeting):
    """The pages of one meeting, without what may be marked on them."""

    at = NONE_YET
    """Which page is open."""
    person = ""
    """The attendance that the list of people stands on."""

    # What is shown

    @property
    def sheet(self) -> Sheet:
        """The open page with all that it is made from."""
        case = self.typed
        meeting = self._meeting_in(case)
        everything = meeting.showing_to == ONLY_ME
        room = (lambda _record: True) if everything else room_sees(case.file, meeting)
        looking = everybody_sees(case.file, self.desk.showing_to)

        def sees(record: Record) -> bool:
            return room(record) and looking(record, "")

        found = pages(case.file, case.procedure, meeting, sees)
        if self.at == NONE_YET:
            self.at = left_off(case.file, meeting, found)
        self.at = min(self.at, len(found) - 1)
        keys = [one.id for one in case.file.attendances if one.meeting_id == meeting.id]
        if self.person not in (*keys, SOMEBODY_ELSE):
            self.person = next(iter(keys), SOMEBODY_ELSE)
        shown = self.desk.shown(case)
        return Sheet(
            found[self.at], case, shown, self.opened.file, meeting, self.editing, sees, self.person
        )

    def _meeting_in(self, case: OpenCase) -> Meeting:
        return next(one for one in case.file.meetings if one.id == self.meeting_id)

    def _pages(self, sheet: Sheet) -> list[Page]:
        return pages(sheet.file, sheet.case.procedure, sheet.meeting, sheet.sees)

    async def show_case(self) -> None:
        """Show the open page; a meeting without an agenda gets the usual one first."""
        changes = ChangeSet(self.case_id)
        file = self.opened.file
        if not self.closed and not any(
            one.meeting_id == self.meeting_id for one in file.agenda_items
        ):
            write_agenda(changes, file, self.opened.procedure, self.the_meeting)
        if not changes.is_empty:
            with suppress(StoreError):  # read-only: the minutes then have no items, only pages
                await asyncio.wrap_future(self.desk.save(changes))
                self.opened = await asyncio.to_thread(self.desk.open_case, self.case_id)
        await super().show_case()

    def crumbs(self) -> tuple[str, ...]:
        """Return the family and the meeting; on the right stand the page and who is looking."""
        sheet = self.sheet
        count = len(self._pages(sheet))
        looking = self.looking or f"showing to: {sheet.meeting.showing_to or ROOM}"
        self.query_one(TitleLine).right = f"{self.at + 1}/{count}  {looking}"
        family = self.desk.family_name(self.opened.file.case)
        return (family, meeting_words(sheet.shown, sheet.meeting))

    def build(self) -> Iterable[Widget]:
        """Give the page, and the line for a new action."""
        sheet = self.sheet
        yield from widgets(sheet)
        begins = {"outcome_id": sheet.page.outcome_id, "agreed_at_id": self.meeting_id}
        names = sheet.shown.wording.choices("people_and_members")
        yield ActionLine(
            self.editing,
            [name for name, _ in names],
            begins,
            hides=sheet.shown.wording.in_initials,
            id="action-line",
        )

    def _names(self, sheet: Sheet) -> list[str]:
        return [name for name, _ in sheet.case.wording.choices("people_and_members")]

    def arrive(self) -> None:
        """Begin where this page's typing or marking begins."""
        if self.query("#who"):
            self._stand_on("#who", self.person)
            self.query_one("#who").focus()
            return
        for line in self.query(ScoreLine):
            line.query_one(LineInput).focus()
            return
        for row in self.query(FieldRow):
            if row.field != "spoke":  # a name: read by the room where the cursor is
                row.editor.focus()
                return

    def _stand_on(self, listing: str, key: str) -> None:
        for found in self.query(listing).results(OptionList):
            keys = [option.id for option in found.options]
            found.highlighted = keys.index(key) if key in keys else 0

    def on_screen_resume(self) -> None:
        """Stay as it is: a dialogue was in front, and the text is here."""

    async def after_save(self) -> None:
        """Show the page as it stands now, with the cursor where it was."""
        self.opened = await asyncio.to_thread(self.desk.open_case, self.case_id)
        await self.show_again()

    async def show_again(self) -> None:
        """Build the page anew and go back to the field or the line the cursor was in."""
        here = self.focused
        row = here.parent if here is not None and isinstance(here.parent, FieldRow) else None
        place = (row.record, row.field) if row else None
        listing = here if isinstance(here, OptionList) else None
        option = listing.highlighted_option if listing else None
        await self.show_case()
        if self.closed:
            return
        if place:
            for again in self.query(FieldRow):
                if (again.record, again.field) == place:
                    again.editor.focus()
                    return
        if listing and listing.id and option and option.id:
            self._stand_on(f"#{listing.id}", option.id)
            self.query(f"#{listing.id}").focus()
            return
        self.arrive()

    def show_problems(self, wrong: Unreadable) -> None:
        """Say what is wrong on the page where it was typed, also when another is open."""
        kinds = TYPED_ON.get(wrong.problems[0].table, ())
        found = [at for at, one in enumerate(self._pages(self.sheet)) if one.kind in kinds]
        if found and self.at not in found:
            self.call_later(self._show_problems_on, found[0], wrong)
        else:
            super().show_problems(wrong)

    async def _show_problems_on(self, at: int, wrong: Unreadable) -> None:
        self.at = at
        await self.show_case()
        super().show_problems(wrong)

    # Through the items

    @on(do.NextItem)
    async def next_item(self) -> None:
        """Go to the next page."""
        await self._turn(1)

    @on(do.ItemBefore)
    async def item_before(self) -> None:
        """Go to the page before."""
        await self._turn(-1)

    async def _turn(self, by: int) -> None:
        self.flush()
        last = len(self._pages(self.sheet)) - 1
        if not 0 <= self.at + by <= last:
            say(self.app, "This is the last item." if by > 0 else "This is the first item.")
            return
        self.at += by
        await self.show_case()
        self.query_one("#body").scroll_home(animate=False)
        self.arrive()
