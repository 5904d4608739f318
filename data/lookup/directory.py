"""The people of the index, by number: whose record, of which family, under which words."""

from __future__ import annotations

from functools import lru_cache
from operator import sub
from typing import TYPE_CHECKING, Final, NamedTuple

from data.store import many

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from data.store.driver import Connection

UUID_LETTERS: Final = 36
_WRITTEN_OUT: Final = b"\0"
MOST_STEPS: Final = 20_000


Row = tuple[int, many.Blob, many.Blob, many.Blob]


class Entry(NamedTuple):
    """One person of the index."""

    no: int
    key: str
    words: frozenset[int]


@lru_cache(maxsize=64)  # the people of a family come together
def packed_key(key: str) -> many.Blob:
    """Return a record's key in 16 bytes instead of 36, or written out if it is not of that kind."""
    digits = key.replace("-", "")
    if len(key) == UUID_LETTERS and key[8:24:5] == "----":
        try:
            packed = many.Blob.fromhex(digits)
        except ValueError:
            packed = many.Blob()
        if packed.hex() == digits and packed[0]:
            return packed
    return many.Blob(_WRITTEN_OUT + key.encode())


def plain_key(packed: bytes) -> str:
    """Return the key of ``packed_key``."""
    if packed.startswith(_WRITTEN_OUT):
        return packed[1:].decode()
    plain = packed.hex()
    return f"{plain[:8]}-{plain[8:12]}-{plain[12:16]}-{plain[16:20]}-{plain[20:]}"


class _Steps(dict[int, bytes]):
    """Numbers in seven bits a byte, the lowest first; each is made once."""

    def __missing__(self, step: int) -> bytes:
        found, rest = bytearray(), step
        while rest > 127:
            found.append(rest & 127 | 128)
            rest >>= 7
        found.append(rest)
        made = bytes(found)
        if len(self) < MOST_STEPS:
            self[step] = made
        return made


_STEPS: Final = _Steps()


def packed(words: Iterable[int]) -> many.Blob:
    """Return the numbers of words as the steps between them, seven bits a byte: two bytes each."""
    rising = sorted(words)
    return many.Blob().join(map(_STEPS.__getitem__, map(sub, rising, [0, *rising])))


def unpacked(words: bytes) -> Iterator[int]:
    """Give the numbers that ``packed`` was given, in order."""
    word = shift = 0
    for byte in words:
        word += (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield word
            shift = 0


def of_family(connection: Connection, case_id: str) -> list[Entry]:
    """Return the people of one family as the index has them."""
    rows = connection.execute(
        "SELECT no, person, words FROM lookup_people WHERE family = ?", (packed_key(case_id),)
    )
    return [
        Entry(no, plain_key(person), frozenset(unpacked(words)))
        for no, person, words in map(tuple, rows)
    ]


def numbers_of(connection: Connection, people: Iterable[tuple[str, str]]) -> list[int]:
    """Return the numbers of people given by their key and that of their case."""
    found = []
    for person_id, case_id in people:
        row = connection.execute(
            "SELECT no FROM lookup_people WHERE family = ? AND person = ?",
            (packed_key(case_id), packed_key(person_id)),
        ).fetchone()
        if row is not None:
            found.append(row[0])
    return found


def keys_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Return the keys of the people with these numbers."""
    wanted = list(numbers)
    rows = connection.execute(
        f"SELECT no, person FROM lookup_people WHERE no IN ({', '.join('?' * len(wanted))})", wanted
    )
    return {no: plain_key(person) for no, person in map(tuple, rows)}


def words_of(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Iterator[int]]]:
    """Give the people with these numbers, each with the numbers of their words."""
    wanted = list(numbers)
    rows = connection.execute(
        f"SELECT no, words FROM lookup_people WHERE no IN ({', '.join('?' * len(wanted))})", wanted
    )
    return ((no, unpacked(words)) for no, words in map(tuple, rows))


def how_many(connection: Connection) -> int:
    """Return how many people the index has, within those that were removed since."""
    highest = connection.execute("SELECT max(no) FROM lookup_people").fetchone()[0]
    return highest or 0


def row(no: int, person: str, family: str, words: Collection[int]) -> Row:
    """Return a person as the index keeps them: by number, key, key of the case, words' numbers."""
    return no, packed_key(person), packed_key(family), packed(words)


def put(connection: Connection, people: Iterable[Row]) -> None:
    """Write people, each a ``row``."""
    connection.executemany("REPLACE INTO lookup_people VALUES (?, ?, ?, ?)", people)


def adding(people: Sequence[Row]) -> Iterator[many.Statement]:
    """Give what writes many people none of whom the index has, each a ``row``."""
    return many.statements("lookup_people", ("no", "person", "family", "words"), people)


def drop(connection: Connection, numbers: Iterable[int]) -> None:
    """Take people out of the index."""
    connection.executemany("DELETE FROM lookup_people WHERE no = ?", ((no,) for no in numbers))
