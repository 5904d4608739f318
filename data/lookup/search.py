"""The look-up: one box of words, and who in the file may be meant, the likeliest first."""

from __future__ import annotations

from datetime import date
from math import log2
from typing import TYPE_CHECKING, Final

from data.lookup import directory
from data.lookup.asked import Asked, read
from data.lookup.birthdays import OTHER, SWAPPED, meant, years
from data.lookup.candidates import UNSEEN, Slot, likeliest, slot
from data.lookup.certainty import how_sure
from data.lookup.evidence import NO_NAME, NameAsked, Question, weigh
from data.lookup.features import BORN, NAME, OUTWARD, PLACE, YEAR
from data.lookup.found import Found, recorded
from data.lookup.likeness import alike
from data.lookup.numbers import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.lookup.birthdays import Meant
    from data.lookup.evidence import Evidence
    from data.lookup.found import Recorded
    from data.store.driver import Connection

__all__ = ["Found", "search"]

LEAST: Final = 0.0
"""Bits below which more speaks against somebody than for them."""


def search(
    connection: Connection,
    words: str,
    born: date | None = None,
    *,
    limit: int = 50,
    today: date | None = None,
) -> list[Found]:
    """Return who may be meant by what was typed, the likeliest first, each with why.

    ``born`` is a date of birth known apart from the words. Whatever is typed, nothing is raised;
    nothing is found by nothing.
    """
    this_year = (today or date.today()).year
    asked = read(f"{words} {born.isoformat()}" if born else words, this_year)
    everybody = directory.how_many(connection)
    question, slots = _question(connection, asked, everybody, this_year)
    nos = likeliest(connection, slots)
    keys = list(directory.keys_of(connection, nos).values()) if nos else []
    keys = list(dict.fromkeys([*list(question.numbers)[:100], *keys]))
    weighed = [(weigh(question, one), one) for one in recorded(connection, keys).values()]
    weighed = [pair for pair in weighed if _says_something(pair[0])]
    weighed.sort(key=_place)
    return [_found(one, everybody, weighed, at) for at, one in enumerate(weighed[:limit])]


def _question(
    connection: Connection, asked: Asked, everybody: int, this_year: int
) -> tuple[Question, list[Slot]]:
    question, slots = Question(), []
    for at, word in enumerate(asked.names):
        last = at == len(asked.names) - 1
        some = alike(connection, word, growing=asked.growing and last)
        made = slot(everybody, NO_NAME, ((one.id, one.people, one.cost) for one in some))
        slots.append(made)
        worth = [(made.bits[one.id], one) for one in some if one.id in made.bits]
        question.names.append(
            NameAsked(
                word,
                {one.word: (bits, one) for bits, one in worth if one.kind == NAME},
                {one.word: (bits, one) for bits, one in worth if one.kind == PLACE},
            )
        )
    for birth in asked.births:
        ways, kind = (
            (meant(birth, this_year), BORN)
            if birth.month
            else (years(birth, None, this_year), YEAR)
        )
        made, dates = _dated(connection, kind, ways, everybody)
        slots.append(made)
        (question.births if kind == BORN else question.years).append(dates)
    for age in asked.ages[:1]:
        made, dates = _dated(connection, YEAR, years(None, age, this_year), everybody)
        slots.append(made)
        question.years.append(dates)
    if asked.outward:
        made = slot(
            everybody,
            -2.0,
            (
                (number, people, 1.0)
                for number, _, people in _words(connection, OUTWARD, [asked.outward])
            ),
        )
        slots.append(made)
        question.outward = asked.outward
        question.outward_bits = max(made.bits.values(), default=0.0)
    rarity = log2(everybody + UNSEEN)
    by_number = Slot(-2.0)
    for one in numbered(connection, asked, rarity):
        question.numbers.setdefault(one.person_id, []).append(one)
        for no in directory.numbers_of(connection, [(one.person_id, one.case_id)]):
            by_number.people[no] = by_number.people.get(no, 0.0) + one.bits
    slots.append(by_number)
    return question, slots


def _dated(
    connection: Connection, kind: str, ways: Mapping[str, Meant], everybody: int
) -> tuple[Slot, dict[str, tuple[float, Meant]]]:
    rows = sorted(_words(connection, kind, ways), key=lambda row: ways[row[1]].cost)
    made = Slot(OTHER)
    found = {}
    so_many = 0
    # Dates that are as far off as each other are as rare as all of them together.
    for cost in sorted({ways[word].cost for _, word, _ in rows}):
        level = [row for row in rows if ways[row[1]].cost == cost]
        so_many += sum(people for _, _, people in level)
        bits = max(log2((everybody + UNSEEN) / (so_many + 0.5)) - cost, OTHER / 2)
        for number, word, _ in level:
            made.bits[number] = bits
            found[word] = (bits, ways[word])
    return made, found


def _words(connection: Connection, kind: str, words: Iterable[str]) -> list[tuple[int, str, int]]:
    wanted = list(words)
    marks = ", ".join("?" * len(wanted))
    rows = connection.execute(
        f"SELECT id, word, people FROM lookup_words WHERE kind = ? AND word IN ({marks})",
        (kind, *wanted),
    )
    return [tuple(row) for row in rows]


def _says_something(evidence: Evidence) -> bool:
    """Whether there is more than anybody would have; a date nearly right says little by itself."""
    if evidence.fits == 1 and not evidence.costs and (evidence.birth or 0.0) > SWAPPED.cost:
        return False
    return evidence.fits > 0 and evidence.bits >= LEAST


def _place(pair: tuple[Evidence, Recorded]) -> tuple[float, int, str, str]:
    evidence, person = pair
    return -round(evidence.bits, 1), -person.is_open, person.name, person.id


def _found(
    pair: tuple[Evidence, Recorded],
    everybody: int,
    weighed: list[tuple[Evidence, Recorded]],
    at: int,
) -> Found:
    evidence, person = pair
    others = [other.bits for other, _ in (weighed[:at] + weighed[at + 1 :])[:1]]
    ahead = evidence.bits - max(others, default=0.0)
    return Found(
        person_id=person.id,
        name=person.name,
        born=date.fromisoformat(person.born) if person.born else None,
        case_id=person.case_id,
        reference=person.reference,
        family=person.case_family,
        stage=person.stage,
        is_open=bool(person.is_open),
        external_id=person.external_id,
        why="; ".join(evidence.why),
        score=round(evidence.bits, 1),
        how_sure=how_sure(evidence, everybody, ahead),
    )
