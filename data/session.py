"""SQLModel on top of the store: a session to write records with."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import sqlcipher3.dbapi2
from sqlalchemy import create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

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
