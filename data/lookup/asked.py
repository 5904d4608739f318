"""What was typed into the one box, told apart: names, dates, ages, postcodes, numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from data.lookup.folding import fold
from data.lookup.words import JOINING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST: Final = 240
"""Letters that are read: nobody types more about one person, but many things can be pasted."""
MOST_WORDS: Final = 10

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
_ISO: Final = re.compile(r"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b")
_NUMBERS: Final = re.compile(r"\b(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?((?:19|20)?\d\d)\b")
_RUN: Final = re.compile(
    r"\b([0-3]\d)([0-3]\d)((?:19|20)\d\d)\b|\b((?:19|20)\d\d)([01]\d)([0-3]\d)\b"
)
_NAMED: Final = re.compile(
    rf"{_DAY}\s*(?:of\s+)?{_MONTH},?\s*((?:19|20)?\d\d)?(?!\d)", re.IGNORECASE
)
_NAMED_FIRST: Final = re.compile(
    rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_MONTH_YEAR: Final = re.compile(
    rf"\b{_MONTH}\s*[-/ ]?\s*((?:19|20)\d\d|\d\d)\b|\b(\d{{1,2}})/((?:19|20)\d\d)\b", re.IGNORECASE
)
_AGE: Final = re.compile(
    r"\b(?:about|around|roughly|aged?|approx\.?|nearly|c\.?)\s+(?:age\s+)?(\d{1,2})\b(?!\s*(?:/|-|\d))"
    r"(?:\s*(?:years?|yrs?)(?:\s+old)?)?|\b(\d{1,2})\s*(?:years?|yrs?|y/?o|yo)\b(?:\s+old)?",
    re.IGNORECASE,
)
_MONTHS_OLD: Final = re.compile(r"\b(\d{1,2})\s*(?:months?|mths?)(?:\s+old)?\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d[ -])\b((?:19|20)\d\d)\b(?![ -]\d)")
_POSTCODE: Final = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b", re.IGNORECASE)
_OUTWARD: Final = re.compile(r"\b([a-z]{1,2}\d{1,2}[a-z]?)(?:\s+(\d))?\b", re.IGNORECASE)
_UPN: Final = re.compile(r"\b([a-z]\d{11}[a-z\d])\b", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\+?\d[\d ()-]{2,}\d")
_SAID_BEFORE: Final = re.compile(r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on| in)?)(?=\W|$)", re.I)


class Birth(NamedTuple):
    """A date of birth as far as it was said; 0 for a part that was not."""

    year: int = 0
    month: int = 0
    day: int = 0


class Asked:
    """Everything that was typed, by kind."""

    def __init__(self, raw: list[str]) -> None:
        self.raw = raw
        """The words in capitals as they stood: a reference or a foreign key may be among them."""
        self.names: list[str] = []
        """Folded words, in order; parts that may be one word hang together by a hyphen."""
        self.growing = False
        """Whether the last word may still be being typed."""
        self.births: list[Birth] = []
        self.ages: list[int] = []
        """In whole years."""
        self.postcode = ""
        """A whole one, in capitals and without its space."""
        self.outward = ""
        self.digits: list[str] = []
        """Runs of four digits and more: parts of phone numbers, or numbers of a person."""


def read(typed: str, this_year: int) -> Asked:
    """Return what was typed, told apart. Whatever can't be read as anything else is a name."""
    text = typed[: LONGEST * 4].replace("\0", " ")[:LONGEST]
    asked = Asked(text.upper().split()[:MOST_WORDS])
    text = _SAID_BEFORE.sub(" ", text)
    text = _take_births(text, asked, this_year)
    text = _take(_MONTHS_OLD, text, lambda found: asked.ages.append(int(found[1]) // 12))
    text = _take(_AGE, text, lambda found: asked.ages.append(int(found[1] or found[2])))
    text = _take(_UPN, text, lambda found: asked.digits.append(found[1].upper()))
    text = _take(_POSTCODE, text, lambda found: _postcode(asked, found))
    text = _take(_YEAR, text, lambda found: asked.births.append(Birth(int(found[1]))))
    text = _take(_DIGITS, text, lambda found: _digits(asked, found[0]))
    text = _take(_OUTWARD, text, lambda found: _outward(asked, found))
    for word in fold(text).split():
        if word.isdigit() and len(word) < 3 and not asked.ages and not asked.births:
            asked.ages.append(int(word))
    asked.names = list(_hanging_together(text))[:MOST_WORDS]
    asked.growing = bool(asked.names) and text.rstrip().endswith(tuple(typed.rstrip()[-1:]))
    return asked


def _hanging_together(text: str) -> Iterator[str]:
    waiting = ""
    for token in text.split():
        word = fold(token).replace(" ", "-")
        if not word or word.isdigit():
            continue
        waiting = f"{waiting}-{word}" if waiting else word
        if word not in JOINING:
            yield waiting
            waiting = ""
    if waiting:
        yield waiting


def _take_births(text: str, asked: Asked, this_year: int) -> str:
    def add(year: str | None, month: str, day: str | None) -> None:
        number = _MONTHS.get(month.lower().rstrip(".")) or int(month)
        asked.births.append(Birth(_year(year, this_year), number, int(day or 0)))

    text = _take(_ISO, text, lambda one: add(one[1], one[2], one[3]))
    text = _take(_NUMBERS, text, lambda one: add(one[3], one[2], one[1]))
    text = _take(
        _RUN,
        text,
        lambda one: add(one[3], one[2], one[1]) if one[1] else add(one[4], one[5], one[6]),
    )
    text = _take(_NAMED, text, lambda one: add(one[3], one[2], one[1]))
    text = _take(_NAMED_FIRST, text, lambda one: add(one[3], one[1], one[2]))
    return _take(_MONTH_YEAR, text, lambda one: add(one[2] or one[4], one[1] or one[3], None))


def _year(text: str | None, this_year: int) -> int:
    if not text:
        return 0
    if len(text) == 4:
        return int(text)
    year = this_year - this_year % 100 + int(text)
    return year if year <= this_year else year - 100


def _take(pattern: re.Pattern[str], text: str, use: Callable[[re.Match[str]], object]) -> str:
    """Use what a pattern finds, and return the text without it."""

    def used(found: re.Match[str]) -> str:
        use(found)
        return " "

    return pattern.sub(used, text)


def _postcode(asked: Asked, found: re.Match[str]) -> None:
    asked.postcode = f"{found[1]}{found[2]}".upper()
    asked.outward = found[1].lower()


def _outward(asked: Asked, found: re.Match[str]) -> None:
    asked.outward = asked.outward or found[1].lower()


def _digits(asked: Asked, run: str) -> None:
    plain = "".join(sign for sign in run if sign.isdigit())
    asked.digits.append(f"0{plain[2:]}" if run.startswith("+44") else plain)
