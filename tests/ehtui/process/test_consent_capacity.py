"""Whose word counts, for whom, and what is missing when it doesn't."""

from __future__ import annotations

from typing import Any

import pytest

from ehtui.process.consent.capacity import capacity_gaps, decides_for, has_capacity
from tests.ehtui.process.families import ABLE, Family, written


@pytest.mark.parametrize(
    ("kind", "tie", "counts"),
    [
        ("mother", {"responsible": True}, True),
        ("father", {"responsible": True}, True),
        ("father", {"responsible": False}, False),
        ("mother", {"responsible": None}, False),
        ("grandmother", {"responsible": None}, False),
        ("grandmother", {"primary_carer": True}, True),
        ("special_guardian", {"responsible": True}, True),
        ("mother_of_unborn", {"responsible": None}, False),  # the child is born: so it is asked
    ],
)
def test_an_adult_counts_for_a_child_by_responsibility_or_care(
    kind: str, tie: dict[str, bool | None], counts: bool
) -> None:
    family = Family()
    adult, child = family.adult("Ada"), family.child("Bea", "2018-06-19")
    family.tie(adult, child, kind, **tie)
    entry = family.consent(adult, start="yes")
    assert decides_for(family.file, entry, child) is counts
    assert has_capacity(family.file, entry) is counts
    assert bool(capacity_gaps(family.file, entry)) is not counts


@pytest.mark.parametrize(
    ("kind", "responsible", "counts"),
    [
        ("mother", None, True),
        ("mother_of_unborn", None, True),
        ("father_of_unborn", None, False),
        ("father_of_unborn", True, False),  # nobody holds it before the birth
    ],
)
def test_for_an_unborn_child_it_is_the_mother(
    kind: str, responsible: bool | None, counts: bool
) -> None:
    family = Family()
    parent, baby = family.adult("Ada"), family.unborn()
    family.tie(parent, baby, kind, responsible=responsible)
    entry = family.consent(parent, start="yes")
    assert has_capacity(family.file, entry) is counts
    said = "Only the mother decides for Baby before the birth."
    assert capacity_gaps(family.file, entry) == ([] if counts else [said])


@pytest.mark.parametrize(
    ("missing", "gap"),
    [
        ("understood_how", "How Bea showed understanding is not recorded."),
        ("understands_who_sees", "That Bea knows who would see it is not recorded."),
        ("understands_can_refuse", "That Bea knows they can say no is not recorded."),
        ("pressure", "Whether anybody pressed Bea is not recorded."),
        ("has_capacity", "Your conclusion whether Bea can decide is not recorded."),
    ],
)
def test_a_child_under_16_needs_each_gillick_point(missing: str, gap: str) -> None:
    family = Family()
    child = family.child("Bea", "2011-03-01")
    points = {name: value for name, value in ABLE.items() if name != missing}
    entry = family.consent(child, share="yes", **points)
    assert capacity_gaps(family.file, entry) == [gap]
    assert not has_capacity(family.file, entry)


@pytest.mark.parametrize(
    ("on", "said", "counts"),
    [
        ("2027-02-28", {}, False),  # the day before the sixteenth birthday
        ("2027-02-28", ABLE, True),
        ("2027-03-01", {}, True),  # presumed able from that day on
        ("2027-03-01", {"has_capacity": False}, False),
        ("", {}, False),  # no day, no age: asked as a child would be
        ("", {"capacity": "young_person"}, True),
    ],
)
def test_from_16_somebody_is_presumed_able(on: str, said: dict[str, Any], counts: bool) -> None:
    family = Family()
    child = family.child("Bea", "2011-03-01")
    entry = family.consent(child, on, share="yes", **said)
    assert has_capacity(family.file, entry) is counts


def test_nobody_holds_parental_responsibility_for_somebody_of_18() -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2008-09-09")
    family.tie(mum, child, "mother", responsible=True)
    before, after = family.consent(mum, "2026-09-08"), family.consent(mum, "2026-09-09")
    assert decides_for(family.file, before, child)
    assert not decides_for(family.file, after, child)


def test_an_adult_decides_for_themselves_unless_found_unable() -> None:
    family = Family()
    ada = family.adult("Ada")
    able, unable = family.consent(ada), family.consent(ada, has_capacity=False)
    assert decides_for(family.file, able, ada)
    assert not decides_for(family.file, unable, ada)


def test_a_child_has_no_say_for_a_sister() -> None:
    family = Family()
    bea, sister = family.child("Bea", "2011-03-01"), family.child("Cleo", "2018-06-19")
    entry = family.consent(bea, share="yes", **ABLE)
    assert decides_for(family.file, entry, bea)
    assert not decides_for(family.file, entry, sister)


def test_whoever_is_only_heard_lacks_nothing_and_decides_nothing() -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2018-06-19")
    family.tie(mum, child, "mother", responsible=True)
    entry = family.consent(mum, capacity="none", start="no")
    assert not has_capacity(family.file, entry)
    assert capacity_gaps(family.file, entry) == []


def test_responsibility_forgotten_for_one_child_of_two_is_said() -> None:
    family = Family()
    mum = family.adult("Ada")
    bea, cleo = family.child("Bea", "2011-03-01"), family.child("Cleo", "2018-06-19")
    family.tie(mum, bea, "mother", responsible=True)
    family.tie(mum, cleo, "mother")
    entry = family.consent(mum, start="yes")
    assert capacity_gaps(family.file, entry) == [
        "Whether Ada holds parental responsibility for Cleo is not recorded."
    ]
    assert has_capacity(family.file, entry)


def test_nobody_asked_is_a_gap_too() -> None:
    family = Family()
    family.child("Bea")
    entry = family.add("consents", start="yes")
    assert capacity_gaps(family.file, entry) == ["Who was asked is not recorded."]
    assert not has_capacity(family.file, entry)


def test_the_paper_case_lacks_nothing() -> None:
    file = written()
    assert [capacity_gaps(file, one) for one in file.consents] == [[], [], []]
    keeva, mum, declan = file.consents
    children = {one.id: one for one in file.children}
    assert len(children) == 3
    said = [
        (file.name(entry.by_id), child.called)
        for entry in (keeva, mum, declan)
        for child in file.children
        if decides_for(file, entry, child)
    ]
    unborn = next(one.called for one in file.children if one.is_unborn)
    assert said == [
        ("Keeva", "Keeva"),
        *(("Siân", name) for name in ("Keeva", "Tomek", unborn)),
        *(("Declan", name) for name in ("Keeva", "Tomek")),
    ]
