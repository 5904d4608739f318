"""What is said beside the start, in an area's words: the way in, the level, whom to ask, a no."""

from __future__ import annotations

import pytest

from data.procedures.loading import load
from ehtui.opening import OpenCase
from ehtui.wording import Wording
from screens.start.guidance import (
    case_help,
    check_help,
    decision_help,
    explained,
    lead_help,
    refusal_help,
)
from tests.ehtui.process.families import Family


def opened(area: str) -> OpenCase:
    family, procedure = Family(), load(area)
    family.child("Keeva", "2011-03-01")
    return OpenCase(family.file, procedure, Wording(procedure, family.file))


@pytest.mark.parametrize(
    ("area", "route", "level", "words"),
    [
        ("newcastle", "step-down", "", "A lead practitioner is agreed before"),
        ("newcastle", "step-down", "", "stands in for the Early Help Plan"),
        ("newcastle", "referral", "", "notifies the Early Help Team"),
        ("newcastle", "specialist-ending", "", "Youth-justice supervision"),
        ("doncaster", "", "2", "A shorter assessment"),
        ("doncaster", "", "3", "The Family Star and My Star, always"),
        ("doncaster", "referral", "", "The first lead practitioner is agreed"),
        ("gloucestershire", "", "4", "the SENDCo leads"),
        ("gloucestershire", "", "3", "Hold a TAF to share the agreed assessment"),
        ("gloucestershire", "step-down", "", "a copy of the single assessment"),
        ("derby", "specialist-ending", "", "The specialist service calls the meeting"),
        ("hull", "step-down", "", "should concerns grow again"),
        ("hull", "step-down-eham", "", "Early Help Action Meeting"),
    ],
)
def test_the_way_in_and_the_level_say_what_they_ask(
    area: str, route: str, level: str, words: str
) -> None:
    said = "\n".join(case_help(opened(area), route, level))
    assert words in said
    assert "{" not in said
    assert words not in "\n".join(case_help(opened(area), "", ""))


@pytest.mark.parametrize(
    ("decision", "said"), [("harm", "No plan needed"), ("no_concern", ""), ("", "")]
)
def test_a_decision_beside_the_answers_is_not_passed_over(decision: str, said: str) -> None:
    answers = "harm: no\nexisting: no\nconcern: no"
    lines = list(decision_help(opened("newcastle"), answers, decision))
    assert [said in line for line in lines] == [True] * bool(said)


@pytest.mark.parametrize(
    ("area", "whom"),
    [
        ("newcastle", "Ask the Early Help Team"),
        ("gloucestershire", "Ask the Early Help Advice, Guidance and Support Team"),
        ("derby", "Ask the Locality Single Point of Access Clerk of the locality"),
    ],
)
def test_whom_to_ask_whether_somebody_is_there_already(area: str, whom: str) -> None:
    said = "\n".join(check_help(opened(area)))
    assert said.startswith(whom)
    assert "Keeva, born Tue 1 Mar 2011" in said
    assert "Ring through their switchboard before you give a name." in said


def test_an_area_without_such_a_check_says_nothing_of_it() -> None:
    assert list(check_help(opened("hull"))) == []


@pytest.mark.parametrize(
    ("area", "words"),
    [
        ("gloucestershire", "Go on with ordinary provision"),
        ("derby", "Ask parent or child why consent is held back"),
        ("derbyshire", "Ask parent or child why consent is held back"),
        ("hull", "Decide whether to consult the Early Help and Safeguarding Hub"),
    ],
)
def test_what_a_no_asks_for_is_said_where_it_is_written_down(area: str, words: str) -> None:
    assert words in "\n".join(refusal_help(opened(area)))


def test_what_is_explained_before_somebody_answers() -> None:
    assert any("voluntary" in one for one in explained(opened("hull")))


@pytest.mark.parametrize(("area", "points"), [("newcastle", 7), ("doncaster", 5), ("derby", 4)])
def test_who_should_lead_is_weighed_by_the_areas_own_points(area: str, points: int) -> None:
    assert len(list(lead_help(opened(area)))) == points + 1


def test_who_is_asked_in_which_locality_stands_with_its_date() -> None:
    said = list(check_help(opened("gloucestershire")))
    places = ("Cheltenham", "Cotswolds", "Forest of Dean", "Gloucester", "Stroud", "Tewkesbury")
    for place in places:
        (line,) = (one for one in said if one.startswith(f"  · {place}: "))
        assert "01452 328" in line
        assert line.endswith("@gloucestershire.gov.uk (published 2020-03)")
    assert not any(one.startswith("  · ") for one in check_help(opened("newcastle")))
