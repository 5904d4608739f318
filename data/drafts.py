"""Drafts: what is typed and not yet saved, valid or not, in the same encrypted file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from data.store.driver import Connection

KEY = "device = ? AND process = ? AND form = ? AND case_id = ? AND record = ?"


@dataclass(frozen=True)
class Draft:
    """The text of one form. ``case_id`` and ``record`` are empty for a form that has none yet."""

    device: str
    process: str
    """One run of the program: a key made when it started."""
    form: str
    case_id: str
    record: str
    text: dict[str, Any]
    """As typed; whatever JSON can hold."""
    at: str = ""
    """The instant it was last kept, in UTC."""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What the draft is kept under."""
        return self.device, self.process, self.form, self.case_id, self.record


def keep(connection: Connection, draft: Draft) -> None:
    """Keep the draft as it is now, inside the caller's transaction."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    connection.execute(
        "INSERT OR REPLACE INTO draft (device, process, form, case_id, record, text, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*draft.key, json.dumps(draft.text), now),
    )


def drop(connection: Connection, draft: Draft) -> None:
    """Take the draft away: in the transaction that saves what it held, never before."""
    connection.execute(f"DELETE FROM draft WHERE {KEY}", draft.key)


def left_behind(connection: Connection, this_device: str, this_process: str) -> list[Draft]:
    """Return the drafts of runs that are over, newest first.

    Only one window writes drafts at a time, so to that window every other run is over. Drafts of
    another device are among them: they came with a file that was moved or brought back.
    """
    rows = connection.execute(
        "SELECT device, process, form, case_id, record, text, at FROM draft "
        "WHERE NOT (device = ? AND process = ?) ORDER BY at DESC, form, case_id, record",
        (this_device, this_process),
    )
    return [
        Draft(device, process, form, case_id, record, json.loads(text), at)
        for device, process, form, case_id, record, text, at in rows
    ]


def of_case(connection: Connection, case_id: str) -> int:
    """Return in how many forms something is typed about a case and not saved."""
    query = "SELECT count(*) FROM (SELECT DISTINCT form, record FROM draft WHERE case_id = ?)"
    (forms,) = connection.execute(query, (case_id,)).fetchone()
    return int(forms)
