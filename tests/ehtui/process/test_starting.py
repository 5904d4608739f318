"""Whether to start: the questions lead to exactly one way on."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from data.procedures.starting import Question, StartRoute
from data.records.cases import Lead
from data.records.starting import StartDecision
from ehtui.process.course.starting import (
    decision_of,
    leads_meanwhile,
    read_answers,
    wants_team,
    where_to,
    write_answers,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

NOTHING_SPEAKS_AGAINST = {
    "harm": False, "existing": False, "concern": True, "one_service": False, "refused": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "route"),
    [
        ({"harm": True}, "harm"),
        ({"harm": True, "refused": True, "concern": False}, "harm"),
        ({**NOTHING_SPEAKS_AGAINST, "existing": True}, "join"),
        ({**NOTHING_SPEAKS_AGAINST, "concern": False}, "no_concern"),
        ({**NOTHING_SPEAKS_AGAINST, "one_service": True}, "own_service"),
        ({**NOTHING_SPEAKS_AGAINST, "refused": True}, "refused"),
        (NOTHING_SPEAKS_AGAINST, "start"),
    ],
)
def test_answers_lead_to_one_way_on(
    default: Procedure, answers: dict[str, bool], route: str
) -> None:
    found = where_to(default, answers)
    assert isinstance(found, StartRoute)
    assert found.key == route


def test_the_next_question_is_asked_and_harm_is_the_first(default: Procedure) -> None:
    first, second = where_to(default, {}), where_to(default, {"harm": False})
    assert isinstance(first, Question)
    assert isinstance(second, Question)
    assert (first.key, second.key) == ("harm", "existing")


def test_whatever_is_answered_a_way_on_is_found(default: Procedure) -> None:
    keys = [question.key for question in default.questions]
    for said in product((True, False), repeat=len(keys)):
        found = where_to(default, dict(zip(keys, said, strict=True)))
        assert isinstance(found, StartRoute)
        assert (found.key == "harm") is said[0]


def test_answers_are_kept_and_read_back() -> None:
    answers = {"harm": False, "concern": True}
    assert read_answers(write_answers(answers)) == answers
    assert read_answers("") == {}
    assert read_answers("harm: maybe\nconcern") == {}


def decided(*decisions: tuple[int, str]) -> list[StartDecision]:
    return [
        StartDecision(id=f"d{day}", case_id="case", on=date(2026, 9, day), decision=decision)
        for day, decision in decisions
    ]


@pytest.mark.parametrize(
    ("decisions", "latest", "team"),
    [
        ([], "", True),
        ([(1, "own_service")], "own_service", False),
        ([(9, "start"), (1, "own_service")], "start", True),
        ([(1, "start"), (9, "own_service")], "own_service", False),
    ],
)
def test_the_latest_decision_says_whether_a_team_is_called(
    made: Callable[..., CaseFile], decisions: list[tuple[int, str]], latest: str, team: bool
) -> None:
    file = made(start_decisions=decided(*decisions))
    assert (decision_of(file), wants_team(file)) == (latest, team)


def test_whoever_assesses_leads_until_somebody_is_named(made: Callable[..., CaseFile]) -> None:
    file = made(start_decisions=decided((1, "start")))
    assert leads_meanwhile(file)
    file.leads = [Lead(id="l", case_id="case", name="Jo Field")]
    assert not leads_meanwhile(file)
