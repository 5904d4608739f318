"""The trace: what was done, by whom, on which device; added to, never changed.

A row holds hashes of the values before and after; the values themselves and the salt lie in
``trace_value``, which a purge may empty while the chain stays whole. Each row's chain hashes the
row and the chain before it, so a row changed, taken out or put in shows. What a chain alone cannot
show is that its last rows were cut off.
"""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from data.keys import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.store.driver import Connection, Row

SALT_BYTES = 16
COLUMNS = "device, seq, change, who, at, action, table_name, record, field, before_hash, after_hash"
MARKS = f"VALUES ({', '.join('?' * 12)})"


class Entry(NamedTuple):
    """One row of the trace with its values, as ``history`` gives it."""

    device: str
    seq: int
    change: str
    who: str
    at: str
    action: str
    table: str
    field: str
    before: Any
    after: Any
    purged: bool


class Tracer:
    """Writes the rows of one change, inside the caller's transaction; all share its ``change``."""

    def __init__(self, connection: Connection, device: str, who: str) -> None:
        self.change_id = new_id()
        self._connection = connection
        self.device = device
        self.who = who
        self.at = datetime.now(UTC).isoformat(timespec="milliseconds")

    def change(
        self, action: str, table: str, record: str, fields: Mapping[str, tuple[Any, Any]]
    ) -> None:
        """Trace what became of a record: for each field, its value before and after."""
        for field, (before, after) in fields.items():
            self._add(action, table, record, field, before, after)

    def event(
        self,
        action: str,
        table: str = "",
        record: str = "",
        detail: Mapping[str, Any] | None = None,
    ) -> None:
        """Trace what changed no record: an export, a record looked up, a failed unlock."""
        self._add(action, table, record, "", None, detail)

    def purge(self, table: str, record: str) -> None:
        """Empty every value the trace keeps of a record, salts too; the rows themselves stay."""
        self.event("purge", table, record)
        self._connection.execute(
            'UPDATE trace_value SET salt = NULL, "before" = NULL, "after" = NULL '
            "WHERE (device, seq) IN (SELECT device, seq FROM trace WHERE record = ?)",
            (record,),
        )

    def _add(
        self, action: str, table: str, record: str, field: str, before: Any, after: Any
    ) -> None:
        seq, chain = self.last()
        salt = os.urandom(SALT_BYTES)
        before, after = as_text(before), as_text(after)
        row = (
            *(self.device, seq + 1, self.change_id, self.who, self.at),
            *(action, table, record, field, salted(salt, before), salted(salt, after)),
        )
        self._connection.execute(
            f"INSERT INTO trace ({COLUMNS}, chain) {MARKS}", (*row, link(chain, row))
        )
        self._connection.execute(
            "INSERT INTO trace_value VALUES (?, ?, ?, ?, ?)",
            (self.device, seq + 1, salt, before, after),
        )

    def last(self) -> tuple[int, bytes]:
        """Return the number and the chain of this device's last row."""
        row = self._connection.execute(
            "SELECT seq, chain FROM trace WHERE device = ? ORDER BY seq DESC LIMIT 1",
            (self.device,),
        ).fetchone()
        return (0, b"") if row is None else (row[0], row[1])


def as_text(value: Any) -> str:
    """Return a value as the trace keeps it: JSON, dates as ISO text, an attached file as a hash."""
    return json.dumps(value, default=_plain, sort_keys=True)


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case bytes():
            return f"sha256:{hashlib.sha256(value).hexdigest()}"
    return str(value)


def salted(salt: bytes, text: str) -> bytes:
    """Return the hash that stands for a value."""
    return hashlib.sha256(salt + text.encode()).digest()


def link(chain: bytes, row: Iterable[Any]) -> bytes:
    """Return the chain after this row, given the chain before it."""
    plain = [value.hex() if isinstance(value, bytes) else value for value in row]
    return hashlib.sha256(chain + json.dumps(plain).encode()).digest()


def verify(connection: Connection) -> list[str]:
    """Return what is wrong with the trace, in plain words; nothing when every chain holds."""
    problems = []
    purged = {
        row[0] for row in connection.execute("SELECT record FROM trace WHERE action = 'purge'")
    }
    device, seq, chain = "", 0, b""
    for row in connection.execute(
        f'SELECT {COLUMNS}, chain, salt, "before", "after", record '
        "FROM trace LEFT JOIN trace_value USING (device, seq) ORDER BY device, seq"
    ):
        if row["device"] != device:
            device, seq, chain = row["device"], 0, b""
        where = f"Entry {row['seq']} of device {device}"
        if row["seq"] != seq + 1:
            problems.append(f"{where}: entries before it are missing.")
        elif link(chain, tuple(row)[:11]) != row["chain"]:
            problems.append(f"{where} was changed, or the one before it was.")
        if not _values_hold(row, purged):
            problems.append(f"{where}: the values kept with it are not those it was written with.")
        seq, chain = row["seq"], row["chain"]
    return problems


def _values_hold(row: Row, purged: set[str]) -> bool:
    if row["salt"] is None:
        return row["before"] is None and row["after"] is None and row["record"] in purged
    return all(
        row[side] is not None and salted(row["salt"], row[side]) == row[f"{side}_hash"]
        for side in ("before", "after")
    )


def history(connection: Connection, record: str) -> list[Entry]:
    """Return everything the trace holds about a record, oldest first."""
    rows = connection.execute(
        f'SELECT {COLUMNS}, salt, "before", "after" '
        "FROM trace JOIN trace_value USING (device, seq) WHERE record = ? ORDER BY at, device, seq",
        (record,),
    )
    return [
        Entry(
            *(row["device"], row["seq"], row["change"], row["who"], row["at"]),
            *(row["action"], row["table_name"], row["field"]),
            before=json.loads(row["before"] or "null"),
            after=json.loads(row["after"] or "null"),
            purged=row["salt"] is None,
        )
        for row in rows
    ]
