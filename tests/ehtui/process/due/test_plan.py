"""Finishing the plan, and asking the centre first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.records.consent import Consent
from data.records.people import Person
from data.records.starting import Enquiry, Refusal, StartDecision
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

STARTED = date(2026, 9, 9)
FINISH = "Finish the Early Help Plan and log it"
TWO_WEEKS = "2 weeks after the Early Help Plan was started on 9 Sep"


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ({}, [("2026-09-23", FINISH, TWO_WEEKS)]),
        (
            {"plan_late_reason": "the interpreter was ill", "plan_due": date(2026, 10, 2)},
            [("2026-10-02", FINISH, "later than usual: the interpreter was ill")],
        ),
        (
            {"plan_late_reason": "illness"},
            [
                (
                    "2026-09-23",
                    f"{FINISH}: say by when instead",
                    f"{TWO_WEEKS}; later because: illness",
                )
            ],
        ),
        (
            {"plan_due": date(2026, 10, 2)},
            [("2026-09-23", FINISH, TWO_WEEKS)],
        ),
        ({"plan_dated": date(2026, 9, 21)}, []),
    ],
    ids=["in time", "later for a reason", "a reason alone", "a later day alone", "finished"],
)
def test_the_plan_is_finished_in_time_or_later_for_a_reason(
    made: Callable[..., CaseFile],
    default: Procedure,
    fields: dict[str, Any],
    rows: list[tuple[str, str, str]],
) -> None:
    file = made(plan_started=STARTED, **fields)
    told = [(str(one.due), one.what, one.why) for one in due_dates(file, default)]
    assert [row for row in told if row[1].startswith(FINISH)] == rows


def children() -> list[Person]:
    return [
        Person(id="a", case_id="case", kind="child", given="Ada"),
        Person(id="b", case_id="case", kind="child", given="Bo"),
        Person(id="u", case_id="case", kind="unborn"),
    ]


@pytest.mark.parametrize(
    ("answers", "waiting"),
    [
        ([], "Ada, Bo"),
        ([("a", "none")], "Bo"),
        ([("a", "none"), ("b", "waiting")], "Bo"),
        ([("a", "none"), ("b", "closed")], None),
        ([(None, "none")], None),
        ([(None, "")], "Ada, Bo"),
    ],
)
def test_the_centre_is_asked_about_every_child_that_is_born(
    made: Callable[..., CaseFile],
    default: Procedure,
    answers: list[tuple[str | None, str]],
    waiting: str | None,
) -> None:
    enquiries = [
        Enquiry(id=str(at), case_id="case", child_id=child, answer=answer)
        for at, (child, answer) in enumerate(answers)
    ]
    decided = [StartDecision(id="d", case_id="case", on=STARTED, decision="start")]
    file = made(people=children(), enquiries=enquiries, start_decisions=decided)
    told = [one for one in due_dates(file, default) if one.what.startswith("Ask the Early Help")]
    expected = [f"Ask the Early Help Team whether a plan exists: {waiting}"] if waiting else []
    assert [one.what for one in told] == expected


def test_before_a_decision_nobody_is_to_be_asked(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    assert due_dates(made(people=children()), default) == []


RAISED = {"first_concern": date(2026, 9, 3)}
FIRST_DAY = "Write down the day on which the Early Help Plan starts"
WAITING = (
    "Decide whether to start an Early Help Plan",
    "Ask the family whether they agree",
    FIRST_DAY,
)


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        (RAISED, ["Decide whether to start an Early Help Plan"]),
        ({}, []),
        ({**RAISED, "start_decisions": [("start", date(2026, 9, 7))]},
         ["Ask the family whether they agree"]),
        ({**RAISED, "start_decisions": [("single_service", date(2026, 9, 7))]}, []),
        ({**RAISED, "plan_started": STARTED}, []),
        ({**RAISED, "start_decisions": [("start", date(2026, 9, 7))],
          "refusals": [Refusal(id="r", case_id="case", on=date(2026, 9, 8))]}, []),
    ],
    ids=["raised", "never raised", "decided to start", "one service", "started", "refused"],
)  # fmt: skip
def test_a_concern_that_was_only_noted_comes_back(
    made: Callable[..., CaseFile],
    default: Procedure,
    fields: dict[str, Any],
    rows: list[str],
) -> None:
    decisions = [
        StartDecision(id=f"d{at}", case_id="case", decision=key, on=day)
        for at, (key, day) in enumerate(fields.get("start_decisions", []))
    ]
    file = made(**{**fields, "start_decisions": decisions})
    told = [one for one in due_dates(file, default) if one.what in WAITING]
    assert [one.what for one in told] == rows
    assert all("no time is stated" in one.why for one in told)


def says(start: str, on: date = STARTED) -> Consent:
    capacity = "parental_responsibility"
    return Consent(
        id=f"c-{start}", case_id="case", on=on, by_id="mum", capacity=capacity, start=start
    )


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ({"consents": [says("yes")]}, [("2026-09-16", FIRST_DAY, "case")]),
        ({"consents": [says("yes")], "plan_started": STARTED}, []),
        ({"consents": [says("no")]}, []),
        ({"consents": [says("heard")]}, [("2026-09-14", WAITING[1], "")]),
    ],
    ids=["yes", "yes and started", "no", "no objection, which is no yes"],
)
def test_the_first_day_is_written_down_once_the_family_has_said_yes(
    made: Callable[..., CaseFile],
    mum: dict[str, list[Any]],
    default: Procedure,
    fields: dict[str, Any],
    rows: list[tuple[str, str, str]],
) -> None:
    decided = StartDecision(id="d", case_id="case", decision="start", on=date(2026, 9, 7))
    file = made(**RAISED, **mum, **fields, start_decisions=[decided])
    told = [one for one in due_dates(file, default) if one.what in WAITING]
    assert [(str(one.due), one.what, one.record) for one in told] == rows
