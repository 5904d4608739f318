"""The distinct words of the index, and the sounds by which each is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.lookup.features import HEARD, NAME, SHORT, SOUND
from data.lookup.other_names import heard_as, short_forms
from data.lookup.sounds import codes, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data.store.driver import Connection


def numbers(connection: Connection, words: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Return the number of each kind and word; one that is new gets its number and its sounds."""
    found: dict[tuple[str, str], int] = {}
    for kind, word in words:
        row = connection.execute(
            "SELECT id FROM lookup_words WHERE kind = ? AND word = ?", (kind, word)
        ).fetchone()
        found[kind, word] = row[0] if row is not None else _add(connection, kind, word)
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


def _add(connection: Connection, kind: str, word: str) -> int:
    heard = heard_as(word) if kind == NAME else frozenset()
    spoken = list(said(word)) if kind == NAME else []
    for other in heard:
        spoken += [form for form in said(other) if form not in spoken]
    number = connection.execute(
        "INSERT INTO lookup_words (kind, word, said, people) VALUES (?, ?, ?, 0) RETURNING id",
        (kind, word, " ".join(spoken)),
    ).fetchone()[0]
    if kind == NAME:
        connection.executemany(
            "INSERT OR IGNORE INTO lookup_sounds VALUES (?, ?, ?)",
            ((sound, how, number) for sound, how in _sounds(word, heard)),
        )
    return int(number)


def _sounds(word: str, heard: frozenset[str]) -> Iterator[tuple[str, str]]:
    for other in heard:
        yield other, HEARD
        for code in codes(other):
            yield code, SOUND
    for other in short_forms(word):
        yield other, SHORT
    for code in codes(word):
        yield code, SOUND
