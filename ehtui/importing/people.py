"""People from a sheet: what would be imported, who is there already, and what can't be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ehtui.importing.bulk import uncollected
from ehtui.importing.columns import Columns, columns_of, is_repeated
from ehtui.importing.families import belongs_to
from ehtui.importing.faults import BadRow, BadSheet
from ehtui.importing.known import Alike, heard, known_in
from ehtui.importing.reading import PeopleReader
from ehtui.importing.row import Incoming, Rejected
from ehtui.importing.sheet import read_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from data.store.driver import Connection
    from ehtui.importing.known import Person, Seen
    from ehtui.importing.row import Row

EVERY: Final = 2000
FEW: Final = 1000
"""Rows each of whose names may be looked up as it is heard; that takes milliseconds for each."""


@dataclass(slots=True)
class Sheet:
    """A sheet that has headings: its rows and what its columns become."""

    rows: list[Row]
    columns: Columns
    others: int = 0
    """Sheets of the same file that are not read."""


@dataclass(slots=True)
class Found:
    """What a sheet holds, before anything is written."""

    people: list[Incoming] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    again: list[tuple[int, str]] = field(default_factory=list)
    """Rows of people who are there already, and where: "row 7" or a family's reference.

    Behind it, the fields that say something else there: nothing that is recorded is changed.
    """
    alike: list[tuple[int, Alike]] = field(default_factory=list)
    """Rows of people who are imported although somebody looks like them."""


@uncollected()
def read_sheet(path: Path, chosen: Mapping[str, str], moved: Callable[[float], None]) -> Sheet:
    """Return the first sheet of a file in which there are headings of people.

    ``chosen`` gives fields the heading of their column, or nothing to leave them out. Raises
    BadSheet, BadColumn, StoreError.
    """
    sheets = list(read_sheets(path, moved))
    if not any(sheets):
        raise BadSheet("There is nothing in this file: every row of it is blank.")
    why: BadSheet | None = None
    for rows in filter(None, sheets):
        try:
            return Sheet(rows, columns_of(rows, chosen), len(list(filter(None, sheets))) - 1)
        except BadSheet as wrong:
            why = why or wrong
    raise why or BadSheet("There is nothing in this file.")


@uncollected()
def look_through(
    connection: Connection, sheet: Sheet, today: date, moved: Callable[[float], None]
) -> Found:
    """Return who would be imported from a sheet; nothing is written."""
    found, known = Found(), known_in(connection)
    reader = PeopleReader(sheet.columns, today)
    rows = sheet.rows[sheet.columns.begins :]
    for at, row in enumerate(rows):
        if at % EVERY == 0:
            moved(at / len(rows))
        if row.cells[0] in sheet.columns.headings and is_repeated(sheet.columns, row.cells):
            continue
        try:
            values = reader.read(row.cells)
            if not values:
                raise BadRow("There is nothing in the columns that are taken.")
        except BadRow as wrong:
            found.rejected.append(Rejected(row, str(wrong)))
            continue
        household = belongs_to(row.number, values)
        person = known.person(values)
        if (seen := known.same(person)) is not None:
            found.again.append((row.number, _again(seen, person)))
            if not seen.in_sheet:
                known.homes.setdefault(household, seen.where)
            continue
        alike = known.alike(person, household)
        if alike is None and len(rows) <= FEW:
            alike = heard(connection, values, today)
        if alike is not None:
            found.alike.append((row.number, alike))
        known.add(person, f"row {row.number}", household)
        found.people.append(Incoming(row.number, values, household))
    listed = {row for row, _ in found.alike}
    for one in found.people if known.homes else ():
        home = known.homes.get(one.belongs)
        if home and one.row not in listed:
            found.alike.append((one.row, Alike(home, "of the same family")))
    found.alike.sort(key=lambda pair: pair[0])
    return found


def _again(seen: Seen, person: Person) -> str:
    other = ", ".join(seen.differs(person))
    return f"{seen.where}, where something else is recorded: {other}" if other else seen.where
