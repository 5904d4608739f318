"""Whom a caller means: the people who fit what is said, or the calls that wait for an answer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ehtui.caller_search import matches
from ehtui.familyless import familyless_due
from screens.phone_lines import match_line, waiting_line

if TYPE_CHECKING:
    from data.due import DueDate
    from data.store.driver import Connection
    from ehtui.caller_search import Match
    from screens.desk import Desk


class CallerList(OptionList):
    """The list under the search on the phone."""

    class Meant(Message):
        """Somebody said that the call is about this family."""

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

    @work(exclusive=True, group="find")
    async def find(self, said: str, chosen: str) -> None:
        """Show who may be meant; before anything is said, the calls that wait for an answer.

        ``chosen`` is the case that the call is said to be about.
        """
        store, day = self._desk.store, self._desk.today
        if self._waiting is None:
            self._waiting = await asyncio.to_thread(lambda: waiting_calls(store.reading()))
        if not said.strip():
            self.matches = []
            self._show([waiting_line(one) for one in self._waiting])
            self.border_title = "Not answered, no family yet" if self._waiting else "Nobody yet"
            return
        self.matches = await asyncio.to_thread(lambda: matches(store.reading(), said, day))
        self._show([match_line(self._desk, one, chosen) for one in self.matches])
        self.border_title = f"{len(self.matches)} found"
        if not self.matches:
            self.add_option(Option(Content("Nobody of that name. Note it down."), disabled=True))

    def _show(self, lines: list[Content]) -> None:
        self.clear_options()
        self.add_options(map(Option, lines))
        self.highlighted = 0 if lines else None

    def choose(self) -> None:
        """Say that the call is about whoever the cursor is on."""
        if self.highlighted is not None and self.highlighted < len(self.matches):
            self.post_message(self.Meant(self.matches[self.highlighted].found.case_id))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.matches:
            self.choose()
        elif self._waiting:
            self.post_message(self.TakenUp(self._waiting[event.option_index].record))


def waiting_calls(connection: Connection) -> list[DueDate]:
    """Return the calls about nobody that is known to which an answer is owed, soonest first."""
    return [one for one in familyless_due(connection) if one.section == "phone"]
