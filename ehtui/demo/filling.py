"""The demo caseload: families that nobody lives in, to try the program on.

The written ones are saved as a practitioner would save them, every field with its trace. Where more
are wanted, the written ones are varied, and the trace has one entry for each family made so.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, islice, repeat
from random import Random
from typing import TYPE_CHECKING, Final

from data import settings
from data.demo.reading import WRITTEN, Family, families, moved
from data.procedures import loading
from data.records.cases import Case
from data.rows import case_file
from data.trace import Tracer
from ehtui.beginning import begin_case
from ehtui.demo.rows import Placed, insert, placed
from ehtui.demo.variety import varied
from ehtui.deriving import keep_derived
from ehtui.saving import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.store.driver import Connection
    from data.store.store import Store
    from ehtui.changes import ChangeSet

ME: Final = "Robin Ashdown"
"""Whose caseload it is."""

# Numbers that nobody has: of a range kept free for drama.
HARM_IN_HOURS: Final = "0191 498 0110"
HARM_OUT_OF_HOURS: Final = "0191 498 0119"

AT_ONCE: Final = 200
"""Families in one transaction: few enough for the memory, many enough for the disk."""


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
            for family, is_written in batch:
                changes = begin_case(connection, self._procedure, self._text, self.random)
                rows = placed(moved(family, self._later), changes.case_id)
                tracer = Tracer(connection, self._store.device_id, ME)
                if is_written:
                    self._save(connection, tracer, changes, rows)
                else:
                    self._lay_in(connection, changes, rows)
                    detail = {"varied from": family.file}
                    tracer.event("make", "cases", changes.case_id, detail)
                keep_derived(connection, case_file(connection, changes.case_id))

        self._store.write(work).result()
        self.made += len(batch)

    def _save(
        self, connection: Connection, tracer: Tracer, changes: ChangeSet, rows: list[Placed]
    ) -> None:
        """Save a family as a practitioner would."""
        for row in rows:
            change = changes.row(row.id) or changes.new(row.record)
            change.record_id = row.id
            change.put(**row.values)
        write_rows(connection, tracer, changes, self._today)

    def _lay_in(self, connection: Connection, changes: ChangeSet, rows: list[Placed]) -> None:
        """Lay a varied family in unasked: every field of its model was asked."""
        case, *others = rows
        begun = next(change for change in changes.rows if change.record is Case)
        case.values.update(changes.values(begun, self._today))
        for row in others:
            row.values["case_id"] = changes.case_id
        insert(connection, rows)
