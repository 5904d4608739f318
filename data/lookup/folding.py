"""Names as they are compared: without accents, signs and capitals."""

from __future__ import annotations

import re
import unicodedata

PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
    | {"ı": "i", "ɛ": "e", "ɔ": "o", "ə": "e", "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y"}
)
"""Letters that are no others with a sign: Polish, Nordic, Turkish, Akan, Hausa and others."""
_APOSTROPHES = str.maketrans("", "", "'’`ʻʼ")
_SIGNS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return the text without accents and signs, in small letters: O'Connor → oconnor."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(PLAIN_LETTERS))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SIGNS.sub(" ", plain.translate(_APOSTROPHES)).strip()
