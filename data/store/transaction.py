"""All of it, or none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.store.driver import Connection

T = TypeVar("T")


def in_transaction(connection: Connection, work: Callable[[Connection], T]) -> T:
    """Do the work and commit it, or leave everything as it was.

    The lock is asked for at the start, where SQLite waits for another writer, instead of in the
    middle, where it would give up.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = work(connection)
        connection.execute("COMMIT")
    finally:
        # Some errors, a full disk for one, have rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return result
