"""Choosing one of a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.lookup.folding import fold
from screens.commands import Command, CommandModal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult


class ChooseNothing(Command):
    """Close the list and leave everything as it is."""

    key = "escape"


def line_found(lines: Sequence[str], sought: str) -> int | None:
    """Return which line is meant by what is typed of it: its beginning, a word's, or anything."""
    words = fold(sought) or sought
    places = {number: f" {fold(line)}".find(f" {words}") for number, line in enumerate(lines)}
    inside = {number: fold(line).find(words) for number, line in enumerate(lines)}
    for found in (places, inside):
        if there := [number for number, place in found.items() if place >= 0]:
            return min(there, key=lambda number: found[number])
    return None


class Pick(CommandModal[str | None]):
    """Gives the key of the line that Enter was pressed on, or None.

    Typing goes to the line that is meant; Enter takes none while no line has what was typed.
    """

    HELP = (
        "Go to a line with the arrow keys, or type what it says, and press Enter. "
        "Esc leaves everything as it is."
    )
    OFFERS = (ChooseNothing,)

    def __init__(self, question: str, lines: Iterable[tuple[str, str]], here: str = "") -> None:
        """Ask with these lines, pairs of what is read and its key; begin at ``here``."""
        super().__init__()
        self._question = question
        self._lines = tuple(lines)
        self._here = here
        self._sought = ""

    def compose(self) -> ComposeResult:
        """Lay the question out above its lines."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question))
            yield OptionList(*(Option(Content(read)) for read, _ in self._lines), compact=True)
            yield Static("", id="sought")

    def on_mount(self) -> None:
        """Begin at the line that holds now."""
        keys = [key for _, key in self._lines]
        listing = self.query_one(OptionList)
        listing.highlighted = keys.index(self._here) if self._here in keys else 0
        listing.focus()
        self._say_sought()

    def on_key(self, event: events.Key) -> None:
        """Look for what is typed; Backspace takes a letter back, and an arrow key all of it."""
        if event.character and event.is_printable and event.key not in self.active_bindings:
            event.stop()
            self._seek(self._sought + event.character)
        elif event.key == "backspace":
            event.stop()
            self._seek(self._sought[:-1])
        elif self._sought and event.key in ("up", "down", "home", "end"):
            self._sought = ""  # the key itself still moves the cursor
            self._say_sought()

    def _seek(self, sought: str) -> None:
        self._sought = sought
        if sought:
            listing = self.query_one(OptionList)
            listing.highlighted = line_found([read for read, _ in self._lines], sought)
        self._say_sought()

    def _say_sought(self) -> None:
        said = self.query_one("#sought", Static)
        found = self.query_one(OptionList).highlighted is not None
        words = f"looking for “{self._sought}”" if found else f"No line says “{self._sought}”."
        said.update(Content(words))
        said.display = bool(self._sought)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._lines[event.option_index][1])

    @on(ChooseNothing)
    def choose_nothing(self) -> None:
        """Go without an answer."""
        self.dismiss(None)
