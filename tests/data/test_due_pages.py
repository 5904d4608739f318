"""A page of what is due: the right rows, in order, by an index whatever the filter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from data import due
from data.due import Counts, DueDate, Summary, page, replace_rows

if TYPE_CHECKING:
    from data.store.driver import Connection
    from data.store.store import Store

TODAY = date(2026, 11, 22)
A_DAY = timedelta(days=1)


def row(days: int, kind: str = "action", who: str = "me", seen: int = -30) -> DueDate:
    """Something due so many days from today, worth seeing so many days from today."""
    day = TODAY + days * A_DAY
    return DueDate(kind, TODAY + seen * A_DAY, day, f"{kind} {days}", "because", who)


@pytest.fixture
def connection(store: Store) -> Connection:
    columns = store.reading().execute("PRAGMA table_info(cases)").fetchall()
    empty = {one["name"]: "" for one in columns if one["notnull"] and one["type"] == "TEXT"}
    case = empty | {"id": "c", "version": 1, "reference": "000-000", "procedure_text_id": "t"}
    rows = [
        *(row(8), row(-3), row(0), row(7), row(40, seen=26)),
        *(row(-1, kind="meeting"), row(2, who="school nurse"), row(3, "meeting", "school nurse")),
    ]

    def work(connection: Connection) -> None:
        connection.execute(
            "INSERT INTO procedure_texts (id, version, procedure_id, procedure_version, text) "
            "VALUES ('t', 1, 'a', '1', '')"
        )
        marks = ", ".join("?" * len(case))
        connection.execute(
            f"INSERT INTO cases ({', '.join(case)}) VALUES ({marks})", tuple(case.values())
        )
        summary = Summary("c", "000-000", "Bello", "B", "plan", "Plan", True, "me", "1:t")
        replace_rows(connection, summary, rows)

    store.write(work).result()
    return store.reading()


def days(rows: list[due.DueRow]) -> list[int]:
    return [(one.due - TODAY).days for one in rows]


def test_what_is_worth_seeing_comes_soonest_first(connection: Connection) -> None:
    assert days(page(connection, TODAY)) == [-3, -1, 0, 2, 3, 7, 8]
    assert days(page(connection, TODAY + 26 * A_DAY))[-1] == 40


def test_within_takes_what_is_not_worth_seeing_yet(connection: Connection) -> None:
    assert days(page(connection, TODAY, within_days=0)) == [-3, -1, 0]
    assert days(page(connection, TODAY, within_days=40))[-2:] == [8, 40]


def test_filters_go_together(connection: Connection) -> None:
    assert days(page(connection, TODAY, kind="meeting")) == [-1, 3]
    assert days(page(connection, TODAY, who="school nurse")) == [2, 3]
    assert days(page(connection, TODAY, kind="meeting", who="school nurse")) == [3]
    assert page(connection, TODAY, kind="meeting", who="nobody") == []


def test_pages_follow_each_other(connection: Connection) -> None:
    pages = [page(connection, TODAY, limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [days(one) for one in pages] == [[-3, -1, 0], [2, 3, 7], [8], []]


def test_counts_agree_with_the_pages(connection: Connection) -> None:
    assert due.counts(connection, TODAY) == Counts(overdue=2, soon=4, later=1)
    assert due.counts(connection, TODAY, kind="meeting") == Counts(1, 1, 0)
    assert due.kinds(connection) == ["action", "meeting"]
    assert due.responsible(connection) == ["me", "school nurse"]
    assert due.open_cases(connection) == 1


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        ({}, "ix_due_date"),
        ({"within_days": 14}, "ix_due_date"),
        ({"kind": "action"}, "ix_due_kind"),
        ({"who": "me"}, "ix_due_who"),
        ({"kind": "action", "who": "me"}, "ix_due_kind_who"),
    ],
)
def test_every_filter_has_its_index_and_nothing_is_sorted(
    connection: Connection, filters: dict[str, object], index: str
) -> None:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    page(connection, TODAY, **filters)  # type: ignore[arg-type]
    connection.set_trace_callback(None)
    plan = [one["detail"] for one in connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]
    assert any(index in step.split() for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan)
