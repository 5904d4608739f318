"""What must be so before a lead hands over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.model import Condition
from data.records.cases import Lead
from data.records.closing import Handover
from data.records.meetings import Member
from data.records.outcomes import Outcome
from data.records.people import Agency
from ehtui.process.course.handover import may_leave, missing_from_handover, to_think_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import HandoverFact, Procedure

DAY = date(2026, 11, 2)
COMPLETE: dict[str, Any] = {
    "on": DAY, "to_name": "Bo Hill", "accepted": DAY, "why": "leaving", "family_consulted": DAY,
    "team_briefed": DAY, "open_needs": "sleep", "logged": DAY, "previous_agency_told": DAY,
}  # fmt: skip
MOVED: dict[str, Any] = {
    "why": "moved_area",
    "new_area": "Otherton",
    "new_team_told": DAY,
    "own_team_copied": DAY,
}
OPEN = [Outcome(id="o", case_id="case", title="sleep", status="open")]
LEAD = [Lead(id="l", case_id="case", name="Jo Field", agency="School")]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, []),
        ({"to_name": ""}, ["to_name"]),
        ({"on": None}, ["on"]),
        ({"accepted": None}, ["accepted"]),
        ({"why": ""}, ["why"]),
        ({"why": "", "why_words": "a new job"}, []),
        ({"family_consulted": None}, ["family_consulted"]),
        ({"team_briefed": None}, ["team_briefed"]),
        ({"open_needs": ""}, ["open_needs"]),
        ({"logged": None}, ["logged"]),
        ({"previous_agency_told": None}, ["previous_agency_told"]),
        (MOVED, []),
        ({**MOVED, "previous_agency_told": None}, []),
        ({**MOVED, "new_area": ""}, ["new_area"]),
        ({**MOVED, "new_team_told": None}, ["new_team_told"]),
        ({**MOVED, "own_team_copied": None}, ["own_team_copied"]),
    ],
)
def test_each_condition_is_asked_for(
    made: Callable[..., CaseFile],
    default: Procedure,
    fields: dict[str, Any],
    missing: list[str],
) -> None:
    handover = Handover(**{"id": "h", "case_id": "case", **COMPLETE, **fields})
    found = missing_from_handover(handover, made(outcomes=OPEN, leads=LEAD), default)
    assert [one.field for one in found] == missing


def test_an_agency_still_in_the_team_need_not_be_rung(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    handover = Handover(**{"id": "h", "case_id": "case", **COMPLETE, "previous_agency_told": None})
    file = made(
        leads=LEAD,
        agencies=[Agency(id="a", case_id="case", name="school")],
        members=[Member(id="m", case_id="case", agency_id="a")],
    )
    assert missing_from_handover(handover, file, default) == []


@pytest.mark.parametrize(
    ("outcomes", "handover", "may"),
    [
        ([], None, True),
        (OPEN, None, False),
        (OPEN, {}, True),
        (OPEN, {"accepted": None}, False),
        (OPEN, {"family_consulted": None}, False),
        (OPEN, {"logged": None}, True),
    ],
)
def test_no_lead_leaves_while_needs_are_open(
    made: Callable[..., CaseFile],
    default: Procedure,
    outcomes: list[Outcome],
    handover: dict[str, Any] | None,
    may: bool,
) -> None:
    one = None
    if handover is not None:
        one = Handover(**{"id": "h", "case_id": "case", **COMPLETE, **handover})
    assert may_leave(one, made(outcomes=outcomes), default) is may


@pytest.mark.parametrize(
    ("facts", "missing", "may"),
    [
        ((), [], True),
        (("family_consulted",), ["family_consulted"], False),
        (("accepted", "team_briefed"), ["accepted", "team_briefed"], False),
    ],
)
def test_an_area_s_own_conditions_are_asked_and_no_other_s(
    made: Callable[..., CaseFile],
    default: Procedure,
    facts: tuple[HandoverFact, ...],
    missing: list[str],
    may: bool,
) -> None:
    own = (Condition(key="own", title="Own", met_by=facts), Condition(key="think", title="Think"))
    area = msgspec.structs.replace(default, handover=own, duties=())
    handover = Handover(id="h", case_id="case", on=DAY, to_name="Bo Hill", why="leaving")
    handover.accepted = DAY if may else None
    file = made(outcomes=OPEN, leads=LEAD)
    assert [one.field for one in missing_from_handover(handover, file, area)] == missing
    assert may_leave(handover, file, area) is may
    assert to_think_of(area) == (["Own", "Think"] if not facts else ["Think"])
