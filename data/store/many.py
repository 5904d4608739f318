"""Many rows of one table at once: for an import, which otherwise waits for the driver most.

Each value that is handed to the driver costs as much as storing it. So what all rows have in common
is handed over once, and a thousand rows or so are one statement.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from data.store.driver import Connection

VALUES: Final = 16_384
"""In one statement, of the 32,766 that SQLite takes: what it does meanwhile needs no Python."""

Blob = bytearray
"""Bytes as the driver takes them at once: of ``bytes`` it asks for a microsecond what they are."""
Statement = tuple[str, list[Any]]
"""What a connection executes, with its values."""


def execute(connection: Connection, statements: Iterable[Statement]) -> None:
    """Execute statements one after the other, inside the caller's transaction."""
    for statement, values in statements:
        connection.execute(statement, values)


def statements(
    table: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    same: Mapping[str, Any] | None = None,
) -> Iterator[Statement]:
    """Give what writes rows with a value for each column, and ``same`` in others of every row.

    A statement has 1, 2, 4, 8 … rows, so that a few serve any number of rows: to prepare one takes
    the driver as long as to execute it.
    """
    shared = dict(same or {})
    most = VALUES // len(columns)
    begin = 0
    while left := len(rows) - begin:
        number = 1 << min(left, most).bit_length() - 1
        some = rows[begin : begin + number]
        values = [*shared.values(), *chain.from_iterable(some)]
        yield _statement(table, (*shared,), (*columns,), number), values
        begin += number


@lru_cache(maxsize=128)
def _statement(table: str, same: tuple[str, ...], columns: tuple[str, ...], number: int) -> str:
    names = ", ".join(f'"{name}"' for name in (*same, *columns))
    alike = [f"?{at}" for at in range(1, len(same) + 1)]
    row = f"({', '.join([*alike, *'?' * len(columns)])})"
    return f"INSERT INTO {table} ({names}) VALUES {', '.join([row] * number)}"
