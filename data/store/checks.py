"""Whether a file is whole: its pages, its tables, its references and its trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data import trace
from data.store.errors import StoreError, plainly

if TYPE_CHECKING:
    from data.store.driver import Connection
    from data.store.store import Store


def check(store: Store) -> list[str]:
    """Return what is wrong with the file, in plain words; nothing when it is sound."""
    try:
        with plainly(store.path):
            connection = store.reading()
            return faults(connection) + trace.verify(connection)
    except StoreError as error:
        return [str(error)]


def faults(connection: Connection) -> list[str]:
    """Return what is wrong with pages, tables and references. An unreadable file raises."""
    found = []
    pages = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    if pages:
        found.append(f"{pages} pages of the file were changed from outside: restore a backup.")
    for (fault,) in map(tuple, connection.execute("PRAGMA integrity_check")):
        if fault != "ok":
            found.append(f"The tables are damaged ({fault}): restore a backup.")
    for table, *_ in map(tuple, connection.execute("PRAGMA foreign_key_check")):
        found.append(f"A row of {table} belongs to a record that is not there.")
    return found
