"""Names as they are compared: without accents, signs and capitals."""

from __future__ import annotations

import unicodedata

PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Return the text without accents and signs, in small letters: O'Connor → oconnor."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN_LETTERS))
    kept = "".join(
        letter if letter.isalnum() else " "
        for letter in plain
        if letter not in "'’`" and not unicodedata.combining(letter)
    )
    return " ".join(kept.split())
