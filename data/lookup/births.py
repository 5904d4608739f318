"""Dates of birth as they are typed, whole or in part: 3/2/15, feb 2015, 3rd of February, 03022015.

The patterns are text: those that a query doesn't reach need not be made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS: Final = {
    name: at
    for at, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_MONTH: Final = rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY: Final = r"\b(\d{1,2})(?:st|nd|rd|th)?"
_ISO: Final = r"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b"
_NUMBERS: Final = r"\b(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?((?:19|20)?\d\d)\b"
_RUN: Final = r"\b([0-3]\d)([0-3]\d)((?:19|20)\d\d)\b|\b((?:19|20)\d\d)([01]\d)([0-3]\d)\b"
_NAMED: Final = rf"{_DAY}\s*(?:of\s+)?{_MONTH},?\s*((?:19|20)?\d\d)?(?!\d)"
_NAMED_FIRST: Final = rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b"
_MONTH_YEAR: Final = (
    rf"\b{_MONTH}\s*[-/ ]?\s*((?:19|20)\d\d|\d\d)\b|\b(\d{{1,2}})/((?:19|20)\d\d)\b"
)

_DAY_MONTH: Final = r"(?<!about )(?<!aged )(?<!age )\b(\d{1,2})/(\d{1,2})\b(?!/)"


class Birth(NamedTuple):
    """A date of birth as far as it was said; 0 for a part that was not."""

    year: int = 0
    month: int = 0
    day: int = 0


def take_births(text: str, births: list[Birth], this_year: int) -> str:
    """Put the dates of birth that are said into a list, and return the text without them."""

    def add(year: str | None, month: str, day: str | None) -> None:
        number = _MONTHS.get(month.lower().rstrip(".")) or int(month)
        births.append(Birth(_year(year, this_year), number, int(day or 0)))

    text = take(_ISO, text, lambda one: add(one[1], one[2], one[3]))
    text = take(_NUMBERS, text, lambda one: add(one[3], one[2], one[1]))
    text = take(
        _RUN,
        text,
        lambda one: add(one[3], one[2], one[1]) if one[1] else add(one[4], one[5], one[6]),
    )
    text = take(_NAMED, text, lambda one: add(one[3], one[2], one[1]))
    text = take(_NAMED_FIRST, text, lambda one: add(one[3], one[1], one[2]))
    text = take(_MONTH_YEAR, text, lambda one: add(one[2] or one[4], one[1] or one[3], None))
    return take(_DAY_MONTH, text, lambda one: add(None, one[2], one[1]))


def _year(text: str | None, this_year: int) -> int:
    if not text:
        return 0
    if len(text) == 4:
        return int(text)
    year = this_year - this_year % 100 + int(text)
    return year if year <= this_year else year - 100


def take(pattern: str, text: str, use: Callable[[re.Match[str]], object]) -> str:
    """Use what a pattern of numbers finds, and return the text without it."""
    if not any(map(str.isdecimal, text)):
        return text  # making the pattern takes longer than all else here

    def used(found: re.Match[str]) -> str:
        use(found)
        return " "

    return re.sub(pattern, used, text, flags=re.IGNORECASE)
