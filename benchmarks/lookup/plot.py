"""Draw how a look-up grows with the file: python -m benchmarks.lookup.plot > docs/lookup.svg.

The numbers are those of docs/lookup.md, read from its table "How it grows".
"""

from __future__ import annotations

import re
from math import log10
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).parents[2] / "docs" / "lookup.md"
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640, 360, 70, 40, 50
COLOURS: Final = ("#0b6e4f", "#b3541e", "#555555")
ROW: Final = re.compile(r"^\| ([\d,]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", re.MULTILINE)
LINES: Final = ("ehtui, p95 in ms", "FTS5 trigram, p95 in ms", "ehtui's index, in MB")


def main() -> None:
    """Print the drawing."""
    print(drawing(rows(PAGE.read_text("utf-8"))))


def rows(page: str) -> list[list[float]]:
    """Return the rows of the table: people, and the value of each line."""
    return [[float(cell.replace(",", "")) for cell in row] for row in ROW.findall(page)]


def drawing(found: list[list[float]]) -> str:
    """Return the lines on two scales that grow by tens, as SVG."""
    lowest, highest = (f([row[0] for row in found]) for f in (min, max))
    top = max(max(row[1:]) for row in found)

    def x(people: float) -> float:
        part = (log10(people) - log10(lowest)) / (log10(highest) - log10(lowest))
        return LEFT + part * (WIDTH - LEFT - 30)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - log10(max(value, 1)) / log10(top * 1.5) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for row in found:
        parts.append(_text(x(row[0]), HEIGHT - 28, f"{row[0]:,.0f}", "middle"))
    parts.append(_text(WIDTH / 2, HEIGHT - 8, "people in the file", "middle"))
    for power in range(int(log10(top * 1.5)) + 1):
        at = y(10**power)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - 30}" stroke="#dddddd"/>')
        parts.append(_text(LEFT - 8, at + 4, f"{10**power:,}", "end"))
    for at, (name, colour) in enumerate(zip(LINES, COLOURS, strict=True), 1):
        points = " ".join(f"{x(row[0]):.1f},{y(row[at]):.1f}" for row in found)
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        parts.append(_text(LEFT + 10, TOP - 20 + 16 * at, name, "start", colour))
    return "\n".join([*parts, "</svg>"])


def _text(x: float, y: float, words: str, anchor: str, colour: str = "#333333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


if __name__ == "__main__":
    main()
