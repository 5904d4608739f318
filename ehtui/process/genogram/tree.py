"""A genogram as an indented tree of households, for a family that no page is wide enough for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.process.genogram.canvas import wrapped
from ehtui.process.genogram.words import words_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ehtui.process.genogram.kin import Kin

HOUSEHOLDS = ((True, "In the home"), (False, "Living elsewhere"), (None, "Where is not recorded"))


def households(kin: Kin, gaps: Collection[str], room: int) -> list[str]:
    """Return everybody by where they live, parents before children, ties by number."""
    order = sorted(kin.people, key=lambda key: -kin.generation.get(key, -1))
    in_homes = [
        (title, [key for key in order if kin.people[key].lives_in_home is home])
        for home, title in HOUSEHOLDS
    ]
    numbers: dict[str, int] = {}
    for _, keys in in_homes:
        for key in keys:
            numbers[key] = len(numbers) + 1
    lines: list[str] = []
    for title, keys in in_homes:
        if keys:
            lines.append(title)
        for key in keys:
            lines += entry(kin, key, gaps, numbers, room)
    return lines


def entry(
    kin: Kin, key: str, gaps: Collection[str], numbers: dict[str, int], room: int
) -> Iterator[str]:
    """Give somebody's lines: number, name, words, and whose they are by number."""
    level = kin.generation.get(key, 0)
    depth = "  " * (3 - max(0, min(2, level)))
    mark = f"{numbers[key]} " if key in numbers else "- "
    said = [kin.people[key].called, *words_for(kin, key)]
    if key in gaps:
        said.append("other parent not recorded")
    line = ", ".join(said)
    if numbers and (tied := _ties(kin, key, numbers)):
        line = f"{line}: {tied}"
    first, *more = wrapped(line, room - len(depth) - len(mark))
    yield f"{depth}{mark}{first}"
    for further in more:
        yield f"{depth}{' ' * len(mark)}{further}"


def _ties(kin: Kin, key: str, numbers: dict[str, int]) -> str:
    kinds: dict[str, list[int]] = {}
    for one in kin.ties:
        if one.person_id == key:
            kind = words("relationship", one.kind).lower() if one.kind else "belongs to"
            kinds.setdefault(kind, []).append(numbers[str(one.child_id)])
    return "; ".join(
        f"{kind} of {', '.join(map(str, sorted(set(whose))))}" for kind, whose in kinds.items()
    )
