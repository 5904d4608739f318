"""What is typed while a section is being built waits, and is typed once something has the cursor.

Otherwise a word begun before Ctrl+S would go on in a list, where its letters are commands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.screen import Screen

PATIENCE = 1.0
"""Seconds after which a section in which nothing takes the cursor gets its keys all the same."""
TYPING = ("enter", "tab", "shift+tab", "backspace", "delete")


class WaitingKeys:
    """The keys of one screen. Esc, F-keys and Ctrl never wait."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._waiting = False
        self._kept: list[events.Key] = []

    def wait(self) -> None:
        """Keep what is typed from now on, until something has the cursor."""
        self._waiting = True
        self._screen.set_timer(PATIENCE, self.go_on)

    def keeps(self, event: events.Event) -> bool:
        """Keep a key that types; return whether it was kept."""
        if not self._waiting or self._screen.focused or not isinstance(event, events.Key):
            return False
        if not (event.is_printable or event.key in TYPING):
            return False
        self._kept.append(event)
        return True

    def go_on(self) -> None:
        """Type what was kept, in its order."""
        self._waiting = False
        kept, self._kept = self._kept, []
        for event in kept:
            self._screen.app.post_message(events.Key(event.key, event.character))
