"""What somebody types to find a person, told apart: words of the name, and a date of birth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehtui.dates import BadDate, read_date

if TYPE_CHECKING:
    from datetime import date

_PARTS = re.compile(r"[-/.,\s]+")
_FIRST_LETTER = re.compile(r"(?<![^\s-])\w|(?<=\b[do]['’])\w")
LONGEST = 4
"""Words of the longest date: "Fri 19 June 2018"."""


def split_born(typed: str, today: date) -> tuple[str, date | None]:
    """Return the words of the name, and the date of birth if a whole date stands among them."""
    words = typed.split()
    for length in range(LONGEST, 0, -1):
        for begin in range(len(words) - length + 1):
            end = begin + length
            if (born := _whole_date(" ".join(words[begin:end]), today)) is not None:
                return " ".join(words[:begin] + words[end:]), born
    return typed, None


def as_recorded(name: str) -> str:
    """Return a name that was typed in small letters, as one types to find it, with its capitals.

    "nia o'shea-moss" gives "Nia O'Shea-Moss"; what has a capital already stays as it is.
    """
    if name != name.lower():
        return name
    return _FIRST_LETTER.sub(lambda found: found[0].upper(), name)


def _whole_date(text: str, today: date) -> date | None:
    """Read a date that has its year: without one, a guess would hide the person looked for."""
    if len(_PARTS.split(text)) < 3 or not any(sign.isdigit() for sign in text):
        return None
    try:
        return read_date(text, today, past=True)
    except BadDate:
        return None
