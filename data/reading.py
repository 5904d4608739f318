"""Reading a case: its rows through the driver, made into records without a session.

Every save reads the case anew to work out what follows from it, so this is on the way of every save:
a session's own loading takes about five times as long (benchmarks/).
"""

from __future__ import annotations

import typing
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import configure_mappers
from sqlalchemy.orm.instrumentation import manager_of_class

from data.casefile import TABLES, CaseFile
from data.records.all import BY_TABLE
from data.records.cases import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from data.records.base import Record
    from data.store.driver import Connection

READERS: Mapping[type, Callable[[Any], Any]] = {date: date.fromisoformat, bool: bool}
"""How a kept value becomes one of a record, where it is not the same."""


def case_file(connection: Connection, case_id: str) -> CaseFile:
    """Return the whole record of one family. KeyError when there is none with this key."""
    found = _records(connection, Case, "id", case_id)
    if not found:
        raise KeyError(case_id)
    lists = {table: _records(connection, BY_TABLE[table], "case_id", case_id) for table in TABLES}
    return CaseFile(found[0], **lists)


def _records(connection: Connection, record: type[Record], column: str, key: str) -> list[Any]:
    names, readers = _shape(record)
    columns = ", ".join(f'"{name}"' for name in names)
    rows = connection.execute(
        f'SELECT {columns} FROM {record.__tablename__} WHERE "{column}" = ? ORDER BY id', (key,)
    )
    return [_made(record, names, readers, row) for row in rows]


def _made(
    record: type[Record],
    names: tuple[str, ...],
    readers: Mapping[str, Callable[[Any], Any]],
    row: Any,
) -> Record:
    values = dict(zip(names, row, strict=True))
    for name, read in readers.items():
        if values[name] is not None:
            values[name] = read(values[name])
    made: Record = manager_of_class(record).new_instance()
    made.__dict__.update(values)
    return made


@cache
def _shape(record: type[Record]) -> tuple[tuple[str, ...], Mapping[str, Callable[[Any], Any]]]:
    """The columns of a record, and those whose kept value has to be read."""
    configure_mappers()
    hints = typing.get_type_hints(record)
    readers = {}
    for name in record.model_fields:
        kinds = typing.get_args(hints[name]) or (hints[name],)
        for kind in kinds:
            if kind in READERS:
                readers[name] = READERS[kind]
    return tuple(record.model_fields), readers
