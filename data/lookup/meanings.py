"""What each word asked may mean in the index, and what words typed apart may mean as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from data.lookup.features import EVERYWHERE, NAME
from data.lookup.likeness import FEW_LETTERS, Alike, alike
from data.lookup.words import SAID_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.lookup.asked import Asked
    from data.store.driver import Connection

TO_JOIN: Final = 3.2
"""The cost below which words typed apart are taken for one."""
TO_JOIN_GROWING: Final = 2.3
"""The same while the last is being typed: one that is spelt or sounds just so."""
BESIDE: Final = SAID_OF | EVERYWHERE | frozenset(("st", "rc", "ce"))
"""What is said beside a name, or of any school: for somebody called so, and against nobody."""
MORE_TO_COME: Final = 2.0
"""The cost of a name that ends where a hyphen was typed."""
SHORTEST: Final = 2
"""Letters of a word that may be part of another: one letter is the beginning of a name."""


class Word(NamedTuple):
    """A word that was asked for, or words that may be one."""

    word: str
    covers: range
    """The places of the words that it stands for."""
    growing: bool
    """Whether it may still be being typed."""
    alike: list[Alike]
    is_beside: bool = False
    """Whether it says nothing against somebody whom it doesn't fit."""


def meanings(connection: Connection, asked: Asked) -> list[Word]:
    """Return the words asked, in order; then those that may be one though they were typed apart.

    Both are held against everybody: who writes "Tiru Chelvam" may mean Thiruchelvam, or Tiru.
    """
    words, hanging = _each(connection, asked)
    joined = (_joined(connection, words[at.start : at.stop]) for at in _apart(words, hanging))
    return [*words, *(one for one in joined if one is not None)]


def _each(connection: Connection, asked: Asked) -> tuple[list[Word], list[range]]:
    """Return the words, and the places of those that hang together."""
    words: list[Word] = []
    hanging: list[range] = []
    last = len(asked.names) - 1
    for at, group in enumerate(asked.names):
        first = len(words)
        parts = group.removesuffix("-").split("-")
        for left, part in zip(range(len(parts) - 1, -1, -1), parts, strict=True):
            growing = asked.growing and at == last and not left
            some = alike(connection, part, growing=growing)
            if growing and group.endswith("-"):
                some = _more_to_come(part, some)
            is_beside = part in BESIDE and last > 0
            if is_beside:
                some = [one for one in some if one.word.startswith(part)]
            if some or not is_beside:
                place = len(words)
                words.append(Word(part, range(place, place + 1), growing, some, is_beside))
        if len(words) - first > 1:
            hanging.append(range(first, len(words)))
    return words, hanging


def _more_to_come(part: str, some: list[Alike]) -> list[Alike]:
    return [one._replace(cost=one.cost + MORE_TO_COME) if one.word == part else one for one in some]


def _apart(words: list[Word], hanging: list[range]) -> Iterator[range]:
    """Give the places of words that may be one: those that hang together, and any two."""
    yield from hanging
    for at in range(len(words) - 1):
        two = range(at, at + 2)
        if two not in hanging and all(len(words[one].word) >= SHORTEST for one in two):
            yield two


def _joined(connection: Connection, apart: list[Word]) -> Word | None:
    """Return words as one, None where each is a name by itself or nothing sounds like all.

    What is still being typed is rather the beginning of a name than the end of one.
    """
    if all(one.growing or _is_name(one) for one in apart):
        return None
    word, growing = "".join(one.word for one in apart), apart[-1].growing
    if growing and len(word) <= FEW_LETTERS:
        return None
    most = TO_JOIN_GROWING if growing else TO_JOIN
    some = [one for one in alike(connection, word, growing=False) if one.cost < most]
    covers = range(apart[0].covers.start, apart[-1].covers.stop)
    return Word(word, covers, growing, some) if some else None


def _is_name(asked: Word) -> bool:
    return any(one.word == asked.word and one.kind == NAME for one in asked.alike)
