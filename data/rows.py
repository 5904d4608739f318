"""Records out of the store's tables and into them, through the driver alone.

Every save reads the whole case anew to work out what follows from it. An ORM session takes about
five times as long for that (docs/benchmarks.md), and would bring a second notion of a transaction.
"""

from __future__ import annotations

import typing
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import configure_mappers

from data.casefile import TABLES, CaseFile
from data.records.all import BY_TABLE
from data.records.base import as_read
from data.records.cases import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from data.records.base import Record
    from data.store.driver import Connection

READERS: Mapping[type, Callable[[Any], Any]] = {date: date.fromisoformat, bool: bool}
"""How a kept value becomes one of a record, where it is not the same."""


_FILLED = " UNION ALL ".join(
    f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table} WHERE case_id = ?1)" for table in TABLES
)
"""Which tables hold anything of a case: most are empty for most, and are then not read at all."""


def case_file(connection: Connection, case_id: str) -> CaseFile:
    """Return the whole record of one family. KeyError when there is none with this key."""
    found = _records(connection, Case, "id", case_id)
    if not found:
        raise KeyError(case_id)
    lists = {
        table: _records(connection, BY_TABLE[table], "case_id", case_id)
        for (table,) in connection.execute(_FILLED, (case_id,)).fetchall()
    }
    return CaseFile(found[0], **lists)


def find(connection: Connection, record: type[Record], record_id: str) -> Record | None:
    """Return the record with this key, or None."""
    found = _records(connection, record, "id", record_id)
    return found[0] if found else None


def insert(connection: Connection, record: type[Record], values: Mapping[str, Any]) -> None:
    """Write a new row, inside the caller's transaction."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.execute(
        f"INSERT INTO {record.__tablename__} ({names}) VALUES ({marks})",
        [_kept(value) for value in values.values()],
    )


def update(
    connection: Connection, record: type[Record], record_id: str, values: Mapping[str, Any]
) -> None:
    """Write some columns of a row anew, inside the caller's transaction."""
    columns = ", ".join(f'"{name}" = ?' for name in values)
    connection.execute(
        f"UPDATE {record.__tablename__} SET {columns} WHERE id = ?",
        [*map(_kept, values.values()), record_id],
    )


def delete(connection: Connection, record: type[Record], record_id: str) -> None:
    """Take a row away, inside the caller's transaction."""
    connection.execute(f"DELETE FROM {record.__tablename__} WHERE id = ?", (record_id,))


@cache
def places() -> dict[str, int]:
    """Return the tables' places in an order in which each comes after those it names.

    Rows are written in it: while one waits for its parent, SQLite looks through whole tables.
    """
    return {table.name: at for at, table in enumerate(Case.metadata.sorted_tables)}


@cache
def links(record: type[Record]) -> dict[str, type[Record]]:
    """Return what kind of row each link of a record names, by the name of its field."""
    keys = Case.metadata.tables[str(record.__tablename__)].foreign_keys
    return {key.parent.name: BY_TABLE[key.column.table.name] for key in keys}


def holds(connection: Connection, record: type[Record], record_id: str) -> bool:
    """Return whether there is a row with this key."""
    asked = f"SELECT 1 FROM {record.__tablename__} WHERE id = ?"
    return connection.execute(asked, (record_id,)).fetchone() is not None


def naming(connection: Connection, record: type[Record], record_id: str) -> list[type[Record]]:
    """Return the kinds of rows that name this one."""
    found = []
    for other in BY_TABLE.values():
        names = [name for name, named in links(other).items() if named is record]
        where = " OR ".join(f'"{name}" = ?1' for name in names)
        asked = f"SELECT 1 FROM {other.__tablename__} WHERE {where}"
        if names and connection.execute(asked, (record_id,)).fetchone():
            found.append(other)
    return found


def _kept(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _records(connection: Connection, record: type[Record], column: str, key: str) -> list[Any]:
    names, readers, columns = _shape(record)
    cursor = connection.cursor()
    cursor.row_factory = None  # a tuple is what is quickest made and taken apart
    cursor.execute(
        f'SELECT {columns} FROM {record.__tablename__} WHERE "{column}" = ? ORDER BY id', (key,)
    )
    records = []
    for row in cursor.fetchall():
        values = dict(zip(names, row, strict=True))
        for name, read in readers:
            if (kept := values[name]) is not None:
                values[name] = read(kept)
        records.append(as_read(record, values))
    return records


@cache
def _shape(
    record: type[Record],
) -> tuple[tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...], str]:
    """The fields of a record, those whose kept value has to be read, and all as SQL names them."""
    configure_mappers()
    hints = typing.get_type_hints(record)
    readers = {}
    for name in record.model_fields:
        kinds = typing.get_args(hints[name]) or (hints[name],)
        for kind in kinds:
            if kind in READERS:
                readers[name] = READERS[kind]
    columns = ", ".join(f'"{name}"' for name in record.model_fields)
    return tuple(record.model_fields), tuple(readers.items()), columns
