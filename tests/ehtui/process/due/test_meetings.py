"""Meetings: as agreed, at the latest, and without a next date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.records.closing import Closing
from data.records.meetings import Attendance, Meeting
from data.records.starting import StartDecision
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

PLAN = date(2026, 9, 21)
FIRST: dict[str, Any] = {"kind": "first_taf", "on": date(2026, 10, 1), "held": True}
REVIEW: dict[str, Any] = {"kind": "review_taf", "on": date(2026, 10, 22), "held": True}
Row = tuple[str, str, str]


def told(file: CaseFile, procedure: Procedure) -> list[Row]:
    rows = due_dates(file, procedure)
    return [(str(one.due), one.what, one.why) for one in rows if one.kind == "meeting"]


def meetings(*said: dict[str, Any]) -> list[Meeting]:
    return [Meeting(id=f"m{at}", case_id="case", **one) for at, one in enumerate(said)]


CASES: list[tuple[str, list[dict[str, Any]], list[Row]]] = [
    ("none planned: the last day by the clock", [], [
        ("2026-10-05", "First TAF", "2 weeks after the Early Help Plan of 21 Sep"),
    ]),
    ("planned in time: its own day", [{"kind": "first_taf", "on": date(2026, 10, 1)}], [
        ("2026-10-01", "First TAF",
         "planned; at the latest 5 Oct, 2 weeks after the Early Help Plan of 21 Sep"),
    ]),
    ("planned too late: both days", [{"kind": "first_taf", "on": date(2026, 10, 8)}], [
        ("2026-10-05", "First TAF: its latest date",
         "2 weeks after the Early Help Plan of 21 Sep; planned for 8 Oct without a reason"),
        ("2026-10-08", "First TAF", "planned"),
    ]),
    ("planned later for a reason: that makes it right",
     [{"kind": "first_taf", "on": date(2026, 10, 8), "late_reason": "half term"}], [
        ("2026-10-08", "First TAF", "planned; later than usual: half term"),
    ]),
    ("called off: the clock runs again",
     [{"kind": "first_taf", "on": date(2026, 10, 1), "held": False}], [
        ("2026-10-05", "First TAF", "2 weeks after the Early Help Plan of 21 Sep"),
    ]),
    ("no next date agreed", [FIRST], [
        ("2026-10-01", "Agree the next date", "none was agreed at the first TAF of 1 Oct"),
        ("2026-10-29", "First review TAF", "4 weeks after the first TAF of 1 Oct"),
    ]),
    ("the next date agreed", [{**FIRST, "next_on": date(2026, 10, 22)}], [
        ("2026-10-22", "First review TAF", "agreed at the first TAF of 1 Oct; "
         "at the latest 29 Oct, 4 weeks after the first TAF of 1 Oct"),
    ]),
    ("the next date agreed too late", [FIRST, {**REVIEW, "next_on": date(2026, 12, 24)}], [
        ("2026-12-17", "Review TAF: its latest date",
         "8 weeks after the review of 22 Oct; planned for 24 Dec without a reason"),
        ("2026-12-24", "Review TAF", "agreed at the review of 22 Oct"),
    ]),
    ("a planned meeting stands for the date agreed",
     [FIRST, {**REVIEW, "next_on": date(2026, 12, 10)},
      {"kind": "review_taf", "on": date(2026, 12, 17)}], [
        ("2026-12-17", "Review TAF",
         "planned; the latest date, 8 weeks after the review of 22 Oct"),
    ]),
    ("closing agreed: no next one", [FIRST, {**REVIEW, "next_step": "needs_met"}], []),
    ("another meeting", [{**FIRST, "next_on": date(2026, 10, 22)},
                         {"kind": "pre_taf", "on": date(2026, 10, 8)}], [
        ("2026-10-08", "Practitioners before the TAF", "planned"),
        ("2026-10-22", "First review TAF", "agreed at the first TAF of 1 Oct; "
         "at the latest 29 Oct, 4 weeks after the first TAF of 1 Oct"),
    ]),
    ("a review never marked as held doesn't hide the next one",
     [FIRST, {"kind": "review_taf", "on": date(2026, 10, 15)}, REVIEW], [
        ("2026-10-15", "Review TAF", "planned"),
        ("2026-10-22", "Agree the next date", "none was agreed at the review of 22 Oct"),
        ("2026-12-17", "Review TAF", "8 weeks after the review of 22 Oct"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("held", "rows"), [one[1:] for one in CASES], ids=[one[0] for one in CASES]
)
def test_the_teams_meetings_are_due_as_agreed_or_by_the_clock(
    made: Callable[..., CaseFile],
    default: Procedure,
    held: list[dict[str, Any]],
    rows: list[Row],
) -> None:
    file = made(plan_dated=PLAN, meetings=meetings(*held))
    assert told(file, default) == rows


@pytest.mark.parametrize(
    ("state", "row"),
    [
        ("invited", ("First TAF", "meetings")),
        ("apologies", ("First TAF", "meetings")),
        ("present", ("End the minutes: First TAF", "minutes")),
    ],
)
def test_minutes_that_were_begun_are_to_be_ended(
    made: Callable[..., CaseFile], default: Procedure, state: str, row: tuple[str, str]
) -> None:
    there = Attendance(id="a", case_id="case", meeting_id="m0", state=state)
    begun = meetings({**FIRST, "held": None})
    file = made(plan_dated=PLAN, meetings=begun, attendances=[there])
    (found,) = [one for one in due_dates(file, default) if one.kind == "meeting"]
    assert (found.what, found.section, found.record) == (*row, "m0")
    assert found.shown_from < found.due


AGAIN = date(2027, 1, 5)
OPENED_AGAIN: list[tuple[str, list[dict[str, Any]], list[Row]]] = [
    (
        "met before: what was agreed then is over",
        [FIRST, {**REVIEW, "next_step": "close"}],
        [
            ("2027-01-05", "Agree the next date", "opened again on 5 Jan; no meeting is planned"),
        ],
    ),
    (
        "an old next date does not count",
        [FIRST, {**REVIEW, "next_on": date(2026, 12, 17)}],
        [
            ("2027-01-05", "Agree the next date", "opened again on 5 Jan; no meeting is planned"),
        ],
    ),
    (
        "never met before: no old clock runs",
        [],
        [
            ("2027-01-05", "Agree the next date", "opened again on 5 Jan; no meeting is planned"),
        ],
    ),
    (
        "a review is planned",
        [FIRST, REVIEW, {"kind": "review_taf", "on": date(2027, 2, 2)}],
        [
            ("2027-02-02", "Review TAF", "planned"),
        ],
    ),
    (
        "a first meeting is planned",
        [{"kind": "first_taf", "on": date(2027, 2, 2)}],
        [
            ("2027-02-02", "First TAF", "planned"),
        ],
    ),
    (
        "met since: the clock runs from there",
        [FIRST, {**REVIEW, "on": date(2027, 2, 2), "next_on": date(2027, 3, 2)}],
        [
            (
                "2027-03-02",
                "Review TAF",
                "agreed at the review of 2 Feb; "
                "at the latest 30 Mar, 8 weeks after the review of 2 Feb",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("said", "rows"), [one[1:] for one in OPENED_AGAIN],
                         ids=[one[0] for one in OPENED_AGAIN])  # fmt: skip
def test_a_case_opened_again_begins_anew(
    said: list[dict[str, Any]],
    rows: list[Row],
    made: Callable[..., CaseFile],
    default: Procedure,
) -> None:
    file = made(plan_started=PLAN, plan_dated=PLAN, meetings=meetings(*said))
    file.closings = [Closing(id="x", case_id="case", on=date(2026, 12, 20), reopened=AGAIN)]
    assert told(file, default) == rows


@pytest.mark.parametrize(
    ("held", "seen"),
    [
        ([], ["2026-09-21"]),  # two weeks before the clock's own day
        ([{"kind": "first_taf", "on": date(2027, 1, 7), "late_reason": "ill"}], ["2026-09-21"]),
        ([{**FIRST, "next_on": date(2026, 12, 17), "next_at": "15:45"}], ["2026-10-01"] * 2),
        ([FIRST, {**REVIEW, "next_step": "", "next_on": date(2026, 10, 27)}], ["2026-10-13"]),
        ([FIRST, REVIEW, {"kind": "review_taf", "on": date(2026, 12, 17)}], ["2026-10-22"]),
    ],
)
def test_an_agreed_day_is_seen_from_the_day_it_was_agreed(
    made: Callable[..., CaseFile], default: Procedure, held: list[dict[str, Any]], seen: list[str]
) -> None:
    file = made(plan_dated=PLAN, meetings=meetings(*held))
    rows = [one for one in due_dates(file, default) if one.kind == "meeting"]
    assert [str(one.shown_from) for one in rows] == seen


def test_the_time_agreed_goes_with_the_day(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(meetings=meetings({**FIRST, "next_on": date(2026, 10, 22), "next_at": "15:45"}))
    assert [one.at for one in due_dates(file, default) if one.kind == "meeting"] == ["15:45"]


def test_needs_that_one_service_meets_call_no_team(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    decided = StartDecision(id="d", case_id="case", on=PLAN, decision="own_service")
    file = made(plan_dated=PLAN, start_decisions=[decided])
    assert not [one for one in due_dates(file, default) if one.kind == "meeting"]


def test_a_suggestion_by_social_care_runs_from_the_day_of_it(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(route="referral", first_concern=date(2026, 9, 1), plan_started=date(2026, 9, 3))
    told = {one.what: str(one.due) for one in due_dates(file, default)}
    assert told["First TAF"] == "2026-09-29"
    assert told["Finish the Early Help Plan and log it"] == "2026-09-15"


def test_a_step_down_begins_with_its_meeting_and_asks_for_no_plan(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    met = meetings({"kind": "step_down", "on": date(2026, 10, 1), "held": True})
    file = made(route="step-down", plan_started=date(2026, 9, 1), meetings=met)
    told = {one.what: str(one.due) for one in due_dates(file, default)}
    assert told["First review TAF"] == "2026-10-29"
    assert "Finish the Early Help Plan and log it" not in told
