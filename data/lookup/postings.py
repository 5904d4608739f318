"""For each word, the numbers of the people who have it, packed in blocks."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

from data.store import many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.store.driver import Connection

BLOCK: Final = 1 << 16
"""People in one block: a save writes the blocks of its own people anew and no others."""


def pack(numbers: Iterable[int]) -> bytes:
    """Return places in a block as bytes, two each, the lower first on every machine."""
    packed = array("H", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def unpack(packed: bytes, block: int) -> Sequence[int]:
    """Return the numbers of a block's people from the bytes of ``pack``."""
    places = array("H", packed)
    if sys.byteorder == "big":
        places.byteswap()
    begin = block * BLOCK
    return [begin + place for place in places] if begin else places


def people_of(connection: Connection, words: Iterable[int]) -> dict[int, list[int]]:
    """Return the people of each word, by the words' numbers; a word without people is left out."""
    wanted = list(words)
    marks = ", ".join("?" * len(wanted))
    rows = connection.execute(
        f"SELECT word, block, people FROM lookup_postings WHERE word IN ({marks})", wanted
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for word, block, people in map(tuple, rows):
        found[word] += unpack(people, block)
    return found


def append(connection: Connection, added: Mapping[int, Sequence[int]]) -> None:
    """Add people to words who all have higher numbers than anybody before, in rising order.

    Inside the caller's transaction.
    """
    first = min((people[0] for people in added.values()), default=0) // BLOCK
    kept = {
        (word, block): people
        for word, block, people in map(
            tuple,
            connection.execute(
                "SELECT word, block, people FROM lookup_postings WHERE block >= ?", (first,)
            ),
        )
        if word in added
    }
    writing = []
    for word in sorted(added):  # in the order of the tree
        people = added[word]
        blocks = {people[0] // BLOCK: people}
        if people[-1] // BLOCK not in blocks:
            by_block = groupby(people, key=lambda no: no // BLOCK)
            blocks = {block: list(some) for block, some in by_block}
        for block, some in blocks.items():
            begin = block * BLOCK
            packed = pack([no - begin for no in some] if begin else some)
            writing.append((word, block, many.Blob(kept.get((word, block), b"") + packed)))
    connection.executemany("REPLACE INTO lookup_postings VALUES (?, ?, ?)", writing)


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
    for word, block in sorted(touched):  # in the order of the tree
        row = connection.execute(kept, (word, block)).fetchone()
        people = set(unpack(row[0], block)) if row is not None else set()
        people = (people - removed.get(word, set())) | set(blocks.get((word, block), ()))
        if people:
            begin = block * BLOCK
            writing.append((word, block, pack(no - begin for no in sorted(people))))
        else:
            empty.append((word, block))
    connection.executemany("REPLACE INTO lookup_postings VALUES (?, ?, ?)", writing)
    connection.executemany("DELETE FROM lookup_postings WHERE word = ? AND block = ?", empty)
