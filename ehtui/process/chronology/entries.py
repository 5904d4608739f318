"""The chronology: everything dated in a case, one plain line each.

Source: Gloucestershire, chronology and significant events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from data.keys import made_on
from ehtui.dates import show_short
from ehtui.process.chronology.words import SENTENCES
from ehtui.process.sharing.subjects import about_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.base import Record
    from data.records.cases import Event
    from ehtui.wording import Wording

_FIELD = re.compile(r"\[([a-z_/]+)\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a chronology."""

    day: date
    at: str
    """The wall-clock time, where there is one."""
    text: str
    table: str
    record: str
    """The key of the record it comes from."""
    about: tuple[str | None, ...]
    """The keys of the people it is about; None for the whole family."""
    significant: bool
    mark: str = ""
    """The key of the event that holds the mark; empty where there is none."""


def chronology(file: CaseFile, wording: Wording) -> list[Entry]:
    """Return everything that happened, the oldest first; days to come are the due list's.

    An entry of the consent ledger that was put right stands once, as it was put right.
    """
    marks = [one for one in file.events if one.of_record]
    corrected = {one.replaces_id for one in file.consents if one.replaces_id != one.id}
    found = [
        _entry(file, wording, row, field, marks)
        for row in file.rows()
        if not getattr(row, "of_record", "") or str(row.__tablename__) != "events"
        for field in SENTENCES.get(str(row.__tablename__), ())
        if getattr(row, field) is not None and not _never_held(row) and row.id not in corrected
    ]
    return sorted(found, key=lambda one: (one.day, one.at))


def narrowed(
    entries: Iterable[Entry],
    *,
    table: str = "",
    person: str = "",
    word: str = "",
    significant: bool = False,
) -> list[Entry]:
    """Return the lines of one kind, about one person, with a word in them, or significant."""
    sought = _folded(word)
    return [
        one
        for one in entries
        if (not table or one.table == table)
        and (not person or person in one.about)
        and (not significant or one.significant)
        and sought in _folded(one.text)
    ]


def _never_held(row: Record) -> bool:
    """Whether it is a meeting that did not take place: nothing happened on its day."""
    return str(row.__tablename__) == "meetings" and not getattr(row, "held", True)


def _entry(file: CaseFile, wording: Wording, row: Record, field: str, marks: list[Event]) -> Entry:
    table, day = str(row.__tablename__), getattr(row, field)
    own = table == "events"
    mark = "" if own else next((one.id for one in _marks_of(row, day, marks)), "")
    return Entry(
        day=day,
        at=getattr(row, "at", "") if field == "on" else "",
        text=sentence(wording, row, field),
        table=table,
        record=row.id,
        about=about_of(file, row),
        significant=bool(getattr(row, "significant", False)) if own else bool(mark),
        mark=row.id if own else mark,
    )


def _marks_of(row: Record, day: date, marks: list[Event]) -> Iterator[Event]:
    """Give the marks of one line; a mark whose day was put right since holds for the whole row."""
    days = {getattr(row, field) for field in SENTENCES[str(row.__tablename__)]}
    keys = (row.id, getattr(row, "replaces_id", None))
    for one in marks:
        if one.of_record in keys and one.significant and (one.on == day or one.on not in days):
            yield one


def sentence(wording: Wording, row: Record, field: str) -> str:
    """Return what a dated field of a record says, on one line."""
    said = ""
    for template in SENTENCES[str(row.__tablename__)][field].split("|"):
        part = _part(wording, row, template)
        said += part.removeprefix(".") if said.endswith((".", "?", "!")) else part
    return " ".join((said + _corrected(row)).split()).lstrip(":;,. ")


def _corrected(row: Record) -> str:
    """That an entry stands in the place of another, and since when: its key says so."""
    if not getattr(row, "replaces_id", None):
        return ""
    try:
        return f" (corrected on {show_short(made_on(row.id))})"
    except (ValueError, OverflowError, OSError):  # a key that some other program made
        return " (corrected)"


def _part(wording: Wording, row: Record, template: str) -> str:
    values = [_value(wording, row, names) for names in _FIELD.findall(template)]
    if not all(values):
        return ""
    # What people typed is put in last: nothing in it is read as a template.
    left = iter(values)
    return _FIELD.sub(lambda _: next(left), wording.filled(template))


def _value(wording: Wording, row: Record, names: str) -> str:
    return next((said for one in names.split("/") if (said := wording.value(row, one))), "")


def _folded(text: str) -> str:
    """Return a text in small letters and without accents, to be searched in."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
