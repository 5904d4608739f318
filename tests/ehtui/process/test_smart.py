"""What an outcome still lacks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.records.assessment import Statement
from data.records.outcomes import Action, Outcome
from ehtui.process.smart import smart

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

GOOD: dict[str, Any] = {
    "title": "Tomek sleeps through 5 nights of 7", "measure": "nights", "starting": "1 of 7",
    "target": "5 of 7", "by": date(2026, 12, 18), "measured_by": "mum's diary",
    "agreed_with": "mum", "worry_id": "w", "contingency": "sleep clinic",
    "contingency_by": date(2026, 11, 20),
}  # fmt: skip
DIARY = Action(id="a", case_id="case", outcome_id="o", what="diary", who="mum")


def gaps(
    made: Callable[..., CaseFile], procedure: Procedure, actions: list[Action], **fields: Any
) -> list[tuple[str, str]]:
    outcome = Outcome(**{"id": "o", "case_id": "case", **GOOD, **fields})
    worry = Statement(id="w", case_id="case", part="worries", text="no sleep")
    file = made(outcomes=[outcome], actions=actions, statements=[worry])
    return [(gap.letter, gap.words) for gap in smart(outcome, file, procedure)]


def test_an_outcome_that_lacks_nothing(made: Callable[..., CaseFile], default: Procedure) -> None:
    assert gaps(made, default, [DIARY]) == []


@pytest.mark.parametrize(
    ("fields", "letter", "words"),
    [
        ({"title": ""}, "S", "say what should change"),
        ({"title": "Keeva feels better"}, "S", "“better” can mean anything"),
        ({"title": "To engage with school"}, "S", "“engage” can mean anything"),
        ({"title": "Referral to CAMHS"}, "S", "“Referral” is what somebody offers"),
        ({"measure": ""}, "M", "say how we'd know"),
        ({"measured_by": ""}, "M", "say who measures it"),
        ({"starting": ""}, "M", "say where it stands now"),
        ({"target": ""}, "M", "say what to reach"),
        ({"agreed_with": ""}, "R", "say who in the family wants this"),
        ({"worry_id": None}, "R", "say which worry it answers"),
        ({"by": None}, "T", "say by when"),
        ({"contingency": ""}, "+", "say what happens if there is no progress"),
        ({"contingency_by": None}, "+", "say when to decide that there is no progress"),
    ],
)
def test_one_thing_missing_is_one_gap(
    made: Callable[..., CaseFile],
    default: Procedure,
    fields: dict[str, Any],
    letter: str,
    words: str,
) -> None:
    ((found, said),) = gaps(made, default, [DIARY], **fields)
    assert found == letter
    assert said.startswith(words)


@pytest.mark.parametrize(
    ("title"),
    ["Arrears of £640 agreed with housing, under £300", "5 more nights of sleep a week"],
)
def test_a_change_told_in_numbers_is_not_vague(
    made: Callable[..., CaseFile], default: Procedure, title: str
) -> None:
    assert gaps(made, default, [DIARY], title=title) == []


def test_somebody_must_do_something(made: Callable[..., CaseFile], default: Procedure) -> None:
    nobody = Action(id="a", case_id="case", outcome_id="o", what="diary")
    elsewhere = Action(id="a", case_id="case", outcome_id="other", what="diary", who="mum")
    assert gaps(made, default, []) == [("A", "say who does what")]
    assert gaps(made, default, [elsewhere]) == [("A", "say who does what")]
    assert gaps(made, default, [nobody]) == [("A", "say who does it: diary")]


def test_the_letters_stand_for_what_the_area_says(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made()
    words = msgspec.structs.replace(default.words, smart=("1", "2", "3", "4", "5"))
    own = msgspec.structs.replace(default, words=words)
    empty = Outcome(id="o", case_id="case")
    assert {(gap.letter, gap.stands_for) for gap in smart(empty, file, own)} == {
        ("S", "1"), ("M", "2"), ("A", "3"), ("R", "4"), ("T", "5"), ("+", ""),
    }  # fmt: skip
    assert next(iter(smart(empty, file, default))).stands_for == "specific"
