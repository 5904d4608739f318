"""Where statements are typed: Enter adds, a paste with line breaks stays one statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from screens.case.bringing_back import BringBack
from screens.commands import Offering
from screens.statements.board import LineUp
from screens.statements.commands import (
    NextPart,
    PreviousPart,
    TurnBack,
    TurnOn,
)
from screens.widgets.narrative import Narrative

if TYPE_CHECKING:
    from textual import events

    from screens.commands import CommandClass

_COMMANDS: dict[str, CommandClass] = {
    "tab": NextPart,
    "shift+tab": PreviousPart,
    "pageup": TurnBack,
    "pagedown": TurnOn,
}


class Entry(Narrative):
    """The line being typed for one column or house."""

    @dataclass
    class Entered(Message):
        """A text is to be added; the entry is empty again, so that typing goes on at once."""

        entry: Entry
        text: str

    def __init__(self, part: str, title: str, text: str = "") -> None:
        """Type for ``part``; ``text`` is what a draft brought back."""
        super().__init__(text, id=f"entry-{part}", classes="entry")
        self.part = part
        self.border_title = Content(title)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Say that Enter and Tab don't type here."""
        return key not in (*_COMMANDS, "enter") and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Add or go on; go up into what is written already from the first line."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.hand_over()
        elif command := _COMMANDS.get(event.key):
            event.prevent_default()
            event.stop()
            if isinstance(self.screen, Offering):
                self.screen.perform(command)
        elif event.key == "up" and self._in_first_line:
            event.prevent_default()
            event.stop()
            self.post_message(LineUp(self.part))

    def action_undo(self) -> None:
        """Undo typing; where nothing was typed, what was removed on the screen comes back."""
        before = self.text
        super().action_undo()
        if self.text == before and isinstance(self.screen, Offering):
            self.screen.perform(BringBack)

    def hand_over(self) -> None:
        """Give away what is typed."""
        if text := self.text:
            self.load("")
            self.post_message(self.Entered(self, text))

    def take_back(self, text: str) -> None:
        """Have a text again that could not be added, before what was typed since.

        The cursor stays where somebody types: there, or else behind the text.
        """
        since, (line, column) = self.text, self.cursor_location
        self.text = f"{text}\n{since}" if since else text
        below = text.count("\n") + 1
        self.move_cursor((line + below, column) if since else self.document.end)

    @property
    def _in_first_line(self) -> bool:
        return self.wrapped_document.location_to_offset(self.cursor_location).y == 0
