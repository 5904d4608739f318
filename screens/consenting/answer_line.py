"""One part of the consent and what was said to it: one key an answer."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from screens.widgets.one_key import OneKey

WORDS = {"yes": "yes", "no": "no", "heard": "heard only", "withdrawn": "withdrawn"}


class AnswerLine(OneKey):
    """An answer given with y, n, h or w, and taken away with Backspace."""

    ANSWERS: ClassVar[tuple[str, ...]] = tuple(WORDS)
    KEYS: ClassVar[str] = "y is yes, n is no, h is heard only, w is withdrawn."

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
        """Return the part and its answers, the given one marked."""
        shown = [
            Content(f"({'•' if answer == self.answer else ' '}) {words}")
            for answer, words in WORDS.items()
        ]
        label = Content(f"{self._label:<8}").stylize("bold")
        return label + Content("  ").join(shown) + Content(f"   {self._meaning}")
