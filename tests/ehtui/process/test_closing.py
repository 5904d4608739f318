"""What is missing before closing, and after a withdrawal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.model import Compulsory
from data.records.closing import Closing, Handover
from data.records.consent import Consent
from data.records.meetings import Meeting
from data.records.outcomes import Outcome
from data.records.people import Person
from ehtui.process.course.closing import missing_from_closing, withdrawal_duties

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

DAY = date(2026, 12, 17)
COMPLETE: dict[str, Any] = {
    "on": DAY, "reason": "needs_met", "analysis": "sleeps", "will_last": "yes", "family_view": "ok",
    "child_view": "ok", "told_family": DAY, "told_team": DAY, "told_centre": DAY,
}  # fmt: skip


def family(made: Callable[..., CaseFile], **lists: Any) -> CaseFile:
    final = Meeting(
        id="m", case_id="case", kind="review_taf", on=DAY, held=True, next_step="needs_met"
    )
    child = Person(id="c", case_id="case", kind="child")
    return made(**{"meetings": [final], "people": [child], **lists})


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, []),
        ({"on": None}, ["on"]),
        ({"reason": ""}, ["reason"]),
        ({"analysis": ""}, ["analysis"]),
        ({"will_last": ""}, []),
        ({"family_view": ""}, ["family_view"]),
        ({"child_view": ""}, ["child_view"]),
        ({"told_family": None}, ["told_family"]),
        ({"told_team": None}, ["told_team"]),
        ({"told_centre": None}, ["told_centre"]),
    ],
)
def test_each_part_of_a_closing_is_asked_for(
    made: Callable[..., CaseFile],
    default: Procedure,
    fields: dict[str, Any],
    missing: list[str],
) -> None:
    closing = Closing(**{"id": "x", "case_id": "case", **COMPLETE, **fields})
    found = missing_from_closing(closing, family(made), default)
    assert [one.field for one in found] == missing


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ((), []),
        (("closing_analysis", "will_last"), ["analysis", "will_last"]),
        (("minutes_to_all",), ["told_family", "told_team"]),
    ],
)
def test_a_closing_is_asked_for_what_the_area_asks_and_nothing_else(
    made: Callable[..., CaseFile],
    default: Procedure,
    keys: tuple[Any, ...],
    missing: list[str],
) -> None:
    asked = tuple(Compulsory(key=key, title="?", source="1") for key in keys)
    area = msgspec.structs.replace(default, compulsory=asked, duties=())
    closing = Closing(id="x", case_id="case", on=DAY, reason="needs_met")
    found = missing_from_closing(closing, family(made), area)
    assert [one.field for one in found] == missing


@pytest.mark.parametrize(("reason", "missing"), [("needs_met", ["meeting_id"]), ("moved", [])])
def test_a_final_review_agrees_unless_the_team_has_no_say(
    made: Callable[..., CaseFile], default: Procedure, reason: str, missing: list[str]
) -> None:
    closing = Closing(**{"id": "x", "case_id": "case", **COMPLETE, "reason": reason})
    found = missing_from_closing(closing, family(made, meetings=[]), default)
    assert [one.field for one in found] == missing


def test_an_outcome_still_open_is_named_and_carried_on(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    closing = Closing(**{"id": "x", "case_id": "case", **COMPLETE})
    outcome = Outcome(id="o", case_id="case", number=2, title="{rent}", status="open")
    file = family(made, outcomes=[outcome])
    assert [one.words for one in missing_from_closing(closing, file, default)] == [
        "say how each outcome ended; still open: 2",
        "say what is still open, and who carries it on",
    ]
    outcome.status = "met"
    assert missing_from_closing(closing, file, default) == []


MOVE: dict[str, Any] = {
    "on": DAY, "to_name": "Bo Hill", "accepted": DAY, "why": "moved_area", "new_area": "Otherton",
    "family_consulted": DAY, "team_briefed": DAY, "open_needs": "rent", "logged": DAY,
    "new_team_told": DAY, "own_team_copied": DAY,
}  # fmt: skip


@pytest.mark.parametrize(
    ("handover", "missing"),
    [
        (None, ["write the handover to the new area"]),
        ({}, []),
        ({"accepted": None}, ["the new lead practitioner says yes"]),
        ({"new_team_told": None}, ["tell the new area's early help team"]),
        ({"own_team_copied": None}, ["copy in your own Early Help Team"]),
        ({"why": "leaving"}, ["write the handover to the new area"]),
    ],
)
def test_who_moves_with_needs_is_passed_on_before_the_closing(
    made: Callable[..., CaseFile],
    default: Procedure,
    handover: dict[str, Any] | None,
    missing: list[str],
) -> None:
    closing = Closing(**{"id": "x", "case_id": "case", **COMPLETE, "still_open": "rent"})
    closing.reason = "moved"
    file = family(made, outcomes=[Outcome(id="o", case_id="case", title="rent", status="open")])
    if handover is not None:
        file.handovers = [Handover(**{"id": "h", "case_id": "case", **MOVE, **handover})]
    assert [one.words for one in missing_from_closing(closing, file, default)] == missing
    file.outcomes[0].status = "met"
    if handover is None:
        assert missing_from_closing(closing, file, default) == []


def test_before_anything_is_written_the_reason_is_asked_for(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    assert [one.field for one in missing_from_closing(None, made(), default)] == ["reason"]


def test_withdrawal_leaves_its_own_duties_and_no_analysis(
    made: Callable[..., CaseFile], mum: dict[str, list[Any]], default: Procedure
) -> None:
    taken_back = Consent(
        id="c", case_id="case", on=DAY, by_id="mum", start="withdrawn",
        capacity="parental_responsibility",
    )  # fmt: skip
    file = family(made, consents=[taken_back], **mum)
    closing = Closing(id="x", case_id="case", on=DAY, reason="consent_withdrawn")
    duties = withdrawal_duties(file, default)
    assert [one.source for one in duties] == ["8.1", "8.1", "8.1"]
    assert missing_from_closing(closing, file, default) == duties
    file.closings = [Closing(id="x", case_id="case", on=DAY, told_centre=DAY)]
    assert len(withdrawal_duties(file, default)) == 2


def test_without_a_withdrawal_there_are_no_such_duties(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    assert withdrawal_duties(made(), default) == []
