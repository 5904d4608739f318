"""Whom a call is about: a name as heard, a birthday, a year or an age as the caller gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.lookup.asked import read
from data.lookup.search import Found, search

if TYPE_CHECKING:
    from datetime import date

    from data.lookup.births import Birth
    from data.store.driver import Connection


class Match(NamedTuple):
    """Somebody a call may be about."""

    found: Found
    fits: bool | None
    """Whether the birthday or year that the caller gave is theirs; None where either is missing."""


def matches(connection: Connection, said: str, today: date) -> list[Match]:
    """Return who may be meant, the likeliest first, those whose birthday fits before others."""
    births = read(said, today.year).births
    found = search(connection, said, today=today)
    rated = [Match(one, _fits(one, births)) for one in found]
    return sorted(rated, key=lambda one: one.fits is not True)


def _fits(found: Found, births: list[Birth]) -> bool | None:
    if found.born is None or not births:
        return None
    said, born = births[0], found.born
    pairs = ((said.year, born.year), (said.month, born.month), (said.day, born.day))
    return all(part in (0, theirs) for part, theirs in pairs)
