"""A planned genogram put on a sheet: boxes, the lines between them, the boundary of the home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.genogram.canvas import Sheet, cells, wrapped
from ehtui.process.genogram.chains import GAP
from ehtui.process.genogram.plan import BESIDE
from ehtui.process.genogram.words import words_for

if TYPE_CHECKING:
    from ehtui.process.genogram.kin import Kin
    from ehtui.process.genogram.plan import Link, Plan

ROUND, SQUARE, PLAIN, UNBORN, MISSING = "╭─╮│╰╯", "┌─┐│└┘", "╓─╖║╙╜", "/-\\|\\/", "┌╌┐╎└┘"
BETWEEN = 4
"""Lines between two generations: the boundary's two and what joins them."""


def drawn(plan: Plan, kin: Kin) -> list[str]:
    """Return the drawing's lines."""
    sheet = Sheet()
    texts = {key: _text(plan, kin, key) for row in plan.rows for key in row}
    tops, heights = _levels(plan, texts)
    for level, row in enumerate(plan.rows):
        for key in row:
            _box(sheet, plan, kin, key, texts[key], tops[level], heights[level])
    bars: dict[int, list[tuple[int, int, int]]] = {}
    for link in plan.links:
        level = next(number for number, row in enumerate(plan.rows) if link.parents[0] in row)
        if len(link.parents) == 2:
            _couple(sheet, plan, kin, link, tops[level])
        if link.children:
            bottom = tops[level] + heights[level]
            begin = tops[level] + 2 if len(link.parents) == 2 else bottom
            _descent(sheet, plan, link, begin, bottom, tops[level - 1], bars)
    sheet.around(_home(plan, kin, tops, heights))
    return sheet.lines()


def _levels(plan: Plan, texts: dict[str, list[str]]) -> tuple[dict[int, int], dict[int, int]]:
    """Return each generation's first line and height, the oldest on top."""
    tops, heights, line = {}, {}, 1
    for level in (2, 1, 0):
        heights[level] = max((len(texts[key]) + 2 for key in plan.rows[level]), default=0)
        tops[level] = line
        if heights[level]:
            line += heights[level] + BETWEEN
    return tops, heights


def _text(plan: Plan, kin: Kin, key: str) -> list[str]:
    inner = plan.width - 4
    if not key.startswith(GAP):
        said = [kin.people[key].called, *words_for(kin, key)]
    else:
        missing = {"F": "father", "M": "mother"}.get(kin.sex(key.removeprefix(GAP)), "parent")
        said = ["?", missing, "not recorded"]
    return [line for one in said for line in wrapped(one, inner)]


def _box(
    sheet: Sheet, plan: Plan, kin: Kin, key: str, text: list[str], top: int, height: int
) -> None:
    gap = key.startswith(GAP)
    unborn = not gap and kin.people[key].is_unborn
    sex = "" if gap else kin.sex(key)
    edge = {"F": ROUND, "M": SQUARE}.get(sex, PLAIN)
    a, flat, b, side, c, d = tuple(MISSING if gap else UNBORN if unborn else edge)
    left, inner = plan.left[key], plan.width - 2
    sheet.write(left, top, f"{a}{flat * inner}{b}")
    for number in range(height - 2):
        line = text[number] if number < len(text) else ""
        space = " " * (inner - 1 - cells(line))
        sheet.write(left, top + 1 + number, f"{side} {line}{space}{side}")
    sheet.write(left, top + height - 1, f"{c}{flat * inner}{d}")


def _couple(sheet: Sheet, plan: Plan, kin: Kin, link: Link, top: int) -> None:
    one, other = link.parents
    left, right = plan.left[one] + plan.width, plan.left[other] - 1
    sheet.across(left, right, top + 2)
    word = _standing(kin, one, other)
    sheet.write((left + right + 1 - len(word)) // 2, top + 1, word)
    if word == "parted":
        for at in (left + 1, left + 2):
            sheet.write(at, top + 2, "/")


def _standing(kin: Kin, one: str, other: str) -> str:
    if GAP in one + other:
        return ""
    if kin.are(("former_partner",), one, other):
        return "parted"
    home = {kin.people[one].lives_in_home, kin.people[other].lives_in_home}
    return "live apart" if home == {True, False} else ""


def _descent(
    sheet: Sheet,
    plan: Plan,
    link: Link,
    begin: int,
    bottom: int,
    top: int,
    bars: dict[int, list[tuple[int, int, int]]],
) -> None:
    """Draw the line down from a couple, along above the children, and down to each."""
    centres = [plan.centre(key) for key in link.children]
    left, right = min(*centres, link.centre), max(*centres, link.centre)
    taken = bars.setdefault(top, [])
    bar = bottom + 1
    while any(row == bar and left <= b + 1 and a <= right + 1 for row, a, b in taken):
        bar += 1
    taken.append((bar, left, right))
    sheet.down(link.centre, begin, bar)
    sheet.across(left, right, bar)
    for at in centres:
        sheet.down(at, bar, top - 1)


def _home(
    plan: Plan, kin: Kin, tops: dict[int, int], heights: dict[int, int]
) -> set[tuple[int, int]]:
    """Return the places within the home's boundary: its people's boxes and what lies between."""
    runs: dict[int, list[tuple[int, int]]] = {level: [] for level in tops}
    for level, row in enumerate(plan.rows):
        before = ""
        for key in sorted(row, key=lambda one: plan.left[one]):
            lives = not key.startswith(GAP) and bool(kin.people[key].lives_in_home)
            if lives:
                left, right = plan.left[key] - 1, plan.left[key] + plan.width
                if before and runs[level]:
                    left = runs[level].pop()[0]
                runs[level].append((left, right))
            before = key if lives else ""
    inside: set[tuple[int, int]] = set()
    for level, found in runs.items():
        for left, right in found:
            inside |= _area(left, right, tops[level] - 1, tops[level] + heights[level])
            for above_left, above_right in runs.get(level + 1, ()):
                a, b = max(left, above_left), min(right, above_right)
                if b - a > BESIDE:
                    inside |= _area(a, b, tops[level + 1] + heights[level + 1], tops[level] - 1)
    return inside


def _area(left: int, right: int, top: int, bottom: int) -> set[tuple[int, int]]:
    return {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}
