"""One part of the consent and what was said to it: one key an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

ANSWERS = {"y": "yes", "n": "no", "h": "heard", "w": "withdrawn"}
WORDS = {"yes": "yes", "no": "no", "heard": "heard only", "withdrawn": "withdrawn"}


class AnswerLine(Widget, can_focus=True):
    """An answer given with y, n, h or w, and taken away with Backspace."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"answer('{answer}')", show=False) for key, answer in ANSWERS.items()),
        Binding("backspace,delete", "answer('')", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    answer: reactive[str] = reactive("")
    """A code of the list `answer`; empty while nobody has asked."""

    @dataclass
    class Changed(Message):
        """The answer was given or taken away."""

        part: str
        answer: str

    def __init__(self, part: str, title: str, meaning: str, answer: str) -> None:
        """Show the part's title and what saying yes to it means."""
        super().__init__(id=f"answer-{part}", classes="answer")
        self.part = part
        self._label = title
        self._meaning = meaning
        self.set_reactive(AnswerLine.answer, answer)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that the answers' letters belong here."""
        return key in ANSWERS

    def render(self) -> Content:
        """Return the part and its answers, the given one marked."""
        shown = [
            Content(f"({'•' if answer == self.answer else ' '}) {WORDS[answer]}")
            for answer in ANSWERS.values()
        ]
        label = Content(f"{self._label:<8}").stylize("bold")
        return label + Content("  ").join(shown) + Content(f"   {self._meaning}")

    def action_answer(self, answer: str) -> None:
        """Give an answer, or take it away."""
        if answer != self.answer:
            self.answer = answer
            self.post_message(self.Changed(self.part, answer))
