"""What waits for somebody and belongs to no family yet: no due date can be derived from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ehtui.process.due_contacts import SETTLED

if TYPE_CHECKING:
    from data.store.driver import Connection


class Waiting(NamedTuple):
    """A call or a contact about harm that belongs to no family yet, and is not done with."""

    key: str
    on: date | None
    at: str
    who: str
    """Who rang, or who was rung."""
    about: str


def waiting_calls(connection: Connection) -> list[Waiting]:
    """Return the calls about nobody that is known to which an answer is owed, newest first."""
    marks = ", ".join("?" * len(SETTLED))
    return _read(
        connection,
        'SELECT id, "on", "at", coalesce(nullif(agency, \'\'), who), asked_about FROM calls '
        "WHERE case_id IS NULL AND rung_back IS NULL "
        f"AND (outcome NOT IN ({marks}) OR ring_back IS NOT NULL)",
        SETTLED,
    )


def waiting_contacts(connection: Connection) -> list[Waiting]:
    """Return the contacts about harm, of no family, without the worry or its answer, newest first.

    Source: Hull 7 (ask when no answer comes).
    """
    return _read(
        connection,
        'SELECT id, "on", "at", rung, about FROM harm_contacts '
        "WHERE case_id IS NULL AND (reason = '' OR answered IS NULL)",
    )


def _read(connection: Connection, query: str, values: tuple[str, ...] = ()) -> list[Waiting]:
    rows = connection.execute(f'{query} ORDER BY "on" DESC, "at" DESC', values)
    return [
        Waiting(key, date.fromisoformat(on) if on else None, at, who, about)
        for key, on, at, who, about in map(tuple, rows)
    ]
