"""What speaks for and against one person, in bits and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from data.lookup.birthdays import OTHER
from data.lookup.features import outward_of, place_words
from data.lookup.likeness import BEGINS
from data.lookup.words import name_words

if TYPE_CHECKING:
    from data.lookup.birthdays import Meant
    from data.lookup.found import Recorded
    from data.lookup.likeness import Alike
    from data.lookup.numbers import Numbered

NO_NAME: Final = -4.5
"""Bits against somebody who has nothing like a word that was asked for."""
NO_FAMILY_NAME: Final = -1.5
"""Against somebody recorded by one name alone: one word fits them too easily."""
IN_ORDER: Final = 0.7
"""For names that stand in the order in which they were asked for: most people say them so."""
CASE_NAME: Final = -1.0
"""Off a word that is the family's name and not their own."""


class NameAsked(NamedTuple):
    """One word that was asked for, or several that may be one, and what it may mean."""

    word: str
    covers: range
    """The places of the words it stands for: more than one where words typed apart may be one."""
    miss: float
    """The bits against somebody whom it doesn't fit; 0 where that says nothing of them."""
    meanings: dict[str, tuple[float, Alike]]
    """For each word, the bits for somebody who has it in their name."""
    places: dict[str, tuple[float, Alike]]
    begins: float
    """The bits for somebody with any word that begins so; 0 where it is no beginning."""

    @property
    def is_name(self) -> bool:
        """Whether somebody is called just so."""
        return self.word in self.meanings

    def fitting(self, word: str) -> tuple[float, float, str] | None:
        """Return the bits, the cost and why for somebody with this word in their name."""
        if (known := self.meanings.get(word)) is not None:
            return known[0], known[1].cost, known[1].why
        if self.begins and word.startswith(self.word):
            return self.begins, BEGINS, f"{word.capitalize()} begins with {self.word}"
        return None


class Question:
    """Everything asked, ready to be held against one person after another."""

    def __init__(self) -> None:
        self.names: list[NameAsked] = []
        self.births: list[dict[str, tuple[float, Meant]]] = []
        self.years: list[dict[str, tuple[float, Meant]]] = []
        self.outward = ""
        self.outward_bits = 0.0
        self.numbers: dict[str, list[Numbered]] = {}
        """By the key of the person."""


class Evidence:
    """What was found out about one person."""

    def __init__(self) -> None:
        self.bits = 0.0
        self.why: list[str] = []
        self.fits = 0
        """Things asked that fit."""
        self.costs: list[float] = []
        """Of the names that fit, how far off each is."""
        self.lacking = 0
        """Names asked that fit nothing."""
        self.birth: float | None = None
        """How far off the birthday is, if a whole one was asked and one is recorded."""
        self.own_number = False
        self.namesake = False
        """Whether the given name that was asked for is somebody else's, and theirs only like it."""

    def add(self, bits: float, why: str = "") -> None:
        """Count something for the person, or against."""
        self.bits += bits
        self.fits += bits > 0
        if why:
            self.why.append(why)


def weigh(question: Question, person: Recorded) -> Evidence:
    """Return what speaks for and against a person."""
    found = Evidence()
    _names(question, person, found)
    for dates in question.births:
        _birth(dates, person.born, found)
    for years in question.years:
        _birth_year(years, person.born, found)
    for one in question.numbers.get(person.id, ()):
        found.add(one.bits, one.why)
        found.own_number |= one.own
    if question.outward and person.postcode and not question.numbers.get(person.id):
        same = outward_of(person.postcode) == question.outward
        found.add(
            question.outward_bits if same else -2.0,
            f"postcode in {question.outward.upper()}" if same else "",
        )
    if not person.family:
        found.bits += NO_FAMILY_NAME
    return found


def _names(question: Question, person: Recorded, found: Evidence) -> None:
    own = {
        word: 0.0
        for name in (person.given, person.family, person.known_as, person.other_names)
        for word in name_words(name)
    }
    for word in name_words(person.case_family):
        own.setdefault(word, CASE_NAME if person.family else 0.0)
    pairs = [
        (fit[0] + off, at, word, fit)
        for at, asked in enumerate(question.names)
        for word, off in own.items()
        if (fit := asked.fitting(word)) is not None
    ]
    pairs.sort(key=lambda pair: -pair[0])
    used: set[str] = set()
    fitted: dict[int, tuple[float, str, float, str]] = {}
    done: set[int] = set()
    for bits, at, word, (_, cost, why) in pairs:
        covers = question.names[at].covers
        if done.isdisjoint(covers) and word not in used:
            fitted[at] = (bits, word, cost, why)
            done.update(covers)
            used.add(word)
    order = list(own)
    by_place = sorted(fitted, key=lambda at: question.names[at].covers.start)
    said = [order.index(fitted[at][1]) for at in by_place]
    if len(said) > 1 and said == sorted(said):
        found.bits += IN_ORDER
    exact = []
    given = {*name_words(person.given), *name_words(person.known_as)}
    places = {*place_words(person.address), *place_words(person.school)}
    for at, asked in enumerate(question.names):
        if at in fitted:
            bits, word, cost, why = fitted[at]
            found.add(bits, why)
            found.costs.append(cost)
            found.namesake |= word in given and asked.is_name and asked.word != word
            if not why:
                exact.append(word.capitalize())
            continue
        if not done.isdisjoint(asked.covers):
            continue
        here = [asked.places[word] for word in places if word in asked.places]
        if here:
            bits, meant = max(here, key=lambda one: one[0])
            found.add(bits, f"{meant.word.capitalize()} in the address or school")
        elif asked.miss:
            found.bits += asked.miss
            found.lacking += 1
    if exact:
        found.why.insert(0, f"{' '.join(exact)} as recorded")


def _birth(dates: dict[str, tuple[float, Meant]], born: str, found: Evidence) -> None:
    if not born:
        return
    if born in dates:
        bits, meant = dates[born]
        found.add(bits, meant.why)
        found.birth = meant.cost
    else:
        found.add(OTHER, "another date of birth")
        found.birth = -OTHER


def _birth_year(years: dict[str, tuple[float, Meant]], born: str, found: Evidence) -> None:
    if not born:
        return
    if born[:4] in years:
        bits, meant = years[born[:4]]
        found.add(bits, meant.why)
    else:
        found.add(-4.0, "another age")
