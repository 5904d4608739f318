"""A procedure as plain text, alone or beside another, in lines of at most 80 columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from ehtui.documents.procedure import Chapter, Entry, chapters, published, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.procedures.model import Procedure

WIDTH = 80
BETWEEN = " | "
CELL = (WIDTH - len(BETWEEN)) // 2
NOTHING = "not stated"


@dataclass(frozen=True, slots=True)
class Pair:
    """What two procedures say about the same thing; empty where one says nothing of it."""

    chapter: str
    key: str
    left: tuple[str, ...]
    right: tuple[str, ...]


def as_text(procedure: Procedure) -> Iterator[str]:
    """Give a procedure line by line, and last what it says nothing about."""
    yield f"{procedure.name} ({procedure.id}), version {procedure.version}"
    yield from wrap(f"{procedure.source.title}, {published(procedure)}", WIDTH)
    if procedure.ages:
        yield f"Ages {procedure.ages}"
    for chapter in chapters(procedure):
        yield from _heading(chapter.title, chapter.source)
        for entry in chapter.entries:
            yield from _lines(entry, 0, WIDTH)
    if missing := silent(procedure):
        yield from _heading("Not stated")
        yield from wrap("; ".join(missing), WIDTH)


def side_by_side(left: Procedure, right: Procedure) -> Iterator[str]:
    """Give two procedures beside each other: what both name by one key, in one row."""
    yield from _row([left.name], [right.name])
    yield from _row(
        wrap(f"{left.source.title}, {published(left)}", CELL),
        wrap(f"{right.source.title}, {published(right)}", CELL),
    )
    titles = {one.key: one.title for one in (*chapters(left), *chapters(right))}
    before = ""
    for pair in pairs(left, right):
        if pair.chapter != before:
            yield from _heading(titles[pair.chapter])
        before = pair.chapter
        yield from _row(_wrapped(pair.left), _wrapped(pair.right))


def pairs(left: Procedure, right: Procedure) -> Iterator[Pair]:
    """Give what two procedures say, thing by thing: their titles, and what is listed beneath."""
    ours, theirs = ({one.key: one for one in chapters(each)} for each in (left, right))
    for key in sorted({*ours, *theirs}, key=[*ours, *theirs].index):
        here, there = _by_key(ours.get(key)), _by_key(theirs.get(key))
        for name in {**here, **there}:
            yield Pair(key, name, here.get(name, ()), there.get(name, ()))


def _by_key(chapter: Chapter | None) -> dict[str, tuple[str, ...]]:
    entries = chapter.entries if chapter else ()
    return {entry.key: tuple(_outline(entry)) for entry in entries}


def _outline(entry: Entry, mark: str = "", beneath: str = "- ") -> Iterator[str]:
    """The entry and the lists beneath it, without what explains them."""
    yield mark + entry.title
    for one in entry.beneath:
        if one.beneath or entry.title.endswith(":"):
            yield from _outline(one, beneath, f"  {beneath}")


def _heading(title: str, source: str = "") -> Iterator[str]:
    yield ""
    said = f"{title} [{source}]" if source else title
    yield said
    yield "-" * len(said)


def _lines(entry: Entry, depth: int, width: int) -> Iterator[str]:
    title = f"{entry.title} [{entry.source}]" if entry.source else entry.title
    indent = "  " * depth
    mark = "" if depth == 0 else "- "
    hang = indent + " " * len(mark)
    yield from wrap(
        title,
        width,
        initial_indent=indent + mark,
        subsequent_indent=hang or "  ",
        break_on_hyphens=False,
    )
    for one in entry.beneath:
        yield from _lines(one, depth + 1, width)


def _wrapped(lines: tuple[str, ...]) -> list[str]:
    found = []
    for line in lines or (NOTHING,):
        indent = line[: len(line) - len(line.lstrip())]
        found += wrap(line, CELL, subsequent_indent=f"{indent}  ", break_on_hyphens=False)
    return found


def _row(left: list[str], right: list[str]) -> Iterator[str]:
    for one, other in zip_longest(left, right, fillvalue=""):
        yield f"{one:<{CELL}}{BETWEEN}{other}".rstrip()
