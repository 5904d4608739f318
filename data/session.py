"""SQLModel on top of the store: records out of a connection, and a session to write them with."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, select

from data.casefile import TABLES, CaseFile
from data.records.all import BY_TABLE
from data.records.cases import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection


@contextmanager
def session(connection: Connection) -> Iterator[Session]:
    """A session on a connection of the store; the store's own transaction begins and commits."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
    )
    with Session(engine, expire_on_commit=False, autoflush=False) as opened:
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
