"""The distinct words of the index, and the sounds by which each is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.lookup.features import HEARD, NAME, SHORT, SOUND
from data.lookup.other_names import fronted, heard_names, short_forms
from data.lookup.sounds import codes, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data.store.driver import Connection


class Numbering:
    """The numbers of words; one that is new gets its number at once, and is written later."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._all_known = False
        self._known: dict[tuple[str, str], int] = {}
        self._new: list[tuple[int, str, str]] = []
        self._words: list[tuple[int, str, str, str]] = []
        self._sounds: list[tuple[str, str, int]] = []
        self._last = -1

    @classmethod
    def of_all(cls, connection: Connection) -> Numbering:
        """Return a numbering that has read every word: it asks the file no more."""
        numbering = cls(connection)
        rows = map(tuple, connection.execute("SELECT kind, word, id FROM lookup_words"))
        numbering._known = {(kind, word): number for kind, word, number in rows}
        numbering._last = _last(connection)
        numbering._all_known = True
        return numbering

    def number(self, kind: str, word: str) -> int:
        """Return the number of a kind and word."""
        number = self._known.get((kind, word)) or self._kept(kind, word)
        if number is None:
            number = self._next()
            self._new.append((number, kind, word))
        self._known[kind, word] = number
        return number

    def _kept(self, kind: str, word: str) -> int | None:
        """Return the number that the file has of a word that was not asked for yet."""
        if self._all_known:
            return None
        row = self._connection.execute(
            "SELECT id FROM lookup_words WHERE kind = ? AND word = ?", (kind, word)
        ).fetchone()
        return None if row is None else int(row[0])

    def hear(self) -> None:
        """Work out how the words that are new sound: nearly all that it takes to write them."""
        also, short = (heard_names(), short_forms()) if self._new else ({}, {})
        for number, kind, word in self._new:
            spoken = {}
            if kind == NAME:
                heard = also.get(word, frozenset()) | fronted(word)
                spoken = {form: None for other in (word, *heard) for form in said(other)}
                self._sounds += [(sound, how, number) for sound, how in _sounds(word, heard, short)]
            self._words.append((number, kind, word, " ".join(spoken)))
        self._new.clear()

    def write(self, connection: Connection) -> None:
        """Write the words that are new, with their sounds, inside the caller's transaction."""
        self.hear()
        connection.executemany("INSERT INTO lookup_words VALUES (?, ?, ?, ?, 0)", self._words)
        connection.executemany(
            "INSERT OR IGNORE INTO lookup_sounds VALUES (?, ?, ?)",
            sorted(self._sounds),  # in the order of the tree
        )
        self._words.clear()
        self._sounds.clear()

    def _next(self) -> int:
        if self._last < 0:
            self._last = _last(self._connection)
        self._last += 1
        return self._last


def numbers(connection: Connection, words: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Return the number of each kind and word; one that is new is written with its sounds."""
    numbering = Numbering(connection)
    found = {(kind, word): numbering.number(kind, word) for kind, word in words}
    numbering.write(connection)
    return found


def count(connection: Connection, more: Mapping[int, int]) -> None:
    """Add to how many people have a word; one that nobody has any more is forgotten."""
    connection.executemany(
        "UPDATE lookup_words SET people = people + ? WHERE id = ?",
        ((number, word) for word, number in more.items()),
    )
    fewer = [(word,) for word, number in more.items() if number < 0]
    connection.executemany(
        "DELETE FROM lookup_sounds WHERE word = ? "
        "AND EXISTS (SELECT 1 FROM lookup_words WHERE id = word AND people <= 0)",
        fewer,
    )
    connection.executemany("DELETE FROM lookup_words WHERE id = ? AND people <= 0", fewer)


def _last(connection: Connection) -> int:
    """Return the highest number that a word ever had."""
    row = connection.execute(
        "SELECT seq FROM sqlite_sequence WHERE name = 'lookup_words'"
    ).fetchone()
    return row[0] if row is not None else 0


def _sounds(
    word: str, heard: frozenset[str], short: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    for other in heard:
        yield other, HEARD
        for code in codes(other):
            yield code, SOUND
    for other in short.get(word, ()):
        yield other, SHORT
    for code in codes(word):
        yield code, SOUND
