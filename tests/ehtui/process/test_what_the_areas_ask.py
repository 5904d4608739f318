"""What an area's own file makes the rules ask for: the rows that no other test walks through."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.loading import load
from data.records.cases import Notice
from data.records.closing import Closing, Logging
from data.records.consent import Consent
from data.records.decisions import LevelChange
from data.records.meetings import Copy, Meeting, Member
from data.records.people import Agency
from data.records.starting import Refusal
from ehtui.process.assessment.voices import not_heard
from ehtui.process.course.asking import turning_to
from ehtui.process.course.duties import open_duties
from ehtui.process.course.levels import steps_for
from ehtui.process.course.starting import where_to
from ehtui.process.due.rules import due_dates
from ehtui.process.facts import facts_of
from tests.ehtui.process.families import Family

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile

DAY = date(2026, 9, 9)
STEPPED_DOWN: dict[str, Any] = {"route": "step-down", "stepped_down": DAY}
PLAN: dict[str, Any] = {"plan_started": DAY, "plan_dated": DAY}
CLOSED: dict[str, Any] = {"closings": [Closing(id="x", case_id="case", on=DAY)]}
LOGGED: dict[str, Any] = {"loggings": [Logging(id="l", case_id="case", what="plan", on=DAY)]}
HIGHER: dict[str, Any] = {
    "level_changes": [LevelChange(id="c", case_id="case", on=DAY, from_level="2", to_level="3")]
}


def told(key: str) -> dict[str, Any]:
    return {"notices": [Notice(id="n", case_id="case", what="other", on=DAY, duty=key)]}


DUTIES: list[tuple[str, str, dict[str, Any], set[str]]] = [
    ("N17 N32", "newcastle", STEPPED_DOWN, {"step-down-log", "step-down-record"}),
    ("N17 logged", "newcastle", {**STEPPED_DOWN, **LOGGED}, {"step-down-record"}),
    ("N17 recorded", "newcastle", {**STEPPED_DOWN, **told("step-down-record")}, {"step-down-log"}),
    ("D9", "doncaster", CLOSED, {"close-record"}),
    ("G2", "gloucestershire", PLAN, {"register"}),
    ("G2 registered", "gloucestershire", {**PLAN, **LOGGED}, set()),
    ("G7", "gloucestershire", STEPPED_DOWN, {"step-down-pass"}),
    ("G13 level", "gloucestershire", HIGHER, {"level-told"}),
    ("G13 level told", "gloucestershire", {**HIGHER, **told("level-told")}, set()),
    ("G13 closing", "gloucestershire", CLOSED, {"close-told"}),
    ("no central log is borrowed", "hull", {**PLAN, **CLOSED}, set()),
    ("nor here", "derby", {**PLAN, **CLOSED}, set()),
]


@pytest.mark.parametrize(
    ("area", "said", "duties"), [one[1:] for one in DUTIES], ids=[one[0] for one in DUTIES]
)
def test_who_is_to_be_told(
    made: Callable[..., CaseFile], area: str, said: dict[str, Any], duties: set[str]
) -> None:
    facts = facts_of(made(**said), load(area))
    assert {one.duty.key for one in open_duties(facts)} == duties


def test_the_copy_of_a_statutory_assessment_goes_to_the_log_with_consent() -> None:
    (log,) = (one for one in load("newcastle").duties if one.key == "step-down-log")
    assert log.consent == "store"
    assert "copy" in log.title


@pytest.mark.parametrize(
    ("level", "had", "waiting"),
    [("2", False, True), ("2", True, False), ("3", False, False)],
    ids=["level 2", "level 2, sent", "level 3"],
)
def test_the_plan_of_the_lighter_level_goes_to_everyone_in_the_team(
    made: Callable[..., CaseFile], level: str, had: bool, waiting: bool
) -> None:
    copies = [Copy(id="c", case_id="case", what="plan", member_id="m", sent=DAY)] if had else []
    file = made(
        level=level, **PLAN, copies=copies,
        members=[Member(id="m", case_id="case", name="SENCo", agency_id="school")],
    )  # fmt: skip
    rows = [one for one in due_dates(file, load("doncaster")) if one.kind == "copies"]
    assert any("SENCo" in one.what + one.why for one in rows) is waiting


def test_consent_is_asked_again_at_reviews(made: Callable[..., CaseFile]) -> None:
    review = Meeting(id="m", case_id="case", kind="review_taf", on=date(2026, 10, 5))
    rows = due_dates(made(level="3", meetings=[review]), load("doncaster"))
    assert ("2026-10-05", "consent") in {(str(one.due), one.kind) for one in rows}


def test_consent_is_asked_about_when_a_service_joins(made: Callable[..., CaseFile]) -> None:
    asked = Consent(id="c", case_id="case", on=DAY, start="yes", share="yes")
    joined = Agency(id="a", case_id="case", name="Youth support", involved=True, since=DAY)
    rows = due_dates(made(consents=[asked], agencies=[joined]), load("gloucestershire"))
    assert "Ask about consent for: Youth support" in {one.what for one in rows}


def test_after_a_refusal_a_day_to_ask_again_comes_back(made: Callable[..., CaseFile]) -> None:
    refused = Refusal(id="r", case_id="case", on=DAY, ask_again=date(2026, 11, 2))
    rows = due_dates(made(refusals=[refused]), load("hull"))
    assert ("2026-11-02", "Ask the family again") in {(str(one.due), one.what) for one in rows}


def test_a_child_without_speech_is_heard_by_what_is_seen() -> None:
    family = Family()
    baby = family.child("Bo", "2026-01-09")
    assert not_heard(family.file) == [baby]
    family.add("statements", owner_id=baby.id, basis="seen", text="reaches for nan", on=DAY)
    assert not_heard(family.file) == []


STEPS = [
    ("G5 up", "1", "2", "registered"),
    ("G13 down", "3", "2", "Tell the {eht}"),
    ("G15 social care", "3", "4", "MARF"),
    ("G15 health", "3", "4", "lead health professional"),
    ("G15 education", "3", "4", "EHC plan"),
    ("G15 consent", "3", "4", "review consent"),
    ("G18", "3", "4", "SENDCo leads"),
]


@pytest.mark.parametrize(
    ("before", "after", "words"), [one[1:] for one in STEPS], ids=[one[0] for one in STEPS]
)
def test_a_change_of_level_has_its_own_steps(before: str, after: str, words: str) -> None:
    assert any(words in one for one in steps_for(load("gloucestershire"), before, after))


@pytest.mark.parametrize(
    ("area", "answers", "route"),
    [
        ("derby", {"harm": False, "existing": True}, "join"),
        ("derby", {"harm": False, "existing": False, "low_level": True}, "own_service"),
        ("derbyshire", {"harm": False, "existing": True}, "join"),
        ("gloucestershire", {"harm": False, "existing": True}, "join"),
        ("hull", {"harm": False, "specific": True}, "request"),
        ("hull", {"harm": False, "specific": False, "agreed": False}, "refused"),
    ],
)
def test_the_questions_at_the_start_lead_on(
    area: str, answers: dict[str, bool], route: str
) -> None:
    found = where_to(load(area), answers)
    assert getattr(found, "key", "") == route


def test_what_a_referral_takes_is_there_or_named() -> None:
    family = Family()
    turning = turning_to(family.file, load("gloucestershire"), "marf")
    assert turning is not None
    assert {one.key for one in turning.missing} == {
        "plan", "assessment", "genogram", "minutes", "tools",
    }  # fmt: skip
    mum, child = family.adult("Ada"), family.child("Bea")
    family.tie(mum, child, "mother", responsible=True)
    turning = turning_to(family.file, load("gloucestershire"), "marf")
    assert turning is not None
    assert "genogram" not in {one.key for one in turning.missing}


def test_an_assessment_of_somebody_else_stands_in() -> None:
    family = Family()
    family.file.case.stands_in = "youth offending, 1 May"
    turning = turning_to(family.file, load("hull"), "contact")
    assert turning is not None
    assert [(one.key, one.state) for one in turning.sends] == [
        ("assessment", "youth offending, 1 May")
    ]
