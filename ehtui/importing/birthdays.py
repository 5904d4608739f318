"""Days of birth as spreadsheets have them, besides what people write: serial numbers, eight digits.

A spreadsheet shows an empty date as one at the beginning of 1900: that is nobody's birthday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from ehtui.dates import FIRST_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

SERIAL_BEGINS: Final = date(1899, 12, 30)
NOT_KNOWN: Final = frozenset(
    {"", "-", "–", "?", "n/a", "na", "n/k", "nk", "not known", "unknown", "none", "tbc", "0"}
)
_TIME: Final = re.compile(r"[T ,]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|Z)?$", re.I)
_SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?")
_EIGHT: Final = re.compile(r"\d{8}")
_EMPTY: Final = re.compile(r"0?[01]?[/.-]0?1[/.-](?:19)?00|1900-01-0[01]|1899-12-3[01]|1904-01-01")
_ABOUT: Final = re.compile(
    r"(?:19|20)\d\d|[a-z]{3,9}[\s./-]*(?:\d\d|(?:19|20)\d\d)|"
    r"(?:about|approx\w*|around|circa|c\.?|ca\.?|roughly|age[d]?|~)\s?.{1,40}|"
    r"\d{1,2} ?(?:y|yrs?|years?|months?|m)(?: old)?",
    re.I,
)


class Birth(NamedTuple):
    """When somebody was born: the day, or else the words that say it roughly, or nothing."""

    day: date | None
    as_told: str = ""


UNKNOWN: Final = Birth(None)


def read_birth(text: str, read_day: Callable[[str], date]) -> Birth:
    """Return what a cell of a date column says; ``read_day`` reads dates as people write them.

    Raises what ``read_day`` raises for text that is no date and doesn't say one roughly.
    """
    plain = _TIME.sub("", text.strip())
    if plain.casefold() in NOT_KNOWN or _EMPTY.fullmatch(plain):
        return UNKNOWN
    if _SERIAL.fullmatch(plain):
        return Birth(read_day((SERIAL_BEGINS + timedelta(int(float(plain)))).isoformat()))
    if _EIGHT.fullmatch(plain) and (day := _eight(plain)):
        return Birth(read_day(day.isoformat()))
    if _ABOUT.fullmatch(plain):
        return Birth(None, plain)
    return Birth(read_day(plain))


def _eight(digits: str) -> date | None:
    """Return the day of 03022015 or 20150203: no eight digits are both."""
    for year, month, day in (
        (digits[4:], digits[2:4], digits[:2]),
        (digits[:4], digits[4:6], digits[6:]),
    ):
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if found.year >= FIRST_YEAR:
            return found
    return None
