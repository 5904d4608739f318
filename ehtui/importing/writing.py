"""People from a sheet into the file, all of them in one transaction or none."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from data import rows, settings
from data.lookup.completing import complete
from data.lookup.index import Newcomers
from data.procedures.loading import default_id
from data.store import many
from data.trace import Tracer
from data.trace_of_many import TraceOfMany
from ehtui.deriving import keep_derived
from ehtui.importing.begun import Begun
from ehtui.importing.bulk import large_cache, ready_ahead, uncollected
from ehtui.importing.faults import Stopped
from ehtui.importing.making import Making

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from data.store.driver import Connection
    from data.store.store import Store
    from ehtui.importing.row import Incoming


@uncollected()
def import_people(
    store: Store, people: list[Incoming], today: date, moved: Callable[[float], None]
) -> int:
    """Write people, one record a family; return how many families.

    ``moved`` is told how much of it is done, from 0 to 1. Ctrl+C takes back what is written.
    Raises StoreError, BadProcedure, Stopped.
    """
    complete(store)  # or an older file's own people would never come into the look-up
    kept = settings.read(store.reading())
    stopping = Event()

    def come_to(part: float) -> None:
        if stopping.is_set():
            raise Stopped
        moved(part)

    def work(connection: Connection) -> int:
        tracer = Tracer(connection, store.device_id, kept.me)
        begun = Begun(connection, tracer, kept.procedure or default_id(), today)
        newcomers = Newcomers(connection)
        making = Making(begun, TraceOfMany(tracer), newcomers, people)
        not_derived = []
        with large_cache(connection), ready_ahead(making.ready()) as ready:
            for families in ready:
                many.execute(connection, families.statements)
                not_derived += families.not_derived
                come_to(0.9 * families.part)
        newcomers.write(connection)
        for case_id in not_derived:
            keep_derived(connection, rows.case_file(connection, case_id))
        come_to(1.0)
        return len(making)

    done = store.write(work)
    while True:
        try:
            return done.result()
        except KeyboardInterrupt:  # the thread that writes never hears of it by itself
            stopping.set()
