"""What typed, pasted and imported text becomes before it is stored: text, and nothing else.

Every word stays. What could move a cursor, set a window's title or turn a line around goes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Without its end a sequence might swallow a page of notes: those lose the escape character only.
_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, moves
    "|(?:\x1b[]P^_X]|[\x90\x98\x9d-\x9f])[^\x07\n\r\x1b\x80-\x9f]*(?:\x07|\x1b\\\\|\x9c)"  # titles
    "|\x1b[()][0AB]"  # character sets
)
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_REMOVED: Final = dict.fromkeys(
    [
        *(code for code in range(0xA0) if code < 0x20 or code > 0x7E),
        0xAD,  # soft hyphen: from web pages, and no search finds the word
        0x200B, 0x2060, 0xFEFF,  # blanks of no width, byte order mark
        *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # embeddings, overrides, isolates
        *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF,  # no document may hold these
    ]
)  # fmt: skip
del _REMOVED[ord("\n")]
_REPLACED: Final[dict[int, int | None]] = {
    **_REMOVED,
    ord("\t"): ord(" "),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),  # half a character: no file can hold it
}


def clean(text: str) -> str:
    """Return the text without control characters, escape sequences and bidirectional controls.

    Line breaks become newlines and a tab a space; letters are composed (NFC). Right-to-left
    letters with their marks, and the joiners inside emoji and Persian words, stay.
    """
    text = _LINE_BREAK.sub("\n", _SEQUENCE.sub("", text))
    return unicodedata.normalize("NFC", text.translate(_REPLACED))


def one_line(text: str) -> str:
    """Return the cleaned text on one line, its words one space apart."""
    return " ".join(clean(text).split())


def initials(name: str) -> str:
    """Return the first letters of a name's parts, for a screen that others can see.

    "Siân O'Connor-Łukasik" gives "SOŁ"; a name without any letter gives "?".
    """
    parts = re.split(r"[\s\-‐‑]+", one_line(name))
    firsts = (next((char for char in part if char.isalnum()), "") for part in parts)
    return "".join(first.upper() for first in firsts) or "?"
