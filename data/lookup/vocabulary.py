"""The distinct words of names, held in memory by their length: typing errors are looked for there.

Words are far fewer than people: fifteen thousand for a hundred thousand. What a connection has read
stays with it, and only words that came since are read again.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from data.lookup.features import NAME
from data.lookup.measure import extract, steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.store.driver import Connection

_KEPT: WeakKeyDictionary[Connection, Vocabulary] = WeakKeyDictionary()


class Near(NamedTuple):
    """A word that is a few letters off, by its number."""

    id: int
    steps: int
    by_sound: bool


class _Shelf(NamedTuple):
    words: list[str]
    ids: list[int]


def _empty() -> _Shelf:
    return _Shelf([], [])


class Vocabulary:
    """The words that one connection has read so far."""

    def __init__(self) -> None:
        self._read_to = 0
        self._written: defaultdict[int, _Shelf] = defaultdict(_empty)
        self._said: defaultdict[int, _Shelf] = defaultdict(_empty)
        self._state: object = None
        self._near: dict[tuple[str, str], list[Near]] = {}

    def refresh(self, connection: Connection) -> None:
        """Read the words that came since the last time."""
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        state = (version, connection.total_changes)
        if state == self._state:
            return
        # Gathered by SQLite, in the order of the table: a look-up by command reads all of them
        # only to answer once.
        ids, words, said = connection.execute(
            "SELECT group_concat(id, ' '), group_concat(word, ' '), group_concat(said, ',') "
            "FROM lookup_words WHERE id > ? AND +kind = ?",
            (self._read_to, NAME),
        ).fetchone()
        if ids is not None:
            numbers = [*map(int, ids.split())]
            self._read_to = max(numbers)
            for number, word in zip(numbers, words.split(" "), strict=True):
                shelved, its = self._written[len(word)]
                shelved.append(word)
                its.append(number)
            for number, forms in zip(numbers, said.split(","), strict=True):
                for form in forms.split():
                    shelved, its = self._said[len(form)]
                    shelved.append(form)
                    its.append(number)
        self._state = state
        self._near.clear()

    def near(self, word: str, forms: tuple[str, ...]) -> list[Near]:
        """Return the words a few letters off, as written and by how ``forms`` are said."""
        key = (word, forms[0])
        if (known := self._near.get(key)) is None:
            known = [Near(*one, False) for one in _within(self._written, word, allowed(word))]
            for form in forms[:3]:
                most = 0 if len(form) < 4 else 1 if len(form) < 7 else 2
                known += [Near(*one, True) for one in _within(self._said, form, most)]
            if len(self._near) > 2000:
                self._near.clear()
            self._near[key] = known
        return known


def allowed(word: str) -> int:
    """Return how many letters of a word may be wrong."""
    return 0 if len(word) < 3 else 1 if len(word) < 4 else 2 if len(word) < 7 else 3


def vocabulary(connection: Connection) -> Vocabulary:
    """Return the words of this connection's file, up to date."""
    if (kept := _KEPT.get(connection)) is None:
        kept = _KEPT[connection] = Vocabulary()
    kept.refresh(connection)
    return kept


def _within(shelves: dict[int, _Shelf], word: str, most: int) -> Iterator[tuple[int, int]]:
    for length in range(len(word) - most, len(word) + most + 1):
        if (shelf := shelves.get(length)) is not None:
            found: Any = extract(word, shelf.words, scorer=steps, score_cutoff=most, limit=None)
            for _, distance, at in found:
                yield shelf.ids[at], distance
