"""Further families out of the written ones: other names, other numbers, other weeks.

A name changes wherever it stands, so that a plan still speaks of the child it is for.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from stdnum.gb import nhs, upn

from data.demo.reading import changed, moved, names

if TYPE_CHECKING:
    from random import Random

    from data.demo.reading import Family, Row

WEEKS_BACK: Final = 5
BIRTHS_BACK: Final = 26
"""Weeks that a varied family may be older: only back, since what is recorded has happened."""

FEMALE: Final = frozenset({"mother", "mother_of_unborn", "grandmother", "aunt", "sister"})
MALE: Final = frozenset({"father", "father_of_unborn", "grandfather", "uncle", "brother"})

_MOBILE: Final = re.compile(r"07700 900\d{3}")
_CENTRAL: Final = re.compile(r"\b(NEH-\d\d)-\d{5}\b")


def varied(family: Family, random: Random) -> Family:
    """Return another family of the same story."""
    called = _new_names(family, random)
    # The longest first: O'Connor is found in O'Connor-Łukasik as well.
    known = "|".join(re.escape(name) for name in sorted(called, key=len, reverse=True))
    name = re.compile(rf"(?<!\w)(?:{known})(?!\w)")
    mobile = f"07700 900{random.randrange(1000):03}"
    central = rf"\1-{random.randrange(100_000):05}"
    births_back = timedelta(weeks=random.randint(0, BIRTHS_BACK))

    def reworded(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        value = name.sub(lambda found: called[found[0]], value)
        return _CENTRAL.sub(central, _MOBILE.sub(mobile, value))

    def vary(row: Row) -> Row:
        new = {field: reworded(value) for field, value in row.items()}
        if "born" in row:
            new["born"] = row["born"] - births_back
        if "nhs_number" in row:
            new["nhs_number"] = _nhs_number(random)
        if "upn" in row:
            new["upn"] = _upn(random)
        return new

    back = timedelta(weeks=-random.randint(0, WEEKS_BACK))
    return changed(moved(family, back), vary)


def _new_names(family: Family, random: Random) -> dict[str, str]:
    """Return what every name of the family becomes; an unborn child has none yet."""
    lists = names()
    sexes = _sexes(family)
    people = [row for row in family.tables["people"] if row["kind"] != "unborn"]
    surnames = dict.fromkeys([family.case["family_name"], *_said(people, "family")])
    called = dict(zip(surnames, random.sample(lists["families"], len(surnames)), strict=True))
    free = {sex: random.sample(lists[sex], len(lists[sex])) for sex in ("girls", "boys")}
    for row in people:
        sex = sexes.get(row.get("ref", "")) or random.choice(("girls", "boys"))
        for name in _said([row], "given", "known_as"):
            called.setdefault(name, free[sex].pop())
    return called


def _sexes(family: Family) -> dict[str, str]:
    """Return the list of names for each person of whom it is written."""
    found = {}
    for tie in family.tables.get("relationships", []):
        if tie["kind"] in FEMALE | MALE:
            found[tie["person_id"]] = "girls" if tie["kind"] in FEMALE else "boys"
    for row in family.tables["people"]:
        if row.get("sex") in ("F", "M"):
            found[row["ref"]] = "girls" if row["sex"] == "F" else "boys"
    return found


def _said(rows: list[Row], *fields: str) -> list[str]:
    return [row[field] for row in rows for field in fields if row.get(field)]


def _nhs_number(random: Random) -> str:
    """Return a number that holds, of a range kept for tests."""
    while True:
        nine = f"999{random.randrange(1_000_000):06}"
        for last in range(10):
            if nhs.is_valid(number := f"{nine}{last}"):
                return nhs.format(number)


def _upn(random: Random) -> str:
    """Return a UPN that holds, of a school that there is not."""
    rest = f"8019999{random.randrange(100_000):05}"
    return upn.calc_check_digit(rest) + rest
