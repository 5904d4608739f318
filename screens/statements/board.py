"""What is written already: one group for each owner, one cell for each column or house."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from screens.commands import Offering
from screens.statements.commands import EditStatement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events

EMPTY = Content("Nothing is written here yet. Type below; Enter adds it.")


@dataclass
class LineUp(Message):
    """The cursor wants to go up from where one types into what is written."""

    part: str


@dataclass
class LeaveLines(Message):
    """The cursor wants to go back to where one types."""

    part: str


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one owner, by column or house: pairs of a record's key and its text."""

    key: str
    title: str
    cells: Mapping[str, Sequence[tuple[str, Content]]] = field(default_factory=dict)


class StatementLine(Static, can_focus=True):
    """One statement; the arrow keys go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
    ]

    def __init__(self, part: str, record_id: str, text: Content) -> None:
        """Show a statement of a column or house."""
        super().__init__(text, classes="statement")
        self.part = part
        self.record_id = record_id
        self.text = text

    def take(self, text: Content) -> None:
        """Show the statement as it reads now."""
        if text != self.text:
            self.text = text
            self.update(text)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that Enter edits here and adds nothing."""
        return key == "enter"

    def on_key(self, event: events.Key) -> None:
        """Edit on Enter."""
        if event.key == "enter":
            event.stop()
            if isinstance(self.screen, Offering):
                self.screen.perform(EditStatement)

    def action_step(self, by: int) -> None:
        """Go up or down in the same column; below the last is where one types."""
        lines = self._board.lines(self.part)
        place = lines.index(self) + by
        if place >= len(lines):
            self.post_message(LeaveLines(self.part))
        elif place >= 0:
            lines[place].focus()

    def action_across(self, by: int) -> None:
        """Go to the nearest statement of the next column that has any."""
        parts = self._board.parts
        place = parts.index(self.part) + by
        while 0 <= place < len(parts):
            if lines := self._board.lines(parts[place]):
                min(lines, key=lambda one: abs(one.region.y - self.region.y)).focus()
                return
            place += by

    @property
    def _board(self) -> Board:
        return next(one for one in self.ancestors if isinstance(one, Board))


class Cell(Vertical):
    """The statements of one owner in one column."""

    def __init__(self, part: str, title: str) -> None:
        """Make the cell of a column or house; its title shows where columns can't stand abreast."""
        super().__init__(classes="cell")
        self.part = part
        self.border_title = Content(title)

    async def show(self, lines: Sequence[tuple[str, Content]]) -> None:
        """Show these lines; what stands there already stays where it is."""
        self.set_class(not lines, "-none")
        there = {one.record_id: one for one in self.query(StatementLine)}
        wanted = dict(lines)
        for key in there.keys() - wanted.keys():
            await there[key].remove()
        for key, text in lines:
            if key in there:
                there[key].take(text)
            else:
                await self.mount(StatementLine(self.part, key, text))


class GroupRow(Horizontal):
    """One owner's statements side by side."""

    def __init__(self, group: Group, parts: Mapping[str, str]) -> None:
        """Make the row with a cell for each column."""
        super().__init__(*(Cell(part, title) for part, title in parts.items()), classes="group")
        self.key = group.key
        self.border_title = Content(group.title) if group.title else None

    async def show(self, group: Group) -> None:
        """Show the group as it stands now."""
        for cell in self.query(Cell):
            await cell.show(group.cells.get(cell.part, ()))


class Board(VerticalScroll, can_focus=False):
    """All groups, one under the other."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        """Make a board with these columns or houses and their titles."""
        super().__init__(id="board")
        self.parts = tuple(parts)
        self._titles = parts
        self._showing = asyncio.Lock()

    async def show(self, groups: Sequence[Group]) -> None:
        """Show these groups; the cursor and what hasn't changed stay where they are."""
        async with self._showing:
            await self._show(groups)

    async def _show(self, groups: Sequence[Group]) -> None:
        rows = list(self.query(GroupRow))
        if not rows or [row.key for row in rows] != [group.key for group in groups]:
            await self.remove_children()
            rows = [GroupRow(group, self._titles) for group in groups]
            await self.mount_all(rows or [Static(EMPTY, classes="empty")])
        for row, group in zip(rows, groups, strict=True):
            await row.show(group)

    def lines(self, part: str) -> list[StatementLine]:
        """Return the statements of a column from top to bottom."""
        return [one for one in self.query(StatementLine) if one.part == part]

    def line(self, record_id: str) -> StatementLine | None:
        """Return the line of a statement, None when it isn't shown."""
        return next((one for one in self.query(StatementLine) if one.record_id == record_id), None)
