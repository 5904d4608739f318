"""Who may be meant: from each thing asked, the people it fits, weighed in bits of rarity."""

from __future__ import annotations

from heapq import nlargest
from itertools import groupby
from math import log2
from typing import TYPE_CHECKING, Final

from data.lookup import directory, postings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.store.driver import Connection

UNSEEN: Final = 1000
"""People nobody recorded: in a small file a name is as rare as in a town."""
BETTER: Final = 1.5
"""Bits by which a word that hardly fits has to be better than none that fits."""
ENOUGH: Final = 40
"""People who are looked at in full."""
FEW: Final = 400
"""People whom one thing asked fits best: they are looked at even where nothing else fits them."""
MANY: Final = 6000
"""People whose bits are added up."""


class Slot:
    """One thing asked, and the words of the index that it may mean."""

    def __init__(self, miss: float) -> None:
        self.miss = miss
        """Bits against somebody whom it doesn't fit."""
        self.bits: dict[int, float] = {}
        """For each word, the bits for somebody who has it."""
        self.people: dict[int, float] = {}
        """For each person's number, the most bits that one of their words gives."""
        self.further: set[int] = set()
        """More words that it may mean, too many to gather everybody who has one."""
        self.further_bits = 0.0


def slot(everybody: int, miss: float, words: Iterable[tuple[int, int, float]]) -> Slot:
    """Return a slot of words, each with its number, its people and its cost.

    A word is worth as much as it is rare for somebody to have one that fits at least as well.
    """
    made = Slot(miss)
    so_many = 0
    by_cost = sorted(words, key=lambda word: word[2])
    for cost, group in groupby(by_cost, key=lambda word: word[2]):
        level = list(group)
        so_many += sum(people for _, people, _ in level)
        bits = rarity(everybody, so_many) - cost
        if bits > miss + BETTER:
            made.bits.update({number: bits for number, _, _ in level})
    return made


def rarity(everybody: int, people: int) -> float:
    """Return the bits that something is worth which so many of everybody have."""
    return log2((everybody + UNSEEN) / (people + 0.5))


def likeliest(connection: Connection, slots: list[Slot]) -> list[int]:
    """Return the numbers of the people with the most bits, the likeliest first."""
    people_of = _fill(connection, slots)
    filled = sorted((one for one in slots if one.people), key=lambda one: len(one.people))
    if not filled:
        return []
    if len(filled) == 1:
        people = filled[0].people
        return nlargest(ENOUGH, people, key=people.__getitem__)
    wanted = set[int]().union(*(_nearest(one, people_of) for one in filled))
    _look_further(connection, filled, wanted)
    for at, one in enumerate(filled):
        for other in filled[at + 1 :]:
            wanted.update(one.people.keys() & other.people.keys())
    if len(wanted) > MANY:
        wanted = _in_most(filled, wanted)
    if len(wanted) < ENOUGH:
        first = filled[0].people
        wanted.update(nlargest(ENOUGH, first, key=first.__getitem__))
    # What a slot says against somebody is taken off for all alike, and given back to those it fits.
    total: dict[int, float] = dict.fromkeys(wanted, 0.0)
    for one in filled:
        people, miss = one.people, one.miss
        for no in people.keys() & wanted if len(people) > len(wanted) else people:
            if no in total:
                total[no] += people[no] - miss
    return nlargest(ENOUGH, total, key=total.__getitem__)


def _fill(connection: Connection, slots: list[Slot]) -> dict[int, list[int]]:
    """Give the slots their people; return the people of each word."""
    every = {number for one in slots for number in one.bits}
    people_of = postings.people_of(connection, every) if every else {}
    for one in slots:
        for number in sorted(one.bits, key=one.bits.__getitem__):  # the best is written last
            if number in people_of:
                one.people.update(dict.fromkeys(people_of[number], one.bits[number]))
    return people_of


def _nearest(one: Slot, people_of: dict[int, list[int]]) -> set[int]:
    """Return the few whom one thing asked fits best; of those it fits alike all, or none."""
    if len(one.people) <= FEW:
        return set(one.people)
    found: set[int] = set()
    best_first = sorted(one.bits, key=one.bits.__getitem__, reverse=True)
    for _, words in groupby(best_first, key=one.bits.__getitem__):
        level = [people_of.get(number, ()) for number in words]
        if len(found) + sum(map(len, level)) > FEW:
            break
        found.update(*level)
    return found


def _look_further(connection: Connection, slots: list[Slot], people: set[int]) -> None:
    """Give those who are near by another thing asked the rare words that only begin so.

    The rare name is the one for which a first letter is enough.
    """
    for one in slots:
        if one.further and (others := people - one.people.keys()):
            for no, words in directory.words_of(connection, others):
                if not one.further.isdisjoint(words):
                    one.people[no] = one.further_bits


def _in_most(filled: list[Slot], wanted: set[int]) -> set[int]:
    """Return those of many whom the rarest things asked fit, or who are fitted by three."""
    best: set[int] = set()
    for one in filled:
        here = wanted & one.people.keys()
        best.update(nlargest(MANY // len(filled), here, key=one.people.__getitem__))
    return best
