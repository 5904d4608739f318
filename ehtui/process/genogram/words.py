"""What stands in one person's box of a genogram, so that no shape has to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.dates import show_date
from ehtui.process.genogram.kin import PARENTS

if TYPE_CHECKING:
    from ehtui.process.genogram.kin import Kin

SELF_EVIDENT = (
    *(one for one in PARENTS if one != "adoptive_parent"),
    *("sister", "brother", "half_sister", "half_brother", "son", "daughter"),
    *("partner", "former_partner", "cousin"),
)
"""Ties that the lines show."""


def words_for(kin: Kin, key: str) -> list[str]:
    """Return who somebody is, born when, and in what relation where no line shows it."""
    person = kin.people[key]
    said = [_who(kin, key), *_born(kin, key)]
    if person.died:
        said.append(f"died {person.died.year}")
    said += _relation(kin, key)
    if any(one.primary_carer for one in kin.ties if one.person_id == key):
        said.append("main carer")
    if person.lives_in_home:
        said.append("in the home")
    return said


def _who(kin: Kin, key: str) -> str:
    person, sex = kin.people[key], kin.sex(key)
    if person.is_unborn:
        return "unborn"
    grown, young = ("woman", "girl") if sex == "F" else ("man", "boy")
    if not sex:
        grown, young = "adult", "child"
    return young if person.is_child else grown


def _born(kin: Kin, key: str) -> list[str]:
    person = kin.people[key]
    if person.is_unborn:
        due = show_date(person.expected).split(" ", 1)[1] if person.expected else ""
        return [f"due {due or person.expected_as_told}"] if due or person.expected_as_told else []
    born = f"born {person.born.year}" if person.born else person.born_as_told
    twins = [
        other
        for other in kin.children_of(kin.parents.get(key, ()))
        if person.born and kin.people[other].born == person.born
    ]
    return [*([born] if born else []), *(["twin"] if len(twins) > 1 else [])]


def _relation(kin: Kin, key: str) -> list[str]:
    if kin.generation.get(key) == 2 and key in {one for two in kin.parents.values() for one in two}:
        return []
    kinds = [one.kind for one in kin.ties if one.person_id == key and one.kind]
    return [
        words("relationship", kind).lower()
        for kind in dict.fromkeys(kinds)
        if kind not in SELF_EVIDENT or not _has_line(kin, key)
    ]


def _has_line(kin: Kin, key: str) -> bool:
    joined = {one for pair in kin.couples() for one in pair}
    return key in joined or key in kin.parents or any(key in two for two in kin.parents.values())
