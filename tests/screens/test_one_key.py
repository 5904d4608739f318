"""One key answers; a sentence typed into the wrong field answers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.events import Key

from screens.commands import A_WORD
from screens.consent.answer_line import AnswerLine
from screens.widgets.one_key import OneKey, heard
from screens.widgets.yes_no import YesNo
from tests.screens.running import paste, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

FOUR = AnswerLine.ANSWERS


@pytest.mark.parametrize(
    ("answers", "typed", "answer"),
    [
        (YesNo.ANSWERS, "y", "yes"),
        (YesNo.ANSWERS, "N", "no"),
        (YesNo.ANSWERS, "yn", "no"),
        (YesNo.ANSWERS, "yes", "yes"),
        (YesNo.ANSWERS, "no", "no"),
        (YesNo.ANSWERS, "nob", None),
        (YesNo.ANSWERS, "yo", None),
        (YesNo.ANSWERS, "m", None),
        (YesNo.ANSWERS, "y?", None),
        (FOUR, "w", "withdrawn"),
        (FOUR, "heard", "heard"),
        (FOUR, "when", None),
    ],
)
def test_what_a_run_of_typing_answers(
    answers: Sequence[str], typed: str, answer: str | None
) -> None:
    assert heard(answers, typed) == answer


class Asked(App[None]):
    """One question."""

    said: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield YesNo("no")

    @on(OneKey.NoAnswer)
    def _said(self, event: OneKey.NoAnswer) -> None:
        self.said = (*self.said, event.sentence)


async def type_later(pilot: Pilot[None], letter: str) -> None:
    """Type a letter as somebody does who has read what was said meanwhile."""
    key = Key(letter, letter)
    key.time += 2 * A_WORD
    pilot.app.post_message(key)
    await settle(pilot)


async def test_a_sentence_leaves_the_answer_as_it_was_and_says_so() -> None:
    app = Asked()
    async with app.run_test() as pilot:
        question = app.query_one(YesNo)
        question.focus()
        await type_text(pilot, "yesterday, no")
        assert (question.answer, len(app.said)) == ("no", 1)
        await paste(pilot, "yes")
        assert (question.answer, len(app.said)) == ("no", 2)
        await pilot.press("left")
        assert question.answer == "yes"
        await pilot.press("n")
        assert question.answer == "no"
        await pilot.press("backspace", "space")
        assert question.answer == "yes"
        await pilot.press("space")
        assert question.answer == "no"
        await type_text(pilot, "but y")
        assert (question.answer, len(app.said)) == ("no", 3)
        await type_later(pilot, "y")
        assert (question.answer, len(app.said)) == ("yes", 3)
