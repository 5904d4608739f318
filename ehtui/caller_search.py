"""Whom a call is about: a name as heard, a birthday, a year or an age as the caller gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from data import rows
from data.lookup.asked import read
from data.lookup.found import ALIKE
from data.lookup.search import Found, search
from data.lookup.sounds import coarse
from data.records.contacts import Call

if TYPE_CHECKING:
    from datetime import date

    from data.lookup.births import Birth
    from data.store.driver import Connection


class Match(NamedTuple):
    """Somebody a call may be about."""

    found: Found
    fits: bool | None
    """Whether the birthday or year that the caller gave is theirs; None where either is missing."""


class EarlierCall(NamedTuple):
    """A call about somebody of whom there was no record."""

    call: Call


MOST: Final = 5


def matches(connection: Connection, said: str, today: date) -> list[Match]:
    """Return who may be meant, the likeliest first, those whose birthday fits before others.

    Of each family siblings stand together, and whoever is only alike is left to the one who fits.
    """
    births = read(said, today.year).births
    found = search(connection, said, today=today)
    rated = [Match(one, _fits(one, births)) for one in found]
    rated.sort(key=lambda one: one.fits is not True)
    families: dict[str, list[Match]] = {}
    for one in rated:
        beside = families.setdefault(one.found.case_id, [])
        if not beside or one.found.how_sure != ALIKE:
            beside.append(one)
    return [one for family in families.values() for one in family]


def earlier_calls(connection: Connection, said: str, today: date) -> list[EarlierCall]:
    """Return calls that had no family and were about somebody so called, the newest first.

    They are few: what was heard then is compared by sound with what is heard now.
    """
    asked = _heard(said, today)
    if not asked:
        return []
    kept = connection.execute(
        "SELECT id, asked_about FROM calls WHERE case_id IS NULL AND asked_about <> '' "
        'ORDER BY "on" DESC, "at" DESC'
    )
    alike = [
        key for key, about in map(tuple, kept) if _one_in_the_other(asked, _heard(about, today))
    ]
    found = (rows.find(connection, Call, key) for key in alike[:MOST])
    return [EarlierCall(call) for call in found if isinstance(call, Call)]


def _heard(said: str, today: date) -> set[str]:
    """Return how the names in what was said sound."""
    return {coarse(name.replace("-", "")) for name in read(said, today.year).names}


def _one_in_the_other(now: set[str], then: set[str]) -> bool:
    """Whether all names of the one are among the other's; what is being typed may be a beginning.

    Nobody is found by nothing.
    """
    fewer, more = sorted((now, then), key=len)
    return bool(fewer) and all(
        any(one.startswith(other) or other.startswith(one) for other in more) for one in fewer
    )


def _fits(found: Found, births: list[Birth]) -> bool | None:
    if found.born is None or not births:
        return None
    said, born = births[0], found.born
    pairs = ((said.year, born.year), (said.month, born.month), (said.day, born.day))
    return all(part in (0, theirs) for part, theirs in pairs)
