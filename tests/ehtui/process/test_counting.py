"""Numbers over many cases: each thing once, in its period, in time or late, and nobody's name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.loading import load
from data.records.closing import Closing
from data.records.findings import FrameworkAnswer
from data.records.meetings import Meeting
from data.records.outcomes import Outcome, Progress
from data.records.quality import QualityAudit
from data.records.starting import Refusal
from ehtui.process.counting import Number, Period, count
from ehtui.process.facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile

TODAY = date(2026, 11, 22)
STARTED, DATED = date(2026, 9, 9), date(2026, 9, 21)
EVER = Period(None, TODAY)


def meeting(kind: str, on: date, **said: Any) -> Meeting:
    known = {"id": f"{kind}-{on}", "case_id": "case", "kind": kind, "on": on, "held": True}
    return Meeting(**{**known, **said})


def closed(on: date, **said: Any) -> list[Closing]:
    return [Closing(id="x", case_id="case", on=on, **said)]


def outcome(**said: Any) -> list[Outcome]:
    return [Outcome(**{"id": "o", "case_id": "case", "title": "sleeps", "status": "open", **said})]


def stood(status: str, on: date = DATED, key: str = "p") -> Progress:
    return Progress(id=key, case_id="case", outcome_id="o", status=status, on=on)


def numbers(area: str, file: CaseFile, period: Period = EVER) -> list[Number]:
    return count([facts_of(file, load(area))], period)


FIRST = meeting("first_taf", date(2026, 10, 1))
COUNTED: list[tuple[str, str, dict[str, Any], set[str]]] = [
    ("open", "newcastle", {}, {"cases/open", "stage/identify"}),
    ("a level", "doncaster", {"level": "3"}, {"level/3"}),
    ("no level said", "doncaster", {}, {"level/"}),
    ("begun", "newcastle", {"first_concern": STARTED}, {"cases/begun"}),
    ("refused", "newcastle",
     {"refusals": [Refusal(id="r", case_id="case", on=DATED)]}, {"cases/refused"}),
    ("closed", "newcastle", {"closings": closed(DATED, reason="needs_met")},
     {"cases/closed", "closings/needs_met"}),
    ("closed, no reason", "newcastle", {"closings": closed(DATED)}, {"closings/"}),
    ("needs left", "newcastle", {"closings": closed(DATED, still_open="rent")},
     {"unmet/still_open"}),
    ("opened again", "newcastle", {"closings": closed(DATED, reopened=date(2026, 10, 2))},
     {"cases/reopened", "cases/open"}),
    ("a plan in time", "newcastle", {"plan_started": STARTED, "plan_dated": DATED},
     {"plans/started", "plans/finished", "plan_times/in_time"}),
    ("a late plan", "newcastle", {"plan_started": STARTED, "plan_dated": date(2026, 9, 24)},
     {"plan_times/late"}),
    ("late, with a reason", "newcastle",
     {"plan_started": STARTED, "plan_dated": date(2026, 9, 24), "plan_late_reason": "moved house"},
     {"plan_times/with_reason"}),
    ("no time stated", "hull", {"plan_started": STARTED, "plan_dated": DATED},
     {"plan_times/not_stated"}),
    ("a plan overdue", "newcastle", {"plan_started": STARTED}, {"plan_times/overdue"}),
    ("a first meeting", "newcastle", {"plan_dated": DATED, "meetings": [FIRST]},
     {"first_taf_times/in_time"}),
    ("no first meeting", "newcastle", {"plan_started": STARTED, "plan_dated": DATED},
     {"first_taf_times/overdue"}),
    ("a review after the first meeting", "newcastle",
     {"plan_dated": DATED, "meetings": [FIRST, meeting("review_taf", date(2026, 10, 29))]},
     {"review_times/in_time"}),
    ("a day later", "newcastle",
     {"plan_dated": DATED, "meetings": [FIRST, meeting("review_taf", date(2026, 10, 30))]},
     {"review_times/late"}),
    ("a day later, the one before called off", "newcastle",
     {"plan_dated": DATED, "meetings": [
         FIRST,
         meeting("review_taf", date(2026, 10, 28), held=None, cancelled_why="the lead was ill"),
         meeting("review_taf", date(2026, 10, 30))]},
     {"review_times/with_reason"}),
    ("a day later, opened again in between", "newcastle",
     {"plan_dated": DATED, "meetings": [FIRST, meeting("review_taf", date(2026, 10, 30))],
      "closings": closed(date(2026, 10, 5), reopened=date(2026, 10, 20))},
     {"review_times/not_stated"}),
    ("reached", "newcastle", {"outcomes": outcome(status="met", subject="housing")},
     {"outcomes/housing/reached"}),
    ("better", "newcastle",
     {"outcomes": outcome(), "progress": [stood("worse", STARTED), stood("better", key="q")]},
     {"outcomes/not_said/in_part"}),
    ("no better", "newcastle", {"outcomes": outcome(), "progress": [stood("same")]},
     {"outcomes/not_said/not_reached"}),
    ("not measured", "newcastle", {"outcomes": outcome()}, {"outcomes/not_said/not_measured"}),
    ("help needed", "doncaster",
     {"framework_answers": [FrameworkAnswer(
         id="f", case_id="case", outcome=load("doncaster").framework_outcomes[0].key,
         state="needs_help")]},
     {f"framework/{load('doncaster').framework_outcomes[0].key}"}),
    ("an audit", "doncaster",
     {"quality_audits": [QualityAudit(id="a", case_id="case", on=DATED, grade="good")]},
     {"audits/good"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("area", "said", "found"), [one[1:] for one in COUNTED], ids=[one[0] for one in COUNTED]
)
def test_each_thing_is_counted(
    made: Callable[..., CaseFile], area: str, said: dict[str, Any], found: set[str]
) -> None:
    told = numbers(area, made(**said))
    assert found <= {f"{one.part}/{one.key}" for one in told}
    assert {one.count for one in told} == {1}


@pytest.mark.parametrize(
    ("said", "not_found"),
    [
        ({"outcomes": outcome(status="draft")}, "outcomes"),
        ({"closings": closed(DATED)}, "stage"),
        ({"plan_started": STARTED}, "first_taf_times"),
        ({"plan_started": date(2026, 11, 16)}, "plan_times"),
        ({"continued_in": "another"}, "cases"),
    ],
    ids=["a draft thought", "a closed case's stage", "no plan yet", "time left", "carried on"],
)
def test_what_is_not_counted(
    made: Callable[..., CaseFile], said: dict[str, Any], not_found: str
) -> None:
    assert not_found not in {one.part for one in numbers("newcastle", made(**said))}


def test_a_period_leaves_out_what_was_before_it(made: Callable[..., CaseFile]) -> None:
    file = made(
        first_concern=date(2026, 8, 1), plan_started=STARTED, plan_dated=DATED,
        meetings=[FIRST, meeting("review_taf", date(2026, 10, 22))],
    )  # fmt: skip
    told = {one.part for one in numbers("newcastle", file, Period(date(2026, 10, 10), TODAY))}
    assert "review_times" in told
    assert not told & {"plans", "plan_times", "first_taf_times"}
    assert "cases" in told  # that it is open holds today


def test_a_later_review_counts_from_the_one_before_it(made: Callable[..., CaseFile]) -> None:
    reviews = [meeting("review_taf", date(2026, 10, 22)), meeting("review_taf", TODAY)]
    told = numbers("newcastle", made(plan_dated=DATED, meetings=[FIRST, *reviews]))
    found = {one.key: one.count for one in told if one.part == "review_times"}
    assert found == {"in_time": 2}


def test_small_numbers_are_said_and_areas_are_told_apart(made: Callable[..., CaseFile]) -> None:
    cases = [facts_of(made(level="2"), load("doncaster")) for _ in range(5)]
    cases.append(facts_of(made(level="2"), load("gloucestershire")))
    told = [one for one in count(cases, EVER) if one.part == "level"]
    assert [(one.area, one.count, one.is_small) for one in told] == [
        ("Doncaster", 5, False),
        ("Gloucestershire", 1, True),
    ]


def test_numbers_name_nobody(paper: CaseFile) -> None:
    told = " ".join(f"{one.key} {one.words}" for one in numbers("newcastle", paper))
    names = {one.given for one in paper.people} | {one.family for one in paper.people}
    assert not [one for one in names if one and one in told]
