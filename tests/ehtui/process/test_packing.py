"""Whose eyes the papers of a request are for, and when they may go at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.clock import Request as Asked
from data.procedures.parts import Item
from data.records.contacts import HarmContact
from data.records.decisions import Request
from ehtui.process.sharing.packing import Turned, may_pack, reader_of
from ehtui.process.sharing.restrictions import restricting
from tests.ehtui.process.families import Family

if TYPE_CHECKING:
    from data.procedures.model import Procedure

PLAN = (Item(key="plan", title="The plan"),)


def asked(key: str, **more: Any) -> Asked:
    known = {"to": "the {front_door}", "when": "risk", "sends": PLAN, "steps_up": True}
    return Asked(key=key, title=key, **{**known, **more})


REQUESTS = (
    asked("marf"),
    asked("panel", to="the {eht}", steps_up=False),
    asked("specialist", to="the specialist service"),
    asked("talk", sends=()),
)


@pytest.fixture
def area(default: Procedure) -> Procedure:
    words = msgspec.structs.replace(
        default.words, front_door="Multi-Agency Safeguarding Hub", eht="Early Help Team"
    )
    return msgspec.structs.replace(default, requests=REQUESTS, words=words)


@pytest.fixture
def family() -> Family:
    """A mother who said yes to the social workers and the clinic, no to the Early Help Team."""
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2018-06-19")
    family.tie(mum, child, "mother", responsible=True)
    social, clinic = family.agency("Front Street", "social_care"), family.agency("Sleep Clinic")
    team = family.agency("Hub North", "early_help_team")
    family.consent(mum, start="yes", store="yes", share="yes", to=[social, clinic], but=[team])
    return family


def request(what: str = "marf", **more: Any) -> Request:
    return Request(**{"id": "q", "case_id": "case", "what": what, "family_agrees": True, **more})


WHY: dict[str, Any] = {"family_agrees": None, "without_consent_why": "she would run"}
MAY: list[tuple[str, Request, bool, str]] = [
    ("the family agrees", request(), True, "said yes to Front Street"),
    ("not asked yet", request(family_agrees=None), False, "whether the family agrees"),
    ("the family says no", request(family_agrees=False), False, "write down why"),
    ("no, and a reason", request(**{**WHY, "family_agrees": False}), True, "safety"),
    ("not asked, and a reason", request(**WHY), True, "safety"),
    ("a reason, but no risk", request("panel", **{**WHY, "family_agrees": False}), False,
     "nothing"),
    ("without names", request(nameless=True), False, "without names"),
    ("consent leaves them out", request("panel"), False, "Hub North"),
    ("none of the services", request(to="CAMHS"), False, "CAMHS is none of the services"),
    ("none of them, with a reason", request(to="CAMHS", **WHY), True, "safety"),
    ("no papers are asked for", request("talk"), False, "names no papers"),
    ("nothing is chosen", request(""), False, "names no papers"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "may", "why"), [c[1:] for c in MAY], ids=[c[0] for c in MAY])
def test_papers_go_by_consent_or_for_safety_with_a_reason(
    family: Family, area: Procedure, one: Request, may: bool, why: str
) -> None:
    verdict = may_pack(Turned.request(one, area), family.file, area)
    assert verdict.yes is may
    assert why in verdict.why


READERS: list[tuple[str, str, str]] = [
    ("marf", "", "Front Street"),
    ("marf", "MASH, Ann Bell", "Front Street"),
    ("marf", "the safeguarding hub", "Front Street"),
    ("marf", "front street, duty desk", "Front Street"),
    ("marf", "Front  Stréet", "Front Street"),
    ("specialist", "Sleep-Clinic (north)", "Sleep Clinic"),
    ("marf", "the sleep clinic", "Sleep Clinic"),
    ("marf", "CAMHS", "CAMHS"),
    ("panel", "", "Hub North"),
    ("specialist", "Sleep Clinic", "Sleep Clinic"),
    ("specialist", "", "the specialist service"),
]


@pytest.mark.parametrize(("what", "to", "name"), READERS)
def test_the_reader_is_the_service_named_or_of_the_kind_asked(
    family: Family, area: Procedure, what: str, to: str, name: str
) -> None:
    reader = reader_of(Turned.request(request(what, to=to), area), family.file, area)
    known = {one.name: one.id for one in family.file.agencies}
    assert (reader.name, reader.id) == (name, known.get(name, ""))


def test_of_two_services_of_the_kind_none_is_guessed(family: Family, area: Procedure) -> None:
    family.agency("Hill Street", "social_care")
    assert not reader_of(Turned.request(request(), area), family.file, area).id


@pytest.mark.parametrize(
    "again", ["front street ", "Front  Street", "FRONT STRÉET", "Front Street."]
)
def test_a_service_written_down_twice_is_one_reader_and_kept_from_as_one(
    family: Family, area: Procedure, again: str
) -> None:
    twin = family.agency(again, "social_care")
    said = family.said(family.file.adults[0], "she is afraid of him")
    reader = reader_of(Turned.request(request(), area), family.file, area)
    assert reader.id
    assert reader.id != twin.id
    family.keep(said, twin)
    assert restricting(family.file, reader, said)


def contact(**more: Any) -> HarmContact:
    return HarmContact(**{"id": "h", "case_id": "case", "reason": "bruises", **more})


def test_about_harm_nothing_waits_for_consent(family: Family, area: Procedure) -> None:
    mum = family.file.adults[0]
    family.consent(mum, "2026-10-01", start="withdrawn")
    for one in (contact(request="marf"), contact(request="marf", reason="", rung="MASH")):
        turned = Turned.contact(one, area)
        assert may_pack(turned, family.file, area)
        assert reader_of(turned, family.file, area).for_safety
    assert not may_pack(
        Turned.contact(contact(request="marf", nameless=True), area), family.file, area
    )


def test_a_contact_that_does_not_say_as_what_takes_the_only_pack(
    family: Family, area: Procedure
) -> None:
    assert not may_pack(Turned.contact(contact(), area), family.file, area)
    one = msgspec.structs.replace(area, requests=REQUESTS[:2])
    assert may_pack(Turned.contact(contact(), one), family.file, one)
