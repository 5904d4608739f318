"""What is asked about people of the town, with the mistakes that people make."""

from __future__ import annotations

from bisect import bisect_left
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.lookup.town import HEARD, TODAY, absent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from benchmarks.lookup.town import Someone

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
BESIDE: Final = {
    "a": "sqw", "b": "vgn", "c": "xdv", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjy",
    "i": "uok", "j": "hku", "k": "jli", "l": "ko", "m": "nk", "n": "bmh", "o": "ipl", "p": "ol",
    "q": "wa", "r": "etf", "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "x": "zcs",
    "y": "tuh", "z": "xa",
}  # fmt: skip
SCANNED: Final = (("m", "rn"), ("cl", "d"), ("l", "i"), ("e", "c"), ("n", "h"), ("vv", "w"))
SOUNDED: Final = (
    ("ph", "f"), ("ck", "k"), ("ie", "y"), ("c", "k"), ("ough", "uff"), ("y", "i"), ("ee", "ea"),
    ("s", "z"), ("th", "t"), ("ll", "l"), ("ss", "s"), ("tt", "t"), ("ei", "ie"), ("x", "ks"),
)  # fmt: skip


class Question(NamedTuple):
    """One query, and the key of whom it means; empty for somebody who isn't there."""

    typed: str
    wanted: str


def questions(town: list[Someone], number: int, seed: int) -> dict[str, list[Question]]:
    """Return so many questions of each kind of the table, the same for the same seed."""
    kinds: dict[str, Callable[[Random, Someone], str | None]] = {
        "name + date of birth": _name_and_birth,
        "name heard wrong + date of birth": _heard_and_birth,
        "family name + wrong date": _wrong_birth,
        "heard name + other name": _heard_and_other,
        "names as typed, FEBRL's errors": _as_typed,
    }
    made: dict[str, list[Question]] = {}
    for at, (kind, ask) in enumerate(kinds.items()):
        random = Random(seed * 100 + at)
        made[kind] = []
        for one in random.sample(town, len(town)):
            if (typed := ask(random, one)) is not None:
                made[kind].append(Question(typed, one.id))
            if len(made[kind]) == number:
                break
    made["first letters, as you type"] = list(_beginnings(town, number, Random(seed * 100 + 50)))
    some = absent(number * 2, seed * 100 + 60, town)[:number]
    random = Random(seed * 100 + 61)
    made["absent"] = [
        Question(random.choice((_name_and_birth, _clean))(random, one), "") for one in some
    ]
    return made


def _clean(random: Random, one: Someone) -> str:
    return f"{one.given} {one.family} {written(random, one.born)}"


def _name_and_birth(random: Random, one: Someone) -> str:
    return f"{_as_typed(random, one)} {written(random, one.born)}"


def _heard_and_birth(random: Random, one: Someone) -> str | None:
    heard = _heard(random, one)
    return None if heard is None else f"{random.choice(heard)} {written(random, one.born)}"


def _heard_and_other(random: Random, one: Someone) -> str | None:
    heard = _heard(random, one)
    return None if heard is None else " ".join(random.sample(heard, 2))


def _heard(random: Random, one: Someone) -> list[str] | None:
    if one.given in HEARD:
        return [random.choice(HEARD[one.given]), one.family]
    if one.family in HEARD:
        return [random.choice(HEARD[one.family]), one.given]
    return None


def _wrong_birth(random: Random, one: Someone) -> str:
    day, month, year = f"{one.born.day:02}", f"{one.born.month:02}", f"{one.born.year}"
    if one.born.day <= 12 and one.born.day != one.born.month and random.random() < 0.5:
        return f"{one.family} {month}/{day}/{year}"
    while True:
        at = random.randrange(8)
        plain = day + month + year
        if at in (4, 5):
            continue
        wrong = plain[:at] + random.choice("0123456789") + plain[at + 1 :]
        if wrong != plain and 1 <= int(wrong[2:4]) <= 12 and 1 <= int(wrong[:2]) <= 28:
            return f"{one.family} {wrong[:2]}/{wrong[2:4]}/{wrong[4:]}"


def _as_typed(random: Random, one: Someone) -> str:
    """One to four mistakes in the two names, as in FEBRL's duplicates; sometimes swapped."""
    names = [one.given.lower(), one.family.lower()]
    for _ in range(random.choice((0, 1, 1, 1, 2, 2, 3))):
        at = random.randrange(2)
        names[at] = mistyped(random, names[at])
    if random.random() < 0.1:
        names.reverse()
    if random.random() < 0.04:
        names.pop(random.randrange(2))
    return " ".join(names)


def mistyped(random: Random, name: str) -> str:
    """Return a name with one mistake: of a finger, a scanner, an ear or a hurry."""
    if len(name) < 3:
        return name
    at = random.randrange(len(name))
    way = random.random()
    if way < 0.25:
        return name[:at] + random.choice(BESIDE.get(name[at], LETTERS)) + name[at + 1 :]
    if way < 0.45:
        return name[:at] + name[at + 1 :]
    if way < 0.6:
        return name[:at] + random.choice(LETTERS) + name[at:]
    if way < 0.75 and at + 1 < len(name):
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    changes = [pair for pair in (SCANNED if way > 0.93 else SOUNDED) if pair[0] in name]
    if not changes:
        return name[:at] + name[at] + name[at:]
    before, after = random.choice(changes)
    return name.replace(before, after, 1)


def written(random: Random, born: date) -> str:
    """Return a date of birth in one of the forms that people type."""
    year = f"{born.year}" if TODAY.year - born.year > 30 or random.random() < 0.6 else f"{born:%y}"
    return random.choice(
        (
            f"{born.day}/{born.month}/{year}",
            f"{born:%d.%m}.{year}",
            f"{born.day} {born:%b} {born.year}",
            f"{born:%Y-%m-%d}",
            f"{born:%d/%m/%Y}",
        )
    )


def _beginnings(town: list[Someone], number: int, random: Random) -> Iterator[Question]:
    """The first letters of both names, as few as leave at most three people."""
    names = sorted(f"{one.given} {one.family}".lower() for one in town)
    for one in random.sample(town, len(town)):
        whole = f"{one.given} {one.family}".lower()
        for length in range(len(one.given) + 2, len(whole) + 1):
            typed = whole[:length]
            same = bisect_left(names, typed + "\U0010ffff") - bisect_left(names, typed)
            if same <= 3:
                yield Question(typed, one.id)
                number -= 1
                break
        if not number:
            return
