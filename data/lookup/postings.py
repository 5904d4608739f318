"""For each word, the numbers of the people who have it, packed in blocks."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.store.driver import Connection

BLOCK: Final = 1 << 16
"""People in one block: a save writes the blocks of its own people anew and no others."""


def pack(numbers: Iterable[int]) -> bytes:
    """Return numbers below 2³² as bytes, four each, the lowest first on every machine."""
    packed = array("I", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def unpack(packed: bytes) -> array[int]:
    """Return the numbers of ``pack``."""
    numbers = array("I", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def people_of(connection: Connection, words: Iterable[int]) -> dict[int, array[int]]:
    """Return the people of each word, by the words' numbers; a word without people is left out."""
    wanted = list(words)
    marks = ", ".join("?" * len(wanted))
    rows = connection.execute(
        f"SELECT word, people FROM lookup_postings WHERE word IN ({marks})", wanted
    )
    found: dict[int, array[int]] = {}
    for word, people in map(tuple, rows):
        if word in found:
            found[word] += unpack(people)
        else:
            found[word] = unpack(people)
    return found


def change(
    connection: Connection, added: Mapping[int, Iterable[int]], removed: Mapping[int, set[int]]
) -> None:
    """Add people to words and take others away, inside the caller's transaction."""
    blocks: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for word, people in added.items():
        for no in people:
            blocks[word, no // BLOCK].append(no)
    touched = set(blocks)
    for word, gone in removed.items():
        touched |= {(word, no // BLOCK) for no in gone}
    kept = "SELECT people FROM lookup_postings WHERE word = ? AND block = ?"
    writing, empty = [], []
    for word, block in touched:
        row = connection.execute(kept, (word, block)).fetchone()
        people = set(unpack(row[0])) if row is not None else set()
        people = (people - removed.get(word, set())) | set(blocks.get((word, block), ()))
        if people:
            writing.append((word, block, pack(sorted(people))))
        else:
            empty.append((word, block))
    connection.executemany("REPLACE INTO lookup_postings VALUES (?, ?, ?)", writing)
    connection.executemany("DELETE FROM lookup_postings WHERE word = ? AND block = ?", empty)
