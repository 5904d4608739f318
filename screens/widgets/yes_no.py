"""Yes, no, or not asked yet: one key each."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content

from screens.widgets.one_key import OneKey

MARKS = {"yes": "(•) yes  ( ) no", "no": "( ) yes  (•) no", "": "( ) yes  ( ) no"}
TURNED = {"": "yes", "yes": "no", "no": ""}


class YesNo(OneKey):
    """An answer that y, n or the space bar gives, and that Backspace takes away again."""

    ANSWERS: ClassVar[tuple[str, ...]] = ("yes", "no")
    KEYS: ClassVar[str] = "Not taken: y yes, n no."

    def render(self) -> Content:
        """Return both answers, the given one marked."""
        return Content(MARKS[self.answer])

    def heard(self, typed: str) -> str | None:
        """Let the space bar alone turn the answer."""
        if typed.isspace():
            return TURNED[self.answer]
        return super().heard(typed.rstrip())

    def on_click(self, event: events.Click) -> None:
        """Turn as the space bar does."""
        self.focus()
        self.action_answer(TURNED[self.answer])
