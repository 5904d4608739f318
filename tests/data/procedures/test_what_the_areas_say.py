"""What an area's file alone says of a row of the requirements: it is there, where it is looked for.

The words are few, and ours: what must not get lost when a file is edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

BOTH = ("derby", "derbyshire")
SAYS: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("N11", "newcastle", "meeting_kinds/pre_taf", ("practitioners before",)),
    ("N11", "newcastle", "meeting_kinds/family_talk", ("lead", "how it will run")),
    ("N14", "newcastle", "start_routes/own_service", ("no {taf} is called",)),
    ("N16", "newcastle", "checklists/disputes", ("managers", "mediates")),
    ("N17", "newcastle", "routes/step-down",
     ("calls the {taf}", "{lead} is agreed", "stands in", "{central_number}")),
    ("N19", "newcastle", "help/consultancy", ("stuck",)),
    ("N19", "newcastle", "help/chair", ("chair a {taf}",)),
    ("N19", "newcastle", "help/mediation", ("dispute",)),
    ("N19", "newcastle", "help/panel", ("complex", "does not move")),
    ("N20", "newcastle", "audit", ("nobody could meet", "came in time", "outcomes were reached")),
    ("N22", "newcastle", "checklists/first-talk", ("what others know already",)),
    ("N23", "newcastle", "checklists/lead",
     ("main needs", "family want", "mainly responsible", "knows the child", "speaks up",
      "skill and knowledge", "shared", "set time")),
    ("N24", "newcastle", "checklists/writing",
     ("only where they matter", "outside your own field", "only if the family agrees")),
    ("N25", "newcastle", "checklists/family-talk",
     ("invited", "get to", "time that suits", "how they will hear")),
    ("N28", "newcastle", "checklists/phone", ("when you ring somebody",)),
    ("N31", "newcastle", "checklists/supervision",
     ("recorded meetings", "training", "workload", "relations", "casework", "between meetings",
      "quality")),
    ("N32", "newcastle", "routes/specialist-ending", ("youth-justice", "court order")),
    ("N32", "newcastle", "routes/referral", ("gets the family's consent", "notifies")),
    ("D7", "doncaster", "tools/gcp2", ("neglect",)),
    ("D7", "doncaster", "tools/dash", ("domestic abuse",)),
    ("D7", "doncaster", "tools/mace", ("exploited",)),
    ("D10", "doncaster", "audit",
     ("each month", "family", "outstanding", "good", "requires improvement", "inadequate")),
    ("D11", "doncaster", "handover", ("at any time",)),
    ("D12", "doncaster", "checklists/team", ("who takes the notes", "not the one who chairs")),
    ("D14", "doncaster", "consent", ("leaflet",)),
    ("D15", "doncaster", "tools/observation", ("does not speak yet", "play")),
    ("D16", "doncaster", "checklists/in-depth",
     ("root causes", "comes first", "child at the review")),
    ("D18", "doncaster", "checklists/team", ("stands in while the {lead} is away",)),
    ("D19", "doncaster", "checklists/lead",
     ("safeguarding lead of the agency", "a social worker leads")),
    ("D20", "doncaster", "routes/referral", ("first {lead}",)),
    ("D21", "doncaster", "checklists/closing", ("will it last",)),
    ("G1", "gloucestershire", "levels/1", ("my profile",)),
    ("G1", "gloucestershire", "levels/2", ("my plan",)),
    ("G1", "gloucestershire", "levels/3", ("my plan+", "my assessment")),
    ("G1", "gloucestershire", "levels/4", ("statutory",)),
    ("G3", "gloucestershire", "checks/existing-plan", ("registered", "{eht}")),
    ("G4", "gloucestershire", "tools/progress-chart", ("child's own view",)),
    ("G6", "gloucestershire", "requests/marf",
     ("genogram", "{taf} review minutes", "completed tools", "without consent the reason")),
    *(("G8", "gloucestershire", f"contacts/{place}", ("early help", "@"))
      for place in ("cheltenham", "cotswolds", "forest-of-dean", "gloucester", "stroud",
                    "tewkesbury")),
    ("G10", "gloucestershire", "consent", ("ordinary provision", "keep watching")),
    ("G12", "gloucestershire", "tools/windscreen", ("continuum of need",)),
    ("G14", "gloucestershire", "meeting_kinds/first_taf", ("assessment is shared",)),
    ("G15", "gloucestershire", "levels/3",
     ("social care", "health professional", "educational professional", "review consent")),
    ("G16", "gloucestershire", "next_steps/stuck", ("coordinator", "come to the next review")),
    ("G17", "gloucestershire", "requests/single-assessment",
     ("early help stays open", "looked after", "universal services", "my plan+")),
    ("G18", "gloucestershire", "levels/4", ("ehc plan", "sendco leads")),
    ("G19", "gloucestershire", "meeting_kinds/step_down_planning", ("weekly", "locality")),
    ("G20", "gloucestershire", "ages", ("0 to 25",)),
    *(("B1", area, "checklists/pre-assessment", ("own service", "request", "called for"))
      for area in BOTH),
    *(("B2", area, "start_routes/own_service", ("single-agency action plan",)) for area in BOTH),
    ("B5", "derby", "checks/existing-lead", ("{lead}", "{eht}")),
    ("B6", "derby", "meeting_kinds/vulnerable_children", ("weekly", "complex")),
    ("B7", "derbyshire", "requests/starting-point",
     ("early help is begun", "no further action", "assessment by a social worker")),
    *(("B8", area, "checklists/sharing",
       ("safety", "consent asked", "held back", "share or not", "what was shared", "with whom",
        "consulted")) for area in BOTH),
    *(("B9", area, "help/escalation", ("differently",)) for area in BOTH),
    *(("B11", area, "checklists/drift", ("getting better", "waiting mean")) for area in BOTH),
    *(("B12", area, "sections/safety_advice", ("keep children safe",)) for area in BOTH),
    *(("B13", area, "requests/statutory-assessment", ("may stand in",)) for area in BOTH),
    *(("B13", area, "start_routes/request", ("you then belong to the {taf}",)) for area in BOTH),
    ("B14", "derby", "help/advisor", ("early help advisor",)),
    ("B14", "derby", "help/consultation", ("consultation line", "{front_door}")),
    ("B14", "derby", "contacts/clerk", ("each locality",)),
    ("B15", "derbyshire", "contacts/front-door", ("monday to friday", "08:00 to 18:00")),
    ("B15", "derbyshire", "start_routes/join", ("no form is needed",)),
    *(("B16", area, "consent", ("why consent is held back",)) for area in BOTH),
    *(("B17", area, "checklists/professional-meeting",
       ("every agency invited knows", "suitable chairs", "hears the outcome soon"))
      for area in BOTH),
    *(("B18", area, "routes/specialist-ending", ("calls the meeting",)) for area in BOTH),
    *(("B19", area, "checklists/resistance", ("advice from the manager", "intimidation"))
      for area in BOTH),
    ("H1", "hull", "meeting_kinds/first_taf_elsewhere", ("may serve",)),
    ("H1", "hull", "words", ("team around the young person",)),
    ("H2", "hull", "tools/family-star-plus", ("preferred assessment",)),
    ("H2", "hull", "tools/my-star", ("preferred assessment",)),
    ("H3", "hull", "consent", ("voluntary", "choose what to share")),
    ("H6", "hull", "requests/eham", ("does not move",)),
    ("H7", "hull", "requests/consultation", ("without names",)),
    ("H8", "hull", "routes/step-down", ("with a plan in place", "new {lead}")),
    ("H8", "hull", "routes/step-down-eham", ("nobody to lead yet", "action meeting")),
    ("H9", "hull", "requests/locality-talk",
     ("nothing more", "next early help action meeting", "formal contact")),
    ("H10", "hull", "services", ("young carers", "parenting", "conferencing", "substance")),
    ("H12", "hull", "harm",
     ("person with the concern makes the contact", "children old enough", "assessment goes with")),
    ("H13", "hull", "consent", ("consult the {front_door}", "ask anew")),
    ("H14", "hull", "requests/eham", ("never stands in for the {front_door}",)),
]  # fmt: skip


def texts(value: Any) -> Iterator[str]:
    """Every text in a part of a procedure."""
    if isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value


def part(area: str, place: str) -> str:
    """Return all that a part of an area's file says, in small letters."""
    table, _, key = place.partition("/")
    found = msgspec.to_builtins(getattr(load(area), table), str_keys=True)
    if key:
        (found,) = (one for one in found if one["key"] == key)
    return " | ".join(texts(found)).casefold()


