"""The index of a file that an older version wrote: made before anybody is looked up in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.store.store import Store


def complete(store: Store) -> None:
    """Make the index if there is none and somebody is recorded. Raises a StoreError."""
    connection = store.reading()
    if connection.execute("SELECT 1 FROM lookup_people LIMIT 1").fetchone() is not None:
        return
    if connection.execute("SELECT 1 FROM cases LIMIT 1").fetchone() is not None:
        from data.lookup.index import rebuild  # with the tables of names that it is made from

        store.write(rebuild).result()
