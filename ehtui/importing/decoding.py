"""Bytes of a text file, whatever saved them, as text: every line is read somehow."""

from __future__ import annotations

import codecs
from typing import Final

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE: Final = 4096
MANY: Final = 0.3
"""In UTF-16 without a mark, at least this part of the bytes on one side are noughts."""


def decode(content: bytes) -> str:
    """Return the text of a file: by its mark, as UTF-8, UTF-16, or line by line.

    Somebody who pastes one export under another has lines of both: each line that is not UTF-8 is
    read as Windows-1252, and what has no place there as Latin-1.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if encoding := _two_bytes(content[:SAMPLE]):
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_line(line) for line in content.splitlines(keepends=True))


def _two_bytes(sample: bytes) -> str:
    """Return UTF-16's name when every other byte is mostly nought, else nothing."""
    half = len(sample) // 2
    if half < 2:
        return ""
    low, high = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if high >= MANY and high > 2 * low:
        return "utf-16-le"
    return "utf-16-be" if low >= MANY and low > 2 * high else ""


def _line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")
