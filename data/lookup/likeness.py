"""Which words of the index one asked word may mean, each with what that costs and why.

Costs are in bits: how rarely a right person's name is written in this way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from data.lookup.features import HEARD, NAME, PLACE, SHORT
from data.lookup.measure import steps
from data.lookup.sounds import codes, said
from data.lookup.vocabulary import vocabulary

if TYPE_CHECKING:
    from data.store.driver import Connection

MOST: Final = 300
"""Words that one asked word may mean; the likeliest are kept."""


BEGINS: Final = 0.8
"""The cost of a word that is not yet typed to its end."""
FIRST_LETTERS: Final = 2
"""Letters that are taken for the beginning of a name, also where another word follows."""
FEW_LETTERS: Final = 4
"""Letters that are rather the beginning of a name than a name that only sounds like it."""


class _Entry(NamedTuple):
    """A word of the index."""

    id: int
    kind: str
    word: str
    said: str
    people: int


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

    entries: dict[int, _Entry] = {}
    for entry in _beginning(connection, asked, growing):
        entries[entry.id] = entry
        cost, why = _begins(asked, entry.word, growing)
        note(entry.id, cost + (2.0 if entry.kind == PLACE else 0.0), why)
    if len(asked) > 1:
        forms = said(asked)
        for how, entry in _by_sound(connection, asked):
            entries[entry.id] = entry
            note(entry.id, *_sounds(how, asked, entry, forms))
        near = vocabulary(connection).near(asked, forms)
        entries |= _entries(connection, {one.id for one in near} - entries.keys())
        for number, distance, by_sound in near:
            if number in entries and (distance or by_sound):
                note(number, *_off(asked, entries[number], distance, by_sound, forms))
    every = [
        Alike(number, entries[number].word, entries[number].kind, entries[number].people, *how)
        for number, how in found.items()
    ]
    every.sort(key=lambda one: (one.cost, -one.people))
    return every[:MOST]


def beginning_so(connection: Connection, asked: str) -> dict[int, int]:
    """Return the words of names that begin so, each with its people: `alike` lists the commonest.

    Of one or two letters there are thousands.
    """
    rows = connection.execute(
        "SELECT id, people FROM lookup_words WHERE kind = ? AND word >= ? AND word < ?",
        (NAME, asked, f"{asked}\U0010ffff"),
    )
    return dict(map(tuple, rows))


_ENTRY: Final = "SELECT lookup_words.id, kind, lookup_words.word, said, people FROM lookup_words"


def _beginning(connection: Connection, asked: str, growing: bool) -> list[_Entry]:
    found: list[_Entry] = []
    for kind in (NAME, PLACE):
        if growing or len(asked) > FIRST_LETTERS or kind == NAME:
            rows = connection.execute(
                f"{_ENTRY} WHERE kind = ? AND word >= ? AND word < ? "
                f"ORDER BY people DESC LIMIT {MOST}",
                (kind, asked, f"{asked}\U0010ffff"),
            )
            found += map(_Entry._make, rows)
        rows = connection.execute(f"{_ENTRY} WHERE kind = ? AND word = ?", (kind, asked))
        found += map(_Entry._make, rows)
    return found


def _begins(asked: str, word: str, growing: bool) -> tuple[float, str]:
    if word == asked:
        return 0.1, ""
    if growing or len(asked) <= FIRST_LETTERS:
        return BEGINS, f"{word.capitalize()} begins with {asked}"
    cost = 1.6 if len(asked) <= FEW_LETTERS else 3.2
    return cost, f"{word.capitalize()} begins with {asked}"


def _by_sound(connection: Connection, asked: str) -> list[tuple[str, _Entry]]:
    sounds = [asked, *codes(asked)]
    rows = connection.execute(
        f"{_ENTRY.replace('SELECT', 'SELECT how,')} "
        "JOIN lookup_sounds ON lookup_sounds.word = lookup_words.id "
        f"WHERE sound IN ({', '.join('?' * len(sounds))})",
        sounds,
    )
    return [(how, _Entry(*rest)) for how, *rest in rows]


def _sounds(how: str, asked: str, entry: _Entry, forms: tuple[str, ...]) -> tuple[float, str]:
    name = entry.word.capitalize()
    if how == HEARD:
        return 2.0, f"sounds like {name}"
    if how == SHORT:
        return 2.4, f"{asked.capitalize()} for {name}"
    return 2.2 + 0.9 * min(_said_apart(entry, forms), 4), f"sounds like {name}"


def _off(
    asked: str, entry: _Entry, distance: int, by_sound: bool, forms: tuple[str, ...]
) -> tuple[float, str]:
    word, name = entry.word, entry.word.capitalize()
    if by_sound:
        return 2.2 + 2.2 * distance, f"sounds like {name}"
    longest = max(len(asked), len(word))
    cost = 0.6 + 2.4 * distance + (1.5 if longest < 5 else 0.0) - (0.4 if longest > 7 else 0.0)
    if asked[0] != word[0]:
        cost += 1.0
    cost -= 0.6 if _said_apart(entry, forms) == 0 else 0.0
    letters = "one letter" if distance == 1 else f"{('two', 'three')[distance - 2]} letters"
    return cost, f"{letters} from {name}"


def _said_apart(entry: _Entry, forms: tuple[str, ...]) -> int:
    ways = entry.said.split() or [entry.word]
    return int(min(steps(way, form) for way in ways for form in forms))


def _entries(connection: Connection, numbers: set[int]) -> dict[int, _Entry]:
    if not numbers:
        return {}
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(f"{_ENTRY} WHERE lookup_words.id IN ({marks})", list(numbers))
    return {row[0]: _Entry(*row) for row in rows}
