"""What a person can be found by: words of the name, the birthday, words of the place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from data.lookup.folding import fold
from data.lookup.words import name_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME: Final = "n"
BORN: Final = "d"
YEAR: Final = "y"
OUTWARD: Final = "o"
PLACE: Final = "p"
SOUND: Final = "s"
HEARD: Final = "h"
SHORT: Final = "k"
"""How a word is found by another: it sounds so, it is heard so, one is short for the other."""
EVERYWHERE: Final = frozenset(
    "school primary academy nursery infant junior high secondary college street road avenue lane "
    "close drive flat the and of for".split()
)
"""Words of schools and streets that tell none from another."""

COLUMNS: Final = (
    "id, case_id, given, family, known_as, other_names, born, address, postcode, school"
)


class Findable(NamedTuple):
    """The part of a person's record that the index is made from; ``born`` is ISO text or empty."""

    id: str
    case_id: str
    given: str
    family: str
    known_as: str
    other_names: str
    born: str
    address: str
    postcode: str
    school: str
    case_family: str


def features(person: Findable) -> Iterator[tuple[str, str]]:
    """Give each kind and word that the person is found by; some may come twice."""
    for at, words in FOUND_BY:
        if person[at]:
            yield from words(person[at])


def of_name(text: str) -> list[tuple[str, str]]:
    """Return what somebody of this name is found by."""
    return [(NAME, word) for word in name_words(text)]


def of_birth(born: str) -> list[tuple[str, str]]:
    """Return what somebody born on this day is found by."""
    return [(BORN, born), (YEAR, born[:4])]


def of_postcode(postcode: str) -> list[tuple[str, str]]:
    """Return what somebody with this postcode is found by, besides the whole of it."""
    return [(OUTWARD, outward)] if (outward := outward_of(postcode)) else []


def of_place(text: str) -> list[tuple[str, str]]:
    """Return what somebody of this street or school is found by."""
    return [(PLACE, word) for word in place_words(text)]


FOUND_BY: Final[tuple[tuple[int, Callable[[str], list[tuple[str, str]]]], ...]] = tuple(
    (Findable._fields.index(field), words)
    for words, fields in (
        (of_name, ("given", "family", "known_as", "other_names", "case_family")),
        (of_birth, ("born",)),
        (of_postcode, ("postcode",)),
        (of_place, ("address", "school")),
    )
    for field in fields
)
"""For each field of a Findable, by its place, how its text becomes words."""


@lru_cache(maxsize=20_000)
def place_words(text: str) -> tuple[str, ...]:
    """Return the words that tell a street or a school from others."""
    words = fold(text).split()
    return tuple(word for word in words if len(word) > 2 and word not in EVERYWHERE)


def outward_of(postcode: str) -> str:
    """Return the first half of a whole postcode, in small letters; else all of what there is."""
    plain = fold(postcode).replace(" ", "")
    return plain[:-3] if len(plain) > 4 else plain
