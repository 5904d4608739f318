from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from data.casefile import TABLES
from data.procedures.loading import default_id, load, read_text
from data.records.all import BY_TABLE
from data.records.fields import described
from ehtui.beginning import begin_case
from ehtui.opening import OpenCase, open_case
from ehtui.saving import save

if TYPE_CHECKING:
    from data.store.store import Store
    from ehtui.changes import ChangeSet

TODAY = date(2026, 11, 22)


def fill_every_field(changes: ChangeSet) -> None:
    """Make one row of every table, with something of its own in every field."""
    rows = {table: changes.new(BY_TABLE[table]) for table in TABLES}
    rows["cases"] = changes.row(changes.case_id)  # type: ignore[assignment]
    number = 0
    for table, row in rows.items():
        for name, words in described(row.record).items():
            number += 1
            row.put(**{name: _value(words.kind, number, table, name)})
    targets = {"people": "people", "children": "people", "worries": "statements"}
    for row in rows.values():
        for name, words in described(row.record).items():
            if words.kind == "link":
                target = targets.get(words.choices, words.choices)
                row.put(**{name: rows[target].record_id})
    rows["people"].put(kind="child")
    rows["restrictions"].put(record_id=rows["statements"].record_id)
    rows["statements"].put(part="worries", tool="columns")


def _value(kind: str, number: int, table: str, name: str) -> Any:
    if kind == "date":
        return TODAY - timedelta(weeks=100) + timedelta(days=number)  # a later field, a later day
    if kind == "time":
        return f"{number % 24:02}:{number % 60:02}"
    if kind == "yes_no":
        return True
    if kind == "number":
        return number % 10
    return f"{table}.{name}"[:10] if name == "postcode" else f"{table}.{name}"


@pytest.fixture
def full_case(store: Store) -> OpenCase:
    """A case with a row in every table and something in every field."""
    procedure = default_id()
    changes = begin_case(store.reading(), load(procedure), read_text(procedure), Random(1))
    fill_every_field(changes)
    save(store, changes, by="Robin", today=TODAY).result()
    return open_case(store.reading(), changes.case_id)
