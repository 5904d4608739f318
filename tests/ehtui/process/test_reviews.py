"""A review's agenda, and what its end needs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.records.meetings import Copy, Meeting
from data.records.outcomes import Outcome
from ehtui.process.meetings.reviews import agenda, missing_for_next_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

HELD, NEXT = date(2026, 10, 22), date(2026, 12, 17)
COMPLETE: dict[str, Any] = {
    "next_step": "continues", "next_on": NEXT, "lead_confirmed": "Jo Field", "family_agrees": True,
}  # fmt: skip
CLOSES: dict[str, Any] = {"next_step": "needs_met", "next_on": None, "lead_confirmed": ""}


def outcome(number: int, status: str = "open") -> Outcome:
    return Outcome(id=f"o{number}", case_id="case", number=number, title="sleep", status=status)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, []),
        ({"next_step": ""}, ["next_step"]),
        ({"next_on": None}, ["next_on"]),
        ({"next_on": HELD}, ["next_on"]),
        ({"next_step": "", "next_on": None}, ["next_step", "next_on"]),
        (CLOSES, []),
        ({"lead_confirmed": ""}, ["lead_confirmed"]),
        ({"family_agrees": None}, ["family_agrees"]),
        ({"family_agrees": False}, ["family_view"]),
        ({"family_agrees": False, "family_view": "too many meetings"}, []),
        ({"next_step": "specialist"}, [""]),
    ],
)
def test_the_end_of_a_review(
    made: Callable[..., CaseFile],
    default: Procedure,
    fields: dict[str, Any],
    missing: list[str],
) -> None:
    meeting = Meeting(**{"id": "m", "case_id": "case", "on": HELD, **COMPLETE, **fields})
    found = missing_for_next_step(meeting, made(), default)
    assert [one.field for one in found] == missing


def test_closing_says_how_each_outcome_ended(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    meeting = Meeting(**{"id": "m", "case_id": "case", "on": HELD, **COMPLETE, **CLOSES})
    found = missing_for_next_step(meeting, made(outcomes=[outcome(1)]), default)
    assert [one.words for one in found] == ["say how each outcome ended"]
    assert missing_for_next_step(meeting, made(outcomes=[outcome(1, "met")]), default) == []


def test_a_referral_goes_with_plan_and_minutes(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    specialist = {**COMPLETE, "next_step": "specialist"}
    meeting = Meeting(**{"id": "m", "case_id": "case", "on": HELD, **specialist})
    copies = [
        Copy(id=what, case_id="case", what=what, to="CAMHS", sent=NEXT)
        for what in ("plan", "minutes")
    ]
    assert missing_for_next_step(meeting, made(copies=copies), default) == []
    (gap,) = missing_for_next_step(meeting, made(copies=copies[:1]), default)
    assert gap.words == "send with it: the Early Help Plan, the latest TAF minutes"


def test_the_agenda_holds_the_area_s_items_with_the_open_outcomes_among_them(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(outcomes=[outcome(2), outcome(1), outcome(3, "met")])
    lines = agenda(file, default, "review_taf")
    at = [line.key for line in lines].index("progress")
    assert [line.title for line in lines[at + 1 : at + 3]] == ["1 sleep", "2 sleep"]
    assert [line.outcome_id for line in lines[at + 1 : at + 3]] == ["o1", "o2"]
    assert len(lines) == 6 + 2
    assert len(agenda(file, default, "first_taf")) == 7 + 2


def test_where_the_area_suggests_none_its_way_of_running_a_review_stands_in(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(outcomes=[outcome(1)])
    bare = msgspec.structs.replace(default, meeting_kinds=())
    steps = [one.key for one in default.review_format]
    assert [one.key for one in agenda(file, bare, "review_taf") if one.key] == steps
    nothing = msgspec.structs.replace(bare, review_format=())
    assert [one.title for one in agenda(file, nothing, "review_taf")] == ["1 sleep"]


def test_the_practitioners_own_meeting_does_not_go_through_the_plan(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    assert agenda(made(outcomes=[outcome(1)]), default, "pre_taf") == []
