"""Typing at length: the box grows with the text, Tab leaves it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

# Textual gives F6 and F7 to selecting, which would hide the screen's own F6 and F7.
_TAKEN_BACK = {"f6", "f7"}


class Narrative(TextArea, inherit_bindings=False):
    """A text field of several lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            binding
            for binding in TextArea.BINDINGS
            if isinstance(binding, Binding) and binding.key not in _TAKEN_BACK
        ),
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
    ]

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make the field; `text` is loaded without counting as a change."""
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=Content(placeholder),
            id=id,
            classes=classes,
        )
        # Whoever comes back to a text mostly goes on with it.
        self.set_reactive(TextArea.selection, Selection.cursor(self.document.end))

    def action_to_start(self) -> None:
        """Go before the first word."""
        self.move_cursor((0, 0))

    def action_to_end(self) -> None:
        """Go behind the last word."""
        self.move_cursor(self.document.end)

    def load(self, text: str) -> None:
        """Show a recorded text: no `Changed`, and undo doesn't go back behind it."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
