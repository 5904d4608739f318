"""Whom a call is about: a name as heard, a birthday or a year of birth as the caller gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.lookup.search import Found, search
from ehtui.finding import split_born

if TYPE_CHECKING:
    from datetime import date

    from data.store.driver import Connection

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Match(NamedTuple):
    """Somebody a call may be about."""

    found: Found
    fits: bool | None
    """Whether the birthday or year that the caller gave is theirs; None where either is missing."""


def matches(connection: Connection, said: str, today: date) -> list[Match]:
    """Return who may be meant, those whose birthday or year of birth fits first."""
    words, born = split_born(said, today)
    year = YEAR.search(words) if born is None else None
    words = YEAR.sub("", words) if year else words
    found = search(connection, words, None if words.strip() else born)
    rated = [Match(one, _fits(one, born, year[0] if year else "")) for one in found]
    return sorted(rated, key=lambda one: one.fits is not True)


def _fits(found: Found, born: date | None, year: str) -> bool | None:
    if found.born is None:
        return None
    if born is not None:
        return found.born == born
    return str(found.born.year) == year if year else None
