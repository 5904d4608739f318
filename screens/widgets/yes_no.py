"""Yes, no, or not asked yet: one key each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

MARKS = {"yes": "(•) yes  ( ) no", "no": "( ) yes  (•) no", "": "( ) yes  ( ) no"}


class YesNo(Widget, can_focus=True):
    """An answer that y, n or the space bar gives, and that Backspace takes away again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", show=False),
        Binding("n", "answer('no')", show=False),
        Binding("space", "turn", show=False),
        Binding("backspace,delete", "answer('')", show=False),
    ]

    answer: reactive[str] = reactive("")
    """"yes", "no", or empty while nobody has asked."""

    @dataclass
    class Changed(Message):
        """The answer was given or taken away."""

        yes_no: YesNo
        answer: str

        @property
        def control(self) -> YesNo:
            """The widget."""
            return self.yes_no

    def __init__(self, answer: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(YesNo.answer, answer if answer in MARKS else "")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that y and n belong to the answer here."""
        return key in ("y", "n", "space")

    def render(self) -> Content:
        """Return both answers, the given one marked."""
        return Content(MARKS[self.answer])

    def action_answer(self, answer: str) -> None:
        """Give an answer, or take it away."""
        if answer != self.answer:
            self.answer = answer
            self.post_message(self.Changed(self, answer))

    def action_turn(self) -> None:
        """Go from not asked to yes, to no, and round again."""
        self.action_answer({"": "yes", "yes": "no", "no": ""}[self.answer])

    def on_click(self, event: events.Click) -> None:
        """Turn as the space bar does."""
        self.focus()
        self.action_turn()
