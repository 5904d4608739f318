"""One part of the consent and what was said to it: one key an answer."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from screens.widgets.one_key import OneKey


class AnswerLine(OneKey):
    """An answer given with y, n, h or w, and taken away with Backspace."""

    ANSWERS: ClassVar[tuple[str, ...]] = ("yes", "no", "heard", "withdrawn")
    KEYS: ClassVar[str] = "Not taken: y is yes, n is no, h is heard, w is withdrawn."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, part: str, title: str, meaning: str, answer: str) -> None:
        """Show the part's title and what saying yes to it means."""
        super().__init__(answer, id=f"answer-{part}", classes="answer")
        self.part = part
        self._label = title
        self._meaning = meaning

    def render(self) -> Content:
        """Return what is asked and below it the answers, the given one marked."""
        shown = [
            Content(f"({'•' if answer == self.answer else ' '}) {answer}")
            for answer in self.ANSWERS
        ]
        asked = Content(self._label).stylize("bold") + Content(f": {self._meaning}")
        return asked + Content("\n  ") + Content("  ").join(shown)
