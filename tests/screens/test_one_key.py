"""One key answers; a sentence typed into the wrong field answers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import on
from textual.app import App, ComposeResult

from screens.consenting.answer_line import AnswerLine
from screens.widgets.one_key import OneKey, heard
from screens.widgets.yes_no import YesNo
from tests.screens.running import paste, type_text

if TYPE_CHECKING:
    from collections.abc import Sequence

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


async def test_a_sentence_leaves_the_answer_as_it_was_and_says_so() -> None:
    app = Asked()
    async with app.run_test() as pilot:
        question = app.query_one(YesNo)
        question.focus()
        await type_text(pilot, "yesterday no")
        assert question.answer == "no"
        assert app.said
        said = len(app.said)
        await paste(pilot, "yes")
        assert (question.answer, len(app.said)) == ("no", said + 1)
        await pilot.press("left")
        assert question.answer == "yes"
        await pilot.press("n")
        assert question.answer == "no"
        await pilot.press("backspace", "space")
        assert question.answer == "yes"
        await pilot.press("space")
        assert question.answer == "no"
