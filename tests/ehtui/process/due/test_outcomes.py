"""Outcomes and actions: by their own days, and what happens if nothing moves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.records.meetings import Meeting
from data.records.outcomes import Action, Outcome, Progress
from data.records.people import Person
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

BY, DECIDE = date(2026, 12, 18), date(2026, 11, 20)


def told(file: CaseFile, procedure: Procedure, kind: str) -> list[tuple[str, str, str]]:
    rows = due_dates(file, procedure)
    return [(str(one.due), one.what, one.why) for one in rows if one.kind == kind]


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"status": "open"}, ["contingency", "outcome"]),
        ({"status": "open", "contingency_decided": DECIDE}, ["outcome"]),
        ({"status": "met"}, []),
        ({"status": "changed"}, []),
        ({"status": "dropped"}, []),
        ({"status": "open", "contingency_by": None, "by": None}, []),
    ],
)
def test_an_outcome_is_asked_about_while_it_is_hoped_for(
    made: Callable[..., CaseFile], default: Procedure, fields: dict[str, Any], kinds: list[str]
) -> None:
    known = {"contingency_by": DECIDE, "by": BY, "title": "sleep", "number": 1, **fields}
    file = made(outcomes=[Outcome(id="o", case_id="case", **known)])
    assert [one.kind for one in due_dates(file, default)] == kinds


def test_the_latest_measure_stands_in_the_reason(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(
        outcomes=[Outcome(id="o", case_id="case", title="sleep", status="open", by=BY)],
        meetings=[Meeting(id="m", case_id="case", on=date(2026, 10, 22), held=True, kind="talk")],
        progress=[
            Progress(id="2", case_id="case", outcome_id="o", value="3 of 7", meeting_id="m"),
            Progress(id="3", case_id="case", outcome_id="o", value="2 of 7", on=date(2026, 10, 1)),
        ],
    )
    assert told(file, default, "outcome") == [
        ("2026-12-18", "Outcome: sleep", "its own date; 3 of 7 on 22 Oct")
    ]


def test_a_draft_in_a_finished_plan_needs_work(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    draft = Outcome(id="o", case_id="case", number=3, title="Keeva feels better", status="draft")
    file = made(plan_dated=date(2026, 9, 21), outcomes=[draft])
    (row,) = told(file, default, "outcome")
    assert row[:2] == ("2026-09-21", "Outcome 3 needs work: still a draft thought")
    assert row[2].startswith("in the Early Help Plan of 21 Sep: “better” can mean anything")
    draft.status = "open"
    assert told(file, default, "outcome") == []


@pytest.mark.parametrize(
    ("owners", "left_out"),
    [(["a"], ["b"]), (["a", "b"], []), ([None], []), ([], []), (["a", None], ["b"])],
)
def test_a_child_without_an_outcome_is_seen_where_others_have_one(
    made: Callable[..., CaseFile],
    default: Procedure,
    owners: list[str | None],
    left_out: list[str],
) -> None:
    people = [Person(id=key, case_id="case", kind="unborn", given=key) for key in ("a", "b")]
    outcomes = [
        Outcome(id=str(at), case_id="case", for_id=one, status="open")
        for at, one in enumerate(owners)
    ]
    file = made(plan_dated=date(2026, 9, 21), people=people, outcomes=outcomes)
    assert [row[1] for row in told(file, default, "outcome")] == [
        f"No outcome for: {name}" for name in left_out
    ]


@pytest.mark.parametrize(
    ("fields", "row"),
    [
        ({}, ("2026-11-06", "do it", "from the plan")),
        ({"agreed_at_id": "m"}, ("2026-11-06", "do it", "from the review of 22 Oct")),
        (
            {"first_due": date(2026, 9, 30), "moved_at_id": "m"},
            (
                "2026-11-06",
                "do it",
                "from the plan, 30 Sep; moved to 6 Nov at the review of 22 Oct; late once already",
            ),
        ),
        (
            {"first_due": date(2026, 9, 30)},
            ("2026-11-06", "do it", "from the plan, 30 Sep; moved to 6 Nov; late once already"),
        ),
        ({"first_due": date(2026, 11, 6)}, ("2026-11-06", "do it", "from the plan")),
        ({"status": "done"}, None),
        ({"status": "declined"}, None),
        ({"due": None}, None),
    ],
)
def test_an_action_is_due_until_it_is_done(
    made: Callable[..., CaseFile],
    default: Procedure,
    fields: dict[str, Any],
    row: tuple[str, str, str] | None,
) -> None:
    review = Meeting(id="m", case_id="case", kind="review_taf", on=date(2026, 10, 22), held=True)
    action = Action(**{"id": "a", "case_id": "case", "what": "do it", "due": date(2026, 11, 6),
                       **fields})  # fmt: skip
    assert told(made(meetings=[review], actions=[action]), default, "action") == (
        [row] if row else []
    )


def test_the_minutes_say_where_an_action_was_moved(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    day = date(2026, 11, 6)
    file = made(
        meetings=[
            Meeting(id="m", case_id="case", kind="review_taf", on=date(2026, 10, 22), held=True)
        ],
        actions=[Action(id="a", case_id="case", what="x", due=day, first_due=date(2026, 9, 30))],
        progress=[Progress(id="p", case_id="case", meeting_id="m", action_id="a", moved_to=day)],
    )
    why = told(file, default, "action")[0][2]
    assert why.endswith("at the review of 22 Oct; late once already")


def test_who_does_it_is_named_from_the_record_where_it_is_not_written(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(
        people=[Person(id="p", case_id="case", kind="adult", given="Siân")],
        actions=[Action(id="a", case_id="case", what="x", due=BY, who_person_id="p")],
    )
    assert [one.who for one in due_dates(file, default)] == ["Siân"]
