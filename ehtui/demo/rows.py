"""The demo's rows on their way into the file: keys in place of refs, parents before children."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from data import rows
from data.keys import new_id
from data.records.all import BY_TABLE
from data.records.cases import Case

if TYPE_CHECKING:
    from data.demo.reading import Family
    from data.records.base import Record
    from data.store.driver import Connection

ANY_ROW: Final = ("record_id", "of_record")
"""Fields that name a row of whatever table, as do all links, which end in ``_id``."""


class Placed(NamedTuple):
    """One row with its key, and keys in place of the refs it names."""

    record: type[Record]
    id: str
    values: dict[str, Any]


def placed(family: Family, case_id: str) -> list[Placed]:
    """Return a family's rows, the case first. KeyError for a ref that no row has."""
    keyed = [(table, row, new_id()) for table, some in family.tables.items() for row in some]
    keys = {row["ref"]: key for _, row, key in keyed if "ref" in row}
    found = [Placed(Case, case_id, dict(family.case))]
    placed_so_far: Counter[str] = Counter()
    for table, row, key in keyed:
        record = BY_TABLE[table]
        values = {
            field: keys[value] if is_link(field) else value
            for field, value in row.items()
            if field != "ref"
        }
        if "position" in record.model_fields:  # as written, from one at each meeting
            among = f"{table}{row.get('meeting_id', '')}"
            placed_so_far[among] += 1
            values["position"] = placed_so_far[among]
        found.append(Placed(record, key, values))
    return found


def is_link(field: str) -> bool:
    """Whether a field of a written row holds a ref."""
    return field in ANY_ROW or field.endswith("_id")


def insert(connection: Connection, placed_rows: list[Placed]) -> None:
    """Write rows as they are, inside the caller's transaction."""
    for row in sorted(placed_rows, key=lambda row: rows.places()[str(row.record.__tablename__)]):
        values = _empty(row.record) | row.values | {"id": row.id}
        rows.insert(connection, row.record, values)


@cache
def _empty(record: type[Record]) -> dict[str, Any]:
    """Every column of a record that has a default, with that default."""
    fields = record.model_fields.items()
    return {name: info.default for name, info in fields if not info.is_required()}
