"""From what was typed to what the index knows: which words may be meant, and what each is worth."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from data.lookup import directory
from data.lookup.birthdays import OTHER, meant, years
from data.lookup.candidates import UNSEEN, Slot, rarity, slot
from data.lookup.evidence import NO_NAME, NameAsked, Question
from data.lookup.features import BORN, NAME, OUTWARD, PLACE, YEAR
from data.lookup.likeness import BEGINS, FIRST_LETTERS, beginning_so
from data.lookup.meanings import meanings
from data.lookup.numbers import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.lookup.asked import Asked
    from data.lookup.birthdays import Meant
    from data.lookup.meanings import Word
    from data.store.driver import Connection


def ask(
    connection: Connection, asked: Asked, everybody: int, this_year: int
) -> tuple[Question, list[Slot]]:
    """Return what was typed as it is held against one person, and as people are gathered by it."""
    question, slots = Question(), []
    whole: set[str] = set()
    for word in meanings(connection, asked):
        # "Mila Mi" is not every Mila: a word that was asked for does not begin another one, too.
        other = [one for one in word.alike if not (word.growing and one.word in whole)]
        miss = 0.0 if word.is_beside else NO_NAME * len(word.covers)
        made = slot(everybody, miss, ((one.id, one.people, one.cost) for one in other))
        whole.add(word.word)
        slots.append(made)
        question.names.append(_name_asked(connection, word, everybody, made))
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
    rarest = log2(everybody + UNSEEN)
    by_number = Slot(-2.0)
    for one in numbered(connection, asked, rarest):
        question.numbers.setdefault(one.person_id, []).append(one)
        for no in directory.numbers_of(connection, [(one.person_id, one.case_id)]):
            by_number.people[no] = by_number.people.get(no, 0.0) + one.bits
    slots.append(by_number)
    return question, slots


def _name_asked(connection: Connection, asked: Word, everybody: int, made: Slot) -> NameAsked:
    worth = [(made.bits[one.id], one) for one in asked.alike if one.id in made.bits]
    begins = 0.0
    if asked.growing or len(asked.word) <= FIRST_LETTERS:
        every = beginning_so(connection, asked.word)
        begins = max(0.0, rarity(everybody, sum(every.values())) - BEGINS)
        made.further = every.keys() - {one.id for one in asked.alike}
        made.further_bits = begins
    return NameAsked(
        asked.word,
        asked.covers,
        0.0 if asked.is_beside or len(asked.covers) > 1 else NO_NAME,
        {one.word: (bits, one) for bits, one in worth if one.kind == NAME},
        {one.word: (bits, one) for bits, one in worth if one.kind == PLACE},
        begins,
    )


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
        bits = max(rarity(everybody, so_many) - cost, OTHER / 2)
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
