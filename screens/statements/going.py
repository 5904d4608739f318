"""Going about between where one types, what is written, and the pages."""

from __future__ import annotations

from textual import on
from textual.widgets import Static

from screens.statements.adding import AddingStatements
from screens.statements.board import Board, LeaveLines, LineUp
from screens.statements.commands import NextPart, PreviousPart, TurnBack, TurnKind, TurnOn
from screens.statements.entry import Entry
from screens.statements.reading import WAYS


class GoingAbout(AddingStatements):
    """Tab goes through the columns, the arrow keys through what is written, F5 the kinds."""

    @on(NextPart)
    def next_part(self) -> None:
        """Go to the next entry."""
        self._go(1)

    @on(PreviousPart)
    def previous_part(self) -> None:
        """Go to the entry before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        entry = self.current_entry()
        if self.focused is entry:
            place = self.PARTS.index(entry.part) + by
            entry = self.query_one(f"#entry-{self.PARTS[place % len(self.PARTS)]}", Entry)
        entry.focus()

    @on(LineUp)
    def _into_lines(self, event: LineUp) -> None:
        lines = self.query_one(Board).lines(event.part)
        if lines:
            lines[-1].focus()

    @on(LeaveLines)
    def _out_of_lines(self, event: LeaveLines) -> None:
        self.query_one(f"#entry-{event.part}", Entry).focus()

    @on(TurnBack)
    async def turn_back(self) -> None:
        """Turn a page back."""
        await self.turn(-1)

    @on(TurnOn)
    async def turn_on(self) -> None:
        """Turn a page on."""
        await self.turn(1)

    async def turn(self, by: int) -> None:
        """Scroll a page; a subclass may have pages of its own."""
        board = self.query_one(Board)
        board.scroll_relative(y=by * board.size.height)

    @on(TurnKind)
    async def turn_kind(self) -> None:
        """Turn to the next way in which something is known."""
        line = self.current_line()
        if line is None:
            self.way = WAYS[(WAYS.index(self.way) + 1) % len(WAYS)]
            self.query_one("#way", Static).update(self._way_line())
            return
        found = [way for way in WAYS if way.basis == line.basis]
        now = next((way for way in found if way.verbatim == bool(line.verbatim)), WAYS[0])
        turned = WAYS[(WAYS.index(now) + 1) % len(WAYS)]
        await self.change(line, basis=turned.basis, verbatim=turned.verbatim)
