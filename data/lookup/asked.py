"""What was typed into the one box, told apart: names, dates, ages, postcodes, numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from data.lookup.births import Birth, take, take_births
from data.lookup.folding import fold
from data.lookup.words import JOINING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 240
"""Letters that are read: nobody types more about one person, but many things can be pasted."""
MOST_WORDS: Final = 10

_AGE: Final = (
    r"\b(?:about|around|roughly|aged?|approx\.?|nearly|c\.?)\s+(?:age\s+)?(\d{1,2})\b(?!\s*(?:/|-|\d))"
    r"(?:\s*(?:years?|yrs?)(?:\s+old)?)?|\b(\d{1,2})\s*(?:years?|yrs?|y/?o|yo)\b(?:\s+old)?"
)
_MONTHS_OLD: Final = r"\b(\d{1,2})\s*(?:months?|mths?)(?:\s+old)?\b"
_YEAR: Final = r"(?<!\d[ -])\b((?:19|20)\d\d)\b(?![ -]\d)"
_POSTCODE: Final = r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b"
_OUTWARD: Final = r"\b([a-z]{1,2}\d{1,2}[a-z]?)(?:\s+(\d))?\b"
_UPN: Final = r"\b([a-z]\d{11}[a-z\d])\b"
# Of a house: nobody's age.
_HOUSE: Final = (
    r"\b(?:flat|no\.?)\s*\d{1,3}[a-z]?\b|\b\d{1,3}[a-z]?\b(?=(?:\s+[^\W\d]+){1,3}\s+"
    r"(?:street|st|road|rd|avenue|ave|lane|close|drive|terrace|crescent|court|way|place|gardens)\b)"
)
_DIGITS: Final = r"\+?\d[\d ()-]{2,}\d"
_SAID_BEFORE: Final = r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on| in)?)(?=\W|$)"


class Asked:
    """Everything that was typed, by kind."""

    def __init__(self, raw: list[str]) -> None:
        self.raw = raw
        """The words in capitals as they stood: a reference or a foreign key may be among them."""
        self.names: list[str] = []
        """Folded words, in order; parts that may be one word hang together by a hyphen.

        A hyphen at the end is for a part that is still to come.
        """
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
    # Half a character, from a command line of another encoding, is nothing that SQLite takes.
    text = typed[:LONGEST].replace("\0", " ").encode("utf-8", "replace").decode()
    asked = Asked(text.upper().split()[:MOST_WORDS])
    if any(sign.isdecimal() for sign in text):
        text = _take_numbers(text, asked, this_year)
    for word in fold(text).split():
        if word.isdecimal() and len(word) < 3 and not asked.ages and not asked.births:
            asked.ages.append(int(word))
    asked.names = list(_hanging_together(text))[:MOST_WORDS]
    asked.growing = bool(asked.names) and text.rstrip().endswith(tuple(typed.rstrip()[-1:]))
    return asked


def _take_numbers(text: str, asked: Asked, this_year: int) -> str:
    text = re.sub(_SAID_BEFORE, " ", text, flags=re.IGNORECASE)
    text = take_births(text, asked.births, this_year)
    text = take(_MONTHS_OLD, text, lambda found: asked.ages.append(int(found[1]) // 12))
    text = take(_AGE, text, lambda found: asked.ages.append(int(found[1] or found[2])))
    text = take(_HOUSE, text, lambda _house: None)
    text = take(_UPN, text, lambda found: asked.digits.append(found[1].upper()))
    text = take(_POSTCODE, text, lambda found: _postcode(asked, found))
    text = take(_YEAR, text, lambda found: asked.births.append(Birth(int(found[1]))))
    text = take(_DIGITS, text, lambda found: _digits(asked, found[0]))
    return take(_OUTWARD, text, lambda found: _outward(asked, found))


def _hanging_together(text: str) -> Iterator[str]:
    waiting = ""
    for token in text.split():
        word = fold(token).replace(" ", "-")
        if not word or word.isdecimal():
            continue
        waiting = f"{waiting}-{word}" if waiting else word
        if token.endswith("-"):
            waiting += "-"
        elif word not in JOINING:
            yield waiting.replace("--", "-")
            waiting = ""
    if waiting:
        yield waiting.replace("--", "-")


def _postcode(asked: Asked, found: re.Match[str]) -> None:
    asked.postcode = f"{found[1]}{found[2]}".upper()
    asked.outward = found[1].lower()


def _outward(asked: Asked, found: re.Match[str]) -> None:
    asked.outward = asked.outward or found[1].lower()


def _digits(asked: Asked, run: str) -> None:
    plain = "".join(sign for sign in run if sign.isdecimal())
    asked.digits.append(f"0{plain[2:]}" if run.startswith("+44") else plain)
