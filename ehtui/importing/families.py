"""Rows that belong together become one family's record."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from data.codes.lists import codes
from data.lookup.folding import fold
from data.records.people import PersonKind
from ehtui.importing.headings import HOUSEHOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ehtui.importing.row import Incoming

SAID: dict[str, str] = {
    "mum": "mother", "mam": "mother", "mummy": "mother", "dad": "father", "daddy": "father",
    "step mother": "step_mother", "step mum": "step_mother", "stepmum": "step_mother",
    "step father": "step_father", "step dad": "step_father", "stepdad": "step_father",
    "gran": "grandmother", "nan": "grandmother", "nana": "grandmother", "granny": "grandmother",
    "grandma": "grandmother", "grandad": "grandfather", "granddad": "grandfather",
    "grandpa": "grandfather", "auntie": "aunt",
}  # fmt: skip
"""Everyday words for what the code list has under another."""


def in_families(people: Iterable[Incoming]) -> list[list[Incoming]]:
    """Return the people by family: one household's, else those of one name and one postcode."""
    families: dict[object, list[Incoming]] = {}
    for one in people:
        families.setdefault(one.belongs, []).append(one)
    return [some for family in families.values() for some in _apart(family)]


def _apart(family: list[Incoming]) -> list[list[Incoming]]:
    """Return the rows of a household by postcode where what they share is no more than a name.

    Two families are called Jones; that they live in two places tells them apart.
    """
    household = family[0].values.get(HOUSEHOLD)
    if not household or len(family) == 1:
        return [family]
    called = set(fold(household).split()) - {"family", "the"}
    if not any(set(fold(one.values.get("family", "")).split()) & called for one in family):
        return [family]
    homes: dict[object, list[Incoming]] = {}
    for one in family:
        postcode = one.values.get("postcode")
        homes.setdefault(plain_postcode(postcode) if postcode else one.row, []).append(one)
    places = [home for home in homes if isinstance(home, str)]
    return list(homes.values()) if len(places) > 1 else [family]


def belongs_to(row: int, values: Mapping[str, Any]) -> object:
    """Return what the rows of one family have in common and no other row has."""
    if household := values.get(HOUSEHOLD):
        return "household", household.casefold()
    family, postcode = values.get("family"), values.get("postcode")
    if family and postcode and (folded := _folded(family)):
        return "home", folded, plain_postcode(postcode)
    return row


@lru_cache(maxsize=20_000)
def _folded(family: str) -> str:
    return fold(family)


def plain_postcode(postcode: str) -> str:
    """Return a postcode as it is compared."""
    return postcode.replace(" ", "").upper()


def family_name(family: list[Incoming]) -> str:
    """Return the name a family goes by: that of most of its children, else of most of them."""
    children = [one for one in family if one.values["kind"] == PersonKind.child]
    for some in (children, family):
        names = [name for one in some if (name := one.values.get("family"))]
        if names:
            return str(max(names, key=names.count))
    return ""


def plain_relationships(family: list[Incoming]) -> list[tuple[Incoming, Incoming, str]]:
    """Return who is what to whom where the words leave no doubt: with one child in the family.

    Of several children, a father may be the father of some.
    """
    children = [one for one in family if one.values["kind"] == PersonKind.child]
    if len(children) != 1 or len(family) == 1:
        return []
    named = _kinds()
    return [
        (one, children[0], kind)
        for one in family
        if one.values["kind"] == PersonKind.adult
        if (kind := named.get(fold(one.values.get("in_family", ""))))
    ]


@cache
def _kinds() -> Mapping[str, str]:
    found: dict[str, Any] = {fold(one.words): one.code for one in codes("relationship")}
    return SAID | found
