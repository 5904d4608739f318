"""A case as one reader may see it. Every document meant for somebody else begins here.

What may not be seen is not there: no gap, no mark, no number that skips (S3).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from data.casefile import TABLES, CaseFile
from data.records.base import Record, values_of
from data.records.fields import described
from ehtui.opening import OpenCase
from ehtui.process.sharing.may_see import seen_by
from ehtui.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Collection

    from ehtui.process.sharing.recipients import Recipient

R = TypeVar("R", bound=Record)

Sees = Callable[[Record, str], bool]
"""Whether the reader may see a field of a record; with an empty field, whether any of it."""

NOTHING = {"date": None, "yes_no": None, "number": None, "link": None, "blob": None}
"""What stands in a field of which nothing may be seen, by its kind; text otherwise is empty."""


def as_seen_by(case: OpenCase, recipient: Recipient) -> OpenCase:
    """Return the case with only what the gate lets this recipient see."""
    return shown(case, seen_by(case.file, recipient))


def shown(case: OpenCase, sees: Sees) -> OpenCase:
    """Return the case with only what may be seen, as copies; the case itself stays as it is."""
    rows = {table: [row for row in getattr(case.file, table) if sees(row, "")] for table in TABLES}
    there = {row.id for kept in rows.values() for row in kept}
    seen = {table: [_cut(row, sees, there) for row in kept] for table, kept in rows.items()}
    for number, outcome in enumerate(seen["outcomes"], 1):
        outcome.number = number
    file = CaseFile(_cut(case.file.case, sees, there), **seen)
    return OpenCase(file, case.procedure, Wording(case.procedure, file))


def _cut(row: R, sees: Sees, there: Collection[str]) -> R:
    """Return a copy of a row without what may not be seen, and without links to nowhere."""
    values = values_of(row)
    for name, words in described(type(row)).items():
        nowhere = words.kind == "link" and values[name] not in there
        if nowhere or not sees(row, name):
            values[name] = NOTHING.get(words.kind, "")
    return type(row)(**values)
