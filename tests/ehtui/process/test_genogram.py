"""The genogram: five shapes of families as they are to look, and what holds for any family."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records.people import Person, Relationship
from ehtui.process.genogram.canvas import cells
from ehtui.process.genogram.kin import LEVELS, kin_of, without_second_parent
from ehtui.process.genogram.lines import ROOM, genogram

PICTURES = tomllib.loads(Path(__file__).with_name("genograms.toml").read_text("utf-8"))

Family = tuple[list[Person], list[Relationship]]


def one(name: str, sex: str = "", born: int = 0, home: bool | None = True, **more: Any) -> Person:
    """Somebody whose key is their name; born after 2000 they are a child."""
    more.setdefault("kind", "child" if born > 2000 else "adult")
    day = date(born, 3, 2) if born else None
    return Person(id=name, given=name, sex=sex, born=day, lives_in_home=home, case_id="", **more)


def ties(*told: str) -> list[Relationship]:
    """Each as it is said: "Ann mother Ben Cat"."""
    found = []
    for words in told:
        who, kind, *whose = words.split()
        found += [Relationship(person_id=who, child_id=to, kind=kind, case_id="") for to in whose]
    return found


def together() -> Family:
    people = [
        one("Ann", "F", 1985),
        one("Bob", "M", 1984),
        one("Cat", "F", 2012),
        one("Dan", "M", 2015),
    ]
    return people, ties("Ann mother Cat Dan", "Bob father Cat Dan")


def separated() -> Family:
    people = [
        one("Ann", "F", 1985),
        one("Bob", "M", 1984, home=False),
        one("Eli", "M", 1990),
        one("Cat", "F", 2012),
        one("Fay", "F", 2021),
        one("Gus", "M", 1950, home=False, died=date(2019, 5, 1)),
    ]
    return people, ties(
        "Ann mother Cat Fay",
        "Bob father Cat",
        "Eli father Fay",
        "Eli step_father Cat",
        "Bob former_partner Ann",
        "Cat half_sister Fay",
        "Gus father Ann",
    )


def grandparent_carer() -> Family:
    people = [
        one("Rose", "F", 1957),
        one("Kim", "F", 1988, home=False),
        one("Lee", "M", 2016),
    ]
    found = ties("Rose mother Kim", "Rose grandmother Lee", "Kim mother Lee")
    found[1].primary_carer = True
    return people, found


def twins_and_unborn() -> Family:
    people = [
        one("Ann", "F", 1990),
        one("Tim", "M", 2018),
        one("Tom", "M", 2018),
        one("Baby", kind="unborn", home=None, expected=date(2027, 1, 29)),
    ]
    return people, ties("Ann mother Tim Tom", "Ann mother_of_unborn Baby")


def cousins() -> Family:
    people = [
        one("Nan", "F", 1955, home=False),
        one("Ann", "F", 1985),
        one("Bob", "M", 1984),
        one("Cat", "F", 2012),
        one("Sue", "F", 1988, home=False),
        one("Zak", "M", 2014, home=False),
    ]
    return people, ties(
        "Nan mother Ann Sue",
        "Ann mother Cat",
        "Bob father Cat",
        "Sue mother Zak",
        "Ann sister Sue",
        "Cat cousin Zak",
    )


SHAPES = {
    one.__name__: one for one in (together, separated, grandparent_carer, twins_and_unborn, cousins)
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_family_looks_as_it_should(shape: str) -> None:
    people, relationships = SHAPES[shape]()
    gaps = without_second_parent(kin_of(people, relationships))
    assert genogram(people, relationships, gaps) == PICTURES[shape].splitlines()


def test_only_the_gaps_asked_for_are_shown() -> None:
    people, relationships = twins_and_unborn()
    assert "not recorded" not in "\n".join(genogram(people, relationships))
    assert "not recorded" in "\n".join(genogram(people, relationships, {"Tim"}))


def test_a_family_too_wide_becomes_a_tree_of_households() -> None:
    children = [one(f"K{number}", "F", 2003 + number) for number in range(9)]
    people = [one("Ann", "F", 1980), one("Bob", "M", 1980, home=False), *children]
    names = " ".join(child.id for child in children)
    lines = genogram(people, ties(f"Ann mother {names}", f"Bob father {names}"))
    assert lines[0] == "In the home"
    assert any(line.startswith("  ") and "Ann" in line and "mother of" in line for line in lines)
    assert "Bob, man" in lines[lines.index("Living elsewhere") + 1]


def test_parents_who_would_be_their_own_ancestors_are_not_drawn() -> None:
    people = [one("Ann", born=1980), one("Ben", born=2010)]
    lines = genogram(people, ties("Ann mother Ben", "Ben mother Ann"))
    assert lines[0] == "In the home"


def test_nobody_at_all_is_no_drawing() -> None:
    assert genogram([], []) == []


KINDS = st.sampled_from([*LEVELS, "friend", ""])
NAMES = st.text(st.characters(codec="utf-8", categories=["L", "So", "Mn"]), max_size=30)


@st.composite
def families(draw: st.DrawFn) -> Family:
    people = [
        Person(
            id=str(number),
            given=f"Q{number}Q {draw(NAMES)}",
            kind=draw(st.sampled_from(["child", "child", "adult", "adult", "unborn"])),
            sex=draw(st.sampled_from(["", "F", "M"])),
            lives_in_home=draw(st.sampled_from([None, True, False])),
            born=draw(st.none() | st.dates(date(1930, 1, 1), date(2026, 1, 1))),
            case_id="",
        )
        for number in range(draw(st.integers(0, 7)))
    ]
    someone = st.sampled_from([one.id for one in people] or ["nobody"])
    found = draw(st.lists(st.tuples(someone, KINDS, someone), max_size=9))
    return people, [
        Relationship(person_id=a, kind=kind, child_id=b, case_id="") for a, kind, b in found
    ]


@given(families(), st.booleans())
def test_everybody_is_in_it_once_and_no_line_is_too_wide(family: Family, with_gaps: bool) -> None:
    people, relationships = family
    gaps = without_second_parent(kin_of(people, relationships)) if with_gaps else ()
    lines = genogram(people, relationships, gaps)
    assert max(map(cells, lines), default=0) <= ROOM
    named = Counter({one.id: "\n".join(lines).count(f"Q{one.id}Q") for one in people})
    assert set(named.values()) <= {1}
