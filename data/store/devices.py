"""Which device this file is on: one chain of the trace is one device's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.keys import new_id
from data.store import unlocks
from data.store.transaction import in_transaction

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.driver import Connection


def this_device(connection: Connection) -> str:
    """Return the key of the device this file is on."""
    row = connection.execute("SELECT value FROM setting WHERE key = 'device'").fetchone()
    return str(row[0])


def begin(connection: Connection) -> str:
    """Make a new device of this file and return its key: when made, and when brought back.

    A file that comes back from a backup begins a chain of its own. Going on with the old one would
    give the numbers handed out since the backup a second time.
    """
    import socket

    device = new_id()
    made = datetime.now(UTC).isoformat(timespec="milliseconds")

    def work(connection: Connection) -> str:
        connection.execute(
            "INSERT INTO device (id, name, made) VALUES (?, ?, ?)",
            (device, socket.gethostname(), made),
        )
        connection.execute("INSERT OR REPLACE INTO setting VALUES ('device', ?)", (device,))
        return device

    return in_transaction(connection, work)


def trace_failed_unlocks(connection: Connection, path: Path) -> None:
    """Move what stands beside the file into the trace."""
    failed = unlocks.failures(path)
    if not failed:
        return
    from data.trace import Tracer

    def work(connection: Connection) -> None:
        tracer = Tracer(connection, this_device(connection), who="")
        tracer.event("unlock failed", detail={"times": len(failed), "last": failed[-1]})

    in_transaction(connection, work)
    unlocks.forget_failures(path)
