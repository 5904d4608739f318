"""Whom a caller means: the people who fit what is said, or the calls that wait for an answer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ehtui.caller_search import earlier_calls, matches
from ehtui.familyless import familyless_due
from screens.phone.lines import earlier_line, match_line, waiting_line

if TYPE_CHECKING:
    from data.due import DueDate
    from data.store.driver import Connection
    from ehtui.caller_search import EarlierCall, Match
    from screens.desk import Desk
    from screens.widgets.hanging import Hanging


LET_GO = "  None of these: the call is for no family yet"


class CallerList(OptionList):
    """The list under the search on the phone."""

    class Meant(Message):
        """Somebody said that the call is about this family, or with an empty key about none."""

        def __init__(self, case_id: str) -> None:
            super().__init__()
            self.case_id = case_id

    class TakenUp(Message):
        """Somebody goes on with a call that has no family yet."""

        def __init__(self, record: str) -> None:
            super().__init__()
            self.record = record

    def __init__(self, desk: Desk, *, id: str) -> None:
        """Make it empty; `find` fills it."""
        super().__init__(compact=True, id=id)
        self._desk = desk
        self._waiting: list[DueDate] | None = None
        self.matches: list[Match] = []
        self.earlier: list[EarlierCall] = []
        self._wanted: tuple[str, str] | None = None
        self._is_looking = False

    def find(self, said: str, chosen: str) -> None:
        """Show who may be meant; before anything is said, the calls that wait for an answer.

        ``chosen`` is the case that the call is said to be about. While somebody types, one search
        runs at a time and then the newest: what was asked in between is never looked up.
        """
        self._wanted = (said, chosen)
        if not self._is_looking:
            self._look()

    @work(group="find")
    async def _look(self) -> None:
        self._is_looking = True
        try:
            while self._wanted is not None:
                (said, chosen), self._wanted = self._wanted, None
                await self._find(said, chosen)
        finally:
            self._is_looking = False

    async def _find(self, said: str, chosen: str) -> None:
        store, day = self._desk.store, self._desk.today
        if self._waiting is None:
            self._waiting = await asyncio.to_thread(lambda: waiting_calls(store.reading()))
        if not said.strip():
            self.matches, self.earlier = [], []
            self._show([waiting_line(self._desk, one) for one in self._waiting], chosen)
            self.border_title = "Not answered, no family yet" if self._waiting else "Nobody yet"
            return
        matched, earlier = await asyncio.to_thread(
            lambda: (matches(store.reading(), said, day), earlier_calls(store.reading(), said, day))
        )
        if self._wanted is not None and self._wanted[0] != said:
            return  # more was typed meanwhile: that comes next
        self.matches, self.earlier = matched, earlier
        self._show(
            [match_line(self._desk, one, chosen) for one in matched]
            + [earlier_line(self._desk, one) for one in earlier],
            chosen,
        )
        self.border_title = f"{len(matched)} found"
        if not matched:
            self.add_option(Option(Content("Nobody of that name. Note it down."), disabled=True))

    def _show(self, lines: list[Hanging], chosen: str) -> None:
        """Show these lines, and below them how the family that was chosen is let go."""
        shown = [Option(line) for line in lines]
        if chosen:
            shown.append(Option(Content(LET_GO), id="nobody"))
        self.set_options(shown)
        self.highlighted = 0 if shown else None

    def choose(self) -> None:
        """Say that the call is about whoever the cursor is on."""
        if self.highlighted is not None and self.highlighted < len(self.matches):
            self.post_message(self.Meant(self.matches[self.highlighted].found.case_id))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        at = event.option_index - len(self.matches)
        if event.option_id == "nobody":
            self.post_message(self.Meant(""))
        elif at < 0:
            self.choose()
        elif self.earlier:
            self.post_message(self.TakenUp(self.earlier[at].call.id))
        elif self._waiting:
            self.post_message(self.TakenUp(self._waiting[at].record))


def waiting_calls(connection: Connection) -> list[DueDate]:
    """Return the calls about nobody that is known to which an answer is owed, soonest first."""
    return [one for one in familyless_due(connection) if one.section == "phone"]
