"""Many rows of one table at once: for an import, which otherwise waits for the driver most.

Each value that is handed to the driver costs as much as storing it. So what all rows have in common
is handed over once, and a thousand rows or so are one statement.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.store.driver import Connection

VALUES: Final = 12_000
"""In one statement, of the 32,766 that SQLite takes: what it does meanwhile needs no Python."""


def insert(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    same: Mapping[str, Any] | None = None,
) -> None:
    """Write rows with a value for each column, and ``same`` in further ones of every row.

    Inside the caller's transaction.
    """
    shared = dict(same or {})
    names = ", ".join(f'"{name}"' for name in (*shared, *columns))
    alike = [f"?{at}" for at in range(1, len(shared) + 1)]
    left = iter(rows)
    statement, long = "", 0
    while some := list(islice(left, VALUES // len(columns))):
        if len(some) != long:
            long = len(some)
            marks = (f"({', '.join([*alike, *'?' * len(columns)])})" for _ in some)
            statement = f"INSERT INTO {table} ({names}) VALUES {', '.join(marks)}"
        connection.execute(statement, [*shared.values(), *chain.from_iterable(some)])