@pytest.mark.parametrize(
    ("row", "area", "place", "words"), SAYS, ids=[f"{row} {area} {at}" for row, area, at, _ in SAYS]
)
def test_an_area_says_it_where_it_is_looked_for(
    row: str, area: str, place: str, words: tuple[str, ...]
) -> None:
    said = part(area, place)
    assert [one for one in words if one not in said] == [], row


@pytest.mark.parametrize(
    ("section", "headings"), [("health", 8), ("learning", 4), ("parenting", 3), ("environment", 4)]
)
def test_an_assessment_has_every_heading(section: str, headings: int) -> None:
    sections = {one.key: one for one in load("doncaster").sections}
    assert len(sections[section].items) == headings


def test_a_framework_has_its_ten_outcomes() -> None:
    assert len(load("doncaster").framework_outcomes) == 10


def test_a_referral_has_its_five_outcomes() -> None:
    (marf,) = (one for one in load("gloucestershire").requests if one.key == "marf")
    assert len(marf.outcomes) == 5


def test_there_are_twelve_services_to_ask_for() -> None:
    assert len(load("hull").services) == 12


def test_a_meeting_is_asked_why_it_is_without_the_family() -> None:
    for area in BOTH:
        kinds = {one.key: one for one in load(area).meeting_kinds}
        assert kinds["professional"].reason_asked
        assert not kinds["professional"].with_family


def test_only_level_2_reviews_without_a_meeting() -> None:
    levels = {one.key: one.review_meeting for one in load("doncaster").levels}
    assert levels == {"2": False, "3": True}


def test_the_letters_of_smart_stand_where_an_area_names_them() -> None:
    named = {area for area in ("newcastle", "doncaster", "gloucestershire", "hull", *BOTH)
             if load(area).words.smart}  # fmt: skip
    assert named == {"doncaster", "gloucestershire"}
