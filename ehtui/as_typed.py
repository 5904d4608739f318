"""The case as it would stand if what is being typed were saved now: for help while typing.

Nothing is kept from here: what cannot be read yet counts as not typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from data.casefile import TABLES, CaseFile
from data.records.base import Record, but_with
from ehtui.entry import BadEntry, read_entry

if TYPE_CHECKING:
    from datetime import date

    from ehtui.changes import ChangeSet, RowChange

R = TypeVar("R", bound=Record)


def as_typed(file: CaseFile, changes: ChangeSet, today: date) -> CaseFile:
    """Return the case with the change set's rows in it; the case itself stays as it is."""
    rows = {
        table: [*_changed(getattr(file, table), changes, today), *_new(table, changes, today)]
        for table in TABLES
    }
    return CaseFile(next(iter(_changed([file.case], changes, today)), file.case), **rows)


def _changed(kept: list[R], changes: ChangeSet, today: date) -> list[R]:
    found = []
    for record in kept:
        change = changes.row(record.id)
        if change is None:
            found.append(record)
        elif not change.removed:
            found.append(but_with(record, **_read(change, today)))
    return found


def _new(table: str, changes: ChangeSet, today: date) -> list[Record]:
    return [
        row.record(**{**_read(row, today), "id": row.record_id})
        for row in changes.rows
        if row.table == table and row.version == 0 and not row.removed
    ]


def _read(change: RowChange, today: date) -> dict[str, Any]:
    values = {}
    for name, typed in change.typed.items():
        try:
            values[name] = read_entry(change.record, name, typed, today)
        except BadEntry:
            continue
    return values
