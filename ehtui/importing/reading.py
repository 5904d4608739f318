"""A row of a sheet as a person: the same values that a form would save from the same text.

What is plain is taken as it stands, without asking `read_entry`, which would give it back as it is:
a hundred thousand rows have a million such cells.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from data.codes.lists import codes
from data.records.fields import described
from data.records.people import Person, PersonKind
from ehtui.dates import age_on
from ehtui.entry import BadEntry, read_entry
from ehtui.importing.birthdays import read_birth
from ehtui.importing.faults import BadRow
from ehtui.importing.headings import HOUSEHOLD, JOINED, NAME
from ehtui.importing.row import NO_VALUE
from ehtui.plaintext import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ehtui.importing.columns import Columns

DATES: Final = ("born", "expected")
GROWN_UP: Final = 18
_is_plain: Final = re.compile(r"(?!')[!-~]+(?: [!-~]+)*").fullmatch
"""Whether `read_entry` would give a text back as it is, for a field of one line."""
_DEFUSED: Final = re.compile(r"'(?=[=+\-@\t\r\n])")
_ADULT: Final = re.compile(
    r"\b(?:mother|mum|mam|mummy|father|dad|daddy|parent|carer|guardian|grand\w+|nan\w*|gran|granny|"
    r"step-?(?:mother|father|mum|dad|parent)|aunt\w*|uncle|partner|adult|wife|husband)\b",
    re.I,
)
_CHILD: Final = re.compile(
    r"\b(?:child|son|daughter|boy|girl|baby|pupil|student|toddler|infant|step-?(?:son|daughter))\b",
    re.I,
)
CHILDS_OWN: Final = ("upn", "school", "school_year")
SEX: Final = {"girl": "F", "woman": "F", "boy": "M", "man": "M"}


class PeopleReader:
    """Reads the rows of one sheet."""

    def __init__(self, columns: Columns, today: date) -> None:
        self._columns = columns
        self._today = today
        self._fields = described(Person)
        self._told: dict[tuple[str, str], dict[str, Any]] = {}
        self._width = len(columns.headings)
        taken = columns.taken.items()
        self._single = [(name, at[0], _limit(name)) for name, at in taken if len(at) == 1]
        self._several = [(name, at) for name, at in taken if len(at) > 1]

    def read(self, cells: Sequence[str]) -> dict[str, Any]:
        """Return what a row says of a person, empty fields left out, and of the household.

        Nothing at all when no column that is taken holds anything. Raises BadRow.
        """
        found: dict[str, Any] = {}
        is_plain = _is_plain
        width = len(cells)
        if width > self._width:
            self._refuse_more(cells)
        for name, at, limit in self._single:
            if at >= width or not (text := cells[at]):
                continue
            if len(text) <= limit and is_plain(text):
                found[name] = text
            else:
                self._put(found, name, text)
        for name, several in self._several:
            parts = (one_line(cells[at]) for at in several if at < width)
            if text := JOINED[name].join(dict.fromkeys(filter(None, parts))):
                self._put(found, name, text)
        if found:
            found["kind"] = _kind(found, self._today)
        return found

    def _put(self, found: dict[str, Any], name: str, text: str) -> None:
        if (told := self._told.get((name, text))) is None:
            told = self._told[name, text] = self._values(name, text)
        for field, value in told.items():
            found.setdefault(field, value)

    def _refuse_more(self, cells: Sequence[str]) -> None:
        if any(cell.strip() for cell in cells[self._width :]):
            raise BadRow(
                f"This row has {len(cells)} cells, and there are {self._width} headings: is a sign "
                "that divides cells part of one?"
            )

    def _values(self, name: str, text: str) -> dict[str, Any]:
        """Return the fields that a cell fills, each with what it says. Raises BadRow."""
        if text[0] == "'":
            text = _DEFUSED.sub("", text, count=1)
        try:
            if NO_VALUE in text:
                raise BadEntry(
                    "the value of this formula is not in the file. Open it in your spreadsheet "
                    "program and save it there."
                )
            values = self._of_column(name, text)
        except BadEntry as wrong:
            heading = " + ".join(
                self._columns.headings[at] for at in self._columns.taken.get(name, ())
            )
            raise BadRow(f"{heading}: {wrong}") from None
        return {field: value for field, value in values.items() if value}

    def _of_column(self, name: str, text: str) -> dict[str, Any]:
        if name in DATES:
            return self._birth(name, text)
        if name == NAME:
            return self._names(text)
        if name == HOUSEHOLD:
            return {name: one_line(text)}
        return {name: self._chosen(name, read_entry(Person, name, text, self._today))}

    def _birth(self, name: str, text: str) -> dict[str, Any]:
        birth = read_birth(
            one_line(text), lambda plain: read_entry(Person, name, plain, self._today)
        )
        told = read_entry(Person, "born_as_told", birth.as_told, self._today)
        return {name: birth.day, f"{name}_as_told": told}

    def _names(self, text: str) -> dict[str, Any]:
        """Return a whole name in parts: "Jones, Sam" and "Sam Jones"."""
        family, comma, given = one_line(text).partition(",")
        if not comma:
            given, _, family = one_line(text).rpartition(" ")
            given, family = (given, family) if given else (family, "")
        parts = {"given": given.strip(), "family": family.strip()}
        return {
            name: read_entry(Person, name, part, self._today)
            for name, part in parts.items()
            if part
        }

    def _chosen(self, name: str, value: str) -> str:
        words = self._fields[name]
        if words.kind == "choice" and words.choices.startswith("code:"):
            return _codes(words.choices.removeprefix("code:")).get(value.casefold(), value)
        return value


def _limit(name: str) -> int:
    """Return how long a text may be that needs no reading; 0 where every text needs it."""
    words = described(Person).get(name)
    if name in DATES or words is None or words.kind == "choice":
        return 0
    rules = Person.model_fields[name].metadata
    return next(int(rule.max_length) for rule in rules if hasattr(rule, "max_length"))


@cache
def _codes(name: str) -> dict[str, str]:
    """Return each code by the ways of writing it: the code itself, its words, and usual others."""
    found = {code.words.casefold(): code.code for code in codes(name)}
    found |= {code.code.casefold(): code.code for code in codes(name)}
    return SEX | found if name == "sex" else found


def _kind(found: dict[str, Any], today: date) -> str:
    """Return whether somebody is a child, as far as the row says it; else nothing, to be asked."""
    if found.get("expected") and not found.get("born"):
        return PersonKind.unborn.value
    place = found.get("in_family", "")
    if place and _ADULT.search(place):
        return PersonKind.adult.value
    if born := found.get("born"):
        return PersonKind.adult.value if age_on(born, today) >= GROWN_UP else PersonKind.child.value
    if _CHILD.search(place) or any(found.get(name) for name in CHILDS_OWN):
        return PersonKind.child.value
    return ""
