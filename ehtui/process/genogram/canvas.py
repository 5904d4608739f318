"""A sheet of characters to draw a genogram on: boxes, lines that join, a dotted boundary."""

from __future__ import annotations

from textwrap import wrap
from unicodedata import combining, east_asian_width

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
LINES = " │││─┘┐┤─└┌├─┴┬┼"
"""The sign of a line by the sides it leaves at, as the sum of the four above."""


def cells(text: str) -> int:
    """Return how many cells a text takes on a terminal."""
    return sum(_cells(sign) for sign in text)


def _cells(sign: str) -> int:
    if combining(sign) or sign in "\u200d\ufe0f":
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many cells."""
    lines: list[str] = []
    for line in wrap(text, width) or [""]:
        lines += _cut(line, width)
    return lines


def _cut(line: str, width: int) -> list[str]:
    """Cut a line whose signs are wider than a cell each."""
    found, here = [], ""
    for sign in line:
        if cells(here + sign) > width:
            found.append(here)
            here = ""
        here += sign
    return [*found, here]


class Sheet:
    """Signs by place; what is written last stands, and lines join where they meet."""

    def __init__(self) -> None:
        """Begin with an empty sheet."""
        self._signs: dict[tuple[int, int], str] = {}
        self._lines: dict[tuple[int, int], int] = {}

    def write(self, x: int, y: int, text: str) -> None:
        """Write a text from a place to the right."""
        for sign in text:
            if _cells(sign) == 0:
                self._signs[x - 1, y] = self._signs.get((x - 1, y), "") + sign
                continue
            self._signs[x, y] = sign
            for further in range(1, _cells(sign)):
                self._signs[x + further, y] = ""
            x += _cells(sign)

    def across(self, x: int, to: int, y: int) -> None:
        """Draw a line from left to right, or the other way."""
        x, to = min(x, to), max(x, to)
        for at in range(x, to + 1):
            bits = (LEFT if at > x else 0) | (RIGHT if at < to else 0)
            self._join(at, y, bits)

    def down(self, x: int, y: int, to: int) -> None:
        """Draw a line downwards."""
        for at in range(y, to + 1):
            bits = (UP if at > y else 0) | (DOWN if at < to else 0)
            self._join(x, at, bits)

    def _join(self, x: int, y: int, bits: int) -> None:
        self._lines[x, y] = self._lines.get((x, y), 0) | bits

    def around(self, inside: set[tuple[int, int]]) -> None:
        """Draw a dotted boundary on the edge of an area, wherever nothing stands yet."""
        for x, y in inside:
            level = {(x - 1, y), (x + 1, y)} <= inside
            upright = {(x, y - 1), (x, y + 1)} <= inside
            corner = not {(x + a, y + b) for a in (-1, 1) for b in (-1, 1)} <= inside
            taken = (x, y) in self._signs or self._lines.get((x, y))
            if corner and not taken:
                self._signs[x, y] = "┈" if level and not upright else "┊" if upright else "·"
                if level and upright:
                    self._signs[x, y] = "·"

    def lines(self) -> list[str]:
        """Return the sheet as lines of text, without spaces at their ends."""
        places = {**{at: LINES[bits] for at, bits in self._lines.items() if bits}, **self._signs}
        height = max((y for _, y in places), default=-1) + 1
        width = max((x for x, _ in places), default=-1) + 1
        first = min((y for _, y in places), default=0)
        rows = range(first, height)
        return ["".join(places.get((x, y), " ") for x in range(width)).rstrip() for y in rows]
