"""Which words of the index one asked word may mean, each with what that costs and why.

Costs are in bits: how rarely a right person's name is written in this way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from data.lookup.features import NAME, PLACE
from data.lookup.measure import steps
from data.lookup.sounds import codes, said
from data.lookup.vocabulary import vocabulary
from data.lookup.wordlist import HEARD, SHORT

if TYPE_CHECKING:
    from data.store.driver import Connection

MOST: Final = 300
"""Words that one asked word may mean; the likeliest are kept."""


class Alike(NamedTuple):
    """A word of the index that may be meant."""

    id: int
    word: str
    kind: str
    people: int
    cost: float
    why: str
    """Empty where it is the very word."""


def alike(connection: Connection, asked: str, *, growing: bool) -> list[Alike]:
    """Return the words that may be meant by one, the likeliest first.

    ``growing`` is for a word that may still be being typed: it may be the beginning of any.
    """
    found: dict[int, tuple[float, str]] = {}

    def note(number: int, cost: float, why: str) -> None:
        if number not in found or cost < found[number][0]:
            found[number] = (cost, why)

    entries: dict[int, tuple[str, str, int]] = {}
    for number, kind, word, people in _beginning(connection, asked, growing):
        entries[number] = (kind, word, people)
        cost, why = _begins(asked, word, growing)
        note(number, cost + (2.0 if kind == PLACE else 0.0), why)
    if len(asked) > 1:
        forms = said(asked)
        heard = _by_sound(connection, asked)
        entries |= {number: (NAME, word, people) for number, _, word, people in heard}
        for number, how, word, _ in heard:
            note(number, *_sounds(how, asked, word, forms))
        near = vocabulary(connection).near(asked, forms)
        entries |= _entries(connection, {one.id for one in near} - entries.keys())
        for number, distance, by_sound in near:
            if number in entries:
                note(number, *_off(asked, entries[number][1], distance, by_sound, forms))
    every = [
        Alike(number, entries[number][1], entries[number][0], entries[number][2], cost, why)
        for number, (cost, why) in found.items()
    ]
    every.sort(key=lambda one: (one.cost, -one.people))
    return every[:MOST]


def _beginning(
    connection: Connection, asked: str, growing: bool
) -> list[tuple[int, str, str, int]]:
    query = "SELECT id, kind, word, people FROM lookup_words WHERE kind = ? AND word "
    found = []
    for kind in (NAME, PLACE):
        if growing or len(asked) > 2 or (len(asked) == 1 and kind == NAME):
            rows = connection.execute(
                f"{query} >= ? AND word < ? ORDER BY people DESC LIMIT {MOST}",
                (kind, asked, f"{asked}\U0010ffff"),
            ).fetchall()
        else:
            rows = []
        rows += connection.execute(f"{query} = ?", (kind, asked)).fetchall()
        found += [tuple(row) for row in rows]
    return found


def _begins(asked: str, word: str, growing: bool) -> tuple[float, str]:
    if word == asked:
        return 0.1, ""
    if growing or len(asked) == 1:
        return 0.8, f"{word.capitalize()} begins with {asked}"
    return 3.2, f"{word.capitalize()} begins with {asked}"


def _by_sound(connection: Connection, asked: str) -> list[tuple[int, str, str, int]]:
    sounds = [asked, *codes(asked)]
    rows = connection.execute(
        "SELECT lookup_words.id, how, lookup_words.word, people FROM lookup_sounds "
        "JOIN lookup_words ON lookup_words.id = lookup_sounds.word "
        f"WHERE sound IN ({', '.join('?' * len(sounds))})",
        sounds,
    )
    return [tuple(row) for row in rows]


def _sounds(how: str, asked: str, word: str, forms: tuple[str, ...]) -> tuple[float, str]:
    name = word.capitalize()
    if how == HEARD:
        return 2.0, f"sounds like {name}"
    if how == SHORT:
        return 2.4, f"{asked.capitalize()} for {name}"
    off = _said_apart(word, forms)
    return 2.2 + 1.1 * min(off, 4), f"sounds like {name}"


def _off(
    asked: str, word: str, distance: int, by_sound: bool, forms: tuple[str, ...]
) -> tuple[float, str]:
    name = word.capitalize()
    if by_sound:
        return 2.2 + 2.2 * distance, f"sounds like {name}"
    longest = max(len(asked), len(word))
    cost = 0.6 + 2.4 * distance + (1.5 if longest < 5 else 0.0) - (0.4 if longest > 7 else 0.0)
    if asked[0] != word[0]:
        cost += 1.0
    cost -= 0.6 if _said_apart(word, forms) == 0 else 0.0
    letters = "one letter" if distance == 1 else f"{('two', 'three')[distance - 2]} letters"
    return cost, f"{letters} from {name}"


def _said_apart(word: str, forms: tuple[str, ...]) -> int:
    return min(steps(one, other) for one in said(word) for other in forms)


def _entries(connection: Connection, numbers: set[int]) -> dict[int, tuple[str, str, int]]:
    if not numbers:
        return {}
    rows = connection.execute(
        "SELECT id, kind, word, people FROM lookup_words "
        f"WHERE id IN ({', '.join('?' * len(numbers))})",
        list(numbers),
    )
    return {number: (kind, word, people) for number, kind, word, people in map(tuple, rows)}
