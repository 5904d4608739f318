"""SQLCipher's driver with the types of the standard library's, and one way to connect."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    # The driver ships no types; it is built from the same source as this.
    import sqlite3 as dbapi2
    from pathlib import Path
else:
    from sqlcipher3 import dbapi2

__all__ = ["Connection", "Row", "connect", "dbapi2"]

Row = dbapi2.Row

BUSY_MILLISECONDS = 10_000


def address(path: Path) -> str:
    """Return the path as SQLite takes it: a network share's server has to look like a folder."""
    name = path.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(os.fsencode(name), safe='/:')}"


class Connection(dbapi2.Connection):
    """A connection that can be referred to weakly: a thread that ends takes its own along."""


def connect(path: Path, raw_key: str | None, mode: str = "mode=rw") -> Connection:
    """Connect and read once, which is when a wrong key shows; no file is ever made.

    ``raw_key`` is the derived key and the salt in hexadecimal, or None for a file that is not
    encrypted. ``mode`` is that of SQLite's file addresses.

    The thread check is off for one reason: closing the store closes the readers of every thread.
    SQLite is built serialised, and each connection is used by the thread that made it.
    """
    connection = dbapi2.connect(
        f"{address(path)}?{mode}",
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )
    connection.row_factory = Row
    try:
        # Before the key: a wrong one would be reported on stderr, over the screen.
        connection.execute("PRAGMA cipher_log_level = NONE")
        if raw_key is not None:
            connection.execute(f"PRAGMA key = \"x'{raw_key}'\"")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.Error:
        connection.close()
        raise
    return connection
