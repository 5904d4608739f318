"""Choosing one of a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.commands import Command, CommandModal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult


class ChooseNothing(Command):
    """Close the list and leave everything as it is."""

    key = "escape"


class Pick(CommandModal[str | None]):
    """Gives the key of the line that Enter was pressed on, or None."""

    HELP = "Go to a line with the arrow keys and press Enter. Esc leaves everything as it is."
    OFFERS = (ChooseNothing,)

    def __init__(self, question: str, lines: Iterable[tuple[str, str]], here: str = "") -> None:
        """Ask with these lines, pairs of what is read and its key; begin at ``here``."""
        super().__init__()
        self._question = question
        self._lines = tuple(lines)
        self._here = here

    def compose(self) -> ComposeResult:
        """Lay the question out above its lines."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question))
            yield OptionList(*(Option(Content(read)) for read, _ in self._lines), compact=True)

    def on_mount(self) -> None:
        """Begin at the line that holds now."""
        keys = [key for _, key in self._lines]
        listing = self.query_one(OptionList)
        listing.highlighted = keys.index(self._here) if self._here in keys else 0
        listing.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._lines[event.option_index][1])

    @on(ChooseNothing)
    def choose_nothing(self) -> None:
        """Go without an answer."""
        self.dismiss(None)
