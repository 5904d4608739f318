"""One line of typing that gives nothing away: undo, honest pastes, no surprise selection."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from screens.say import say


@dataclass(frozen=True)
class Step:
    """What the field held before an edit, and where the cursor was."""

    value: str
    cursor: int


class LineInput(Input):
    """A text field of one line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Textual deletes to the right with these, which nobody expects.
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
        Binding("ctrl+z,super+z", "undo", "Undo", show=False),
        Binding("ctrl+y,super+y", "redo", "Redo", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        max_length: int = 0,
        password: bool = False,
        hides: bool = False,
        compact: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make the field; `value` is loaded without counting as a change.

        With `hides` it is to be read only while the cursor is in it.
        """
        self._hides = hides
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._kind = ""
        self._stepping = False
        self._cursor_before = 0
        super().__init__(
            placeholder=placeholder,
            max_length=max_length,
            password=password or hides,
            select_on_focus=False,
            compact=compact,
            id=id,
            classes=classes,
        )
        self.load(value)

    def load(self, value: str) -> None:
        """Show a recorded value: no `Changed`, and undo doesn't go back behind it."""
        self._stepping = True
        with self.prevent(Input.Changed):
            self.value = value
        self._stepping = False
        self.cursor_position = len(value)
        self._undo.clear()
        self._redo.clear()
        self._kind = ""

    def on_focus(self) -> None:
        """Show what is hidden from those who look over a shoulder: it is being worked on."""
        if self._hides:
            self.password = False

    def on_blur(self) -> None:
        """Hide it again."""
        if self._hides:
            self.password = True

    def replace(self, text: str, start: int, end: int) -> None:
        """Change the text between two places, remembering where the cursor was for undo."""
        self._cursor_before = self.cursor_position
        super().replace(text, start, end)

    def watch_value(self, old: str, new: str) -> None:
        """Remember what an edit replaced: a word typed, a run of erasing or a leap is one step."""
        if self._stepping or old == new:
            return
        kind = {1: "type", -1: "erase"}.get(len(new) - len(old), "leap")
        starts_word = kind == "type" and new[self._cursor_before : self._cursor_before + 1] == " "
        if kind == "leap" or kind != self._kind or starts_word:
            self._undo.append(Step(old, min(self._cursor_before, len(old))))
        self._kind = kind
        self._redo.clear()

    def action_undo(self) -> None:
        """Take the last edit back."""
        self._step(self._undo, self._redo)

    def action_redo(self) -> None:
        """Make the edit again that was taken back."""
        self._step(self._redo, self._undo)

    def on_paste(self, event: events.Paste) -> None:
        """Paste everything: Textual would keep the first line only and say nothing."""
        event.prevent_default()
        event.stop()
        self.paste(event.text)

    def action_paste(self) -> None:
        """Paste what was copied inside ehtui."""
        self.paste(self.app.clipboard)

    def paste(self, text: str) -> None:
        """Insert the text on one line, and say so if it had several or doesn't fit."""
        lines = [line for line in (plain(line) for line in text.splitlines()) if line.strip()]
        joined = " ".join(line.strip() for line in lines) if len(lines) > 1 else "".join(lines)
        start, end = sorted(self.selection)
        room = self.max_length - len(self.value) + (end - start) if self.max_length else None
        if room is not None and len(joined) > room:
            say(
                self.app,
                f"Not pasted: it has {len(joined)} characters and there is room for {room}.",
                worry=True,
            )
            return
        self.replace(joined, start, end)
        if len(lines) > 1:
            say(self.app, f"{len(lines)} lines were pasted as one.")

    def _step(self, back: list[Step], forth: list[Step]) -> None:
        if not back:
            return
        step = back.pop()
        forth.append(Step(self.value, self.cursor_position))
        self._stepping = True
        self.value = step.value
        self._stepping = False
        self.cursor_position = step.cursor
        self._kind = ""


def plain(line: str) -> str:
    """Return the line with tabs and control characters (escape sequences too) as spaces."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in line)
