"""The demo caseload: families that nobody lives in, to try the program on.

The written ones are saved as a practitioner would save them, every field with its trace. Where more
are wanted, the written ones are varied, and the trace has one entry for each family made so.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, islice, repeat
from random import Random
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from data import settings
from data.casefile import CaseFile
from data.demo.reading import WRITTEN, Family, families, moved
from data.keys import new_id
from data.procedures import loading
from data.reading import case_file
from data.records.all import BY_TABLE
from data.records.cases import Case
from data.session import session
from data.trace import Tracer
from ehtui.beginning import begin_case
from ehtui.demo_variety import varied
from ehtui.deriving import keep_derived
from ehtui.saving import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session

    from data.records.base import Record
    from data.store.driver import Connection
    from data.store.store import Store

ME: Final = "Robin Ashdown"
"""Whose caseload it is."""

# Numbers that nobody has: of a range kept free for drama.
HARM_IN_HOURS: Final = "0191 498 0110"
HARM_OUT_OF_HOURS: Final = "0191 498 0119"

AT_ONCE: Final = 200
"""Families in one transaction: few enough for the memory, many enough for the disk."""

ANY_ROW: Final = ("record_id", "of_record")
"""Fields that name a row of whatever table; every other link ends in ``_id``."""


def fill(store: Store, wanted: int | None, seed: int, today: date) -> int:
    """Put the demo caseload into a new file and return how many families it has.

    ``wanted`` is how many, None for those that are written down. The same ``seed`` makes the same
    families. Dates move by whole weeks, so that what was written on a Sunday is never later than
    today. Raises a StoreError when the file can't be written.
    """
    store.write(lambda connection: settings.write(connection, _settings())).result()
    filling = _Filling(store, Random(seed), today)
    coming = _coming(wanted, filling.random)
    while batch := list(islice(coming, AT_ONCE)):
        filling.write(batch)
    return filling.made


def _settings() -> settings.Settings:
    return settings.Settings(
        me=ME,
        procedure=loading.default_id(),
        harm_in_hours=HARM_IN_HOURS,
        harm_out_of_hours=HARM_OUT_OF_HOURS,
    )


def _coming(wanted: int | None, random: Random) -> Iterator[tuple[Family, bool]]:
    """Give each family, and whether it is one of the written ones."""
    written = families()
    more = (varied(one, random) for one in chain.from_iterable(repeat(written)))
    every = chain(((one, True) for one in written), ((one, False) for one in more))
    return islice(every, len(written) if wanted is None else wanted)


class _Filling:
    """Writes families, many to a transaction."""

    def __init__(self, store: Store, random: Random, today: date) -> None:
        self.random = random
        self.made = 0
        self._store = store
        self._today = today
        self._later = timedelta(weeks=(today - WRITTEN).days // 7)
        self._text = loading.read_text(loading.default_id())
        self._procedure = loading.from_text(self._text)

    def write(self, batch: list[tuple[Family, bool]]) -> None:
        """Write these families and wait until they are on the disk."""

        def work(connection: Connection) -> None:
            with session(connection) as opened:
                for family, is_written in batch:
                    write = self._saved if is_written else self._laid_in
                    file = write(connection, opened, moved(family, self._later))
                    keep_derived(connection, file)

        self._store.write(work).result()
        self.made += len(batch)

    def _saved(self, connection: Connection, opened: Session, family: Family) -> CaseFile:
        """Save a family as a practitioner would."""
        changes = begin_case(connection, self._procedure, self._text, self.random)
        for row in _rows(family, changes.case_id):
            change = changes.row(row.id) or changes.new(row.record)
            change.record_id = row.id
            change.put(**row.values)
        tracer = Tracer(connection, self._store.device_id, ME)
        write_rows(opened, tracer, changes, self._today)
        return case_file(connection, changes.case_id)

    def _laid_in(self, connection: Connection, opened: Session, family: Family) -> CaseFile:
        """Lay a varied family in, without asking each field: its written model was asked."""
        changes = begin_case(connection, self._procedure, self._text, self.random)
        begun = next(row for row in changes.rows if row.record is Case)
        begin = changes.values(begun, self._today)
        case, *rows = _rows(family, changes.case_id)
        file = CaseFile(Case(id=changes.case_id, **begin, **case.values))
        for row in rows:
            record = row.record(id=row.id, case_id=changes.case_id, **row.values)
            getattr(file, str(row.record.__tablename__)).append(record)
        opened.add_all(file.rows())
        opened.flush()
        tracer = Tracer(connection, self._store.device_id, ME)
        tracer.event("make", "cases", changes.case_id, {"varied from": family.file})
        return file


class _Placed(NamedTuple):
    """One row with its key, and the keys of the rows it names."""

    record: type[Record]
    id: str
    values: dict[str, Any]


def _rows(family: Family, case_id: str) -> list[_Placed]:
    """Return a family's rows, the case first. KeyError for a ref that no row has."""
    rows = [(table, row, new_id()) for table, rows in family.tables.items() for row in rows]
    keys = {row["ref"]: key for _, row, key in rows if "ref" in row}
    placed = [_Placed(Case, case_id, family.case)]
    for at, (table, row, key) in enumerate(rows):
        record = BY_TABLE[table]
        values = {
            field: keys[value] if field in ANY_ROW or field.endswith("_id") else value
            for field, value in row.items()
            if field != "ref"
        }
        if "position" in record.model_fields:
            values["position"] = at
        placed.append(_Placed(record, key, values))
    return placed
