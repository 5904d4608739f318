"""SQLModel on top of the store: records out of a connection, and a session to write them with."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import sqlcipher3.dbapi2
from sqlalchemy import create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, select

from data.casefile import TABLES, CaseFile
from data.records.all import BY_TABLE
from data.records.cases import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from data.store.driver import Connection

_engines: WeakKeyDictionary[Connection, Engine] = WeakKeyDictionary()


class StoreDialect(SQLiteDialect_pysqlite):
    """SQLite, with the transactions left to the store, which begins and commits them itself."""

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: object) -> None:
        """Leave it to the store."""

    def do_commit(self, dbapi_connection: object) -> None:
        """Leave it to the store."""

    def do_rollback(self, dbapi_connection: object) -> None:
        """Leave it to the store."""


registry.register("store", __name__, StoreDialect.__name__)


@contextmanager
def session(connection: Connection) -> Iterator[Session]:
    """A session on a connection of the store, inside whatever transaction the store has begun."""
    if connection not in _engines:
        _engines[connection] = create_engine(
            "store://",
            module=sqlcipher3.dbapi2,
            creator=lambda: connection,
            poolclass=StaticPool,
        )
    with Session(_engines[connection], expire_on_commit=False, autoflush=False) as opened:
        yield opened


def case_file(opened: Session, case_id: str) -> CaseFile:
    """Return the whole record of one family. KeyError when there is none with this key."""
    case = opened.get(Case, case_id)
    if case is None:
        raise KeyError(case_id)
    lists: dict[str, list[Any]] = {}
    for table in TABLES:
        record: Any = BY_TABLE[table]
        rows = opened.exec(select(record).where(record.case_id == case_id).order_by(record.id))
        lists[table] = list(rows)
    return CaseFile(case, **lists)
