"""A question answered by one key, in which a sentence typed by mistake answers nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.commands import A_WORD

if TYPE_CHECKING:
    from collections.abc import Sequence


def heard(answers: Sequence[str], typed: str) -> str | None:
    """Return the answer that a run of typing gives, None where it is anything else.

    An answer's first letter gives it, so does its whole word; of several letters the last counts.
    """
    keys = {answer[0]: answer for answer in answers}
    run = typed.casefold()
    if set(run) <= keys.keys():
        return keys[run[-1]]
    return next((one for one in answers if one.startswith(run)), None)


class OneKey(Widget, can_focus=True):
    """Its first letter gives an answer, ← and → go through them, Backspace takes it away."""

    ANSWERS: ClassVar[tuple[str, ...]] = ()
    """Words with first letters of their own."""
    KEYS: ClassVar[str] = ""
    """What to say of other keys: what to press."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "beside(-1)", show=False),
        Binding("right", "beside(1)", show=False),
        Binding("backspace,delete", "answer('')", show=False),
    ]

    answer: reactive[str] = reactive("")
    """One of the answers, or empty while nobody has asked."""

    @dataclass
    class Changed(Message):
        """The answer was given or taken away."""

        question: OneKey
        answer: str

        @property
        def control(self) -> OneKey:
            """The widget."""
            return self.question

    @dataclass
    class NoAnswer(Message):
        """Something was typed or pasted that answers nothing."""

        sentence: str
        """What to say about it."""

    def __init__(
        self, answer: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._typed = ""
        self._before = answer
        self._lost = False
        self._at = 0.0
        self.set_reactive(OneKey.answer, answer if answer in self.ANSWERS else "")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that letters and digits stay here, also those that answer nothing."""
        return character is not None and (character.isalnum() or character == " ")

    def on_focus(self) -> None:
        """Whatever is typed now begins anew."""
        self._begin_anew()

    def on_key(self, event: events.Key) -> None:
        """Take an answer; a sentence takes back what its first letters answered, and is told once.

        Whoever read that presses the key that answers: it comes after a pause.
        """
        if event.time - self._at > A_WORD:
            self._begin_anew()
        self._at = event.time
        if event.character is None or not self.check_consume_key(event.key, event.character):
            if not (self._lost and event.is_printable):  # a sentence goes on behind its comma
                self._begin_anew()
            return
        event.stop()
        event.prevent_default()
        self._typed += event.character
        answer = self.heard(self._typed)
        self.action_answer(self._before if answer is None else answer)
        if answer is None and not self._lost:
            self._lost = True
            self.post_message(self.NoAnswer(self.KEYS))

    def on_paste(self, event: events.Paste) -> None:
        """Say that a text has no place here."""
        event.stop()
        self.post_message(self.NoAnswer(self.KEYS))

    def heard(self, typed: str) -> str | None:
        """Return the answer that the typing since the last other key gives, if it gives one."""
        return heard(self.ANSWERS, typed)

    def action_answer(self, answer: str) -> None:
        """Give an answer, or take it away."""
        if answer != self.answer:
            self.answer = answer
            self.post_message(self.Changed(self, answer))

    def action_beside(self, step: int) -> None:
        """Go to the answer beside this one."""
        at = self.ANSWERS.index(self.answer) + step if self.answer else 0
        self.action_answer(self.ANSWERS[max(0, min(at, len(self.ANSWERS) - 1))])

    def _begin_anew(self) -> None:
        self._typed, self._before, self._lost = "", self.answer, False
