"""The kept rows of due dates, and the one line that stands for each case; read a page at a time."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.store.driver import Connection


A_WEEK = timedelta(days=7)
DUE_COLUMNS = 'kind, shown_from, due, what, why, who, section, record, "at"'
"""A due date's own columns, in the order of `DueDate`."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """Something due in one case; free of today."""

    kind: str
    """A key of the dashboard's filter: plan, meeting, action, consent, voice, copies, call …"""
    shown_from: date
    """The day from which it is worth seeing."""
    due: date
    what: str
    why: str
    who: str
    section: str = ""
    """The section of the case where it is done."""
    record: str = ""
    """The record to open there."""
    at: str = ""
    """The wall-clock time, where there is one."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """A due date as the dashboard shows it, with the case it belongs to."""

    case_id: str
    reference: str
    family: str
    initials: str
    kind: str
    due: date
    what: str
    why: str
    who: str
    section: str
    record: str
    at: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One line about a case."""

    case_id: str
    reference: str
    family_name: str
    initials: str
    stage: str
    stage_words: str
    is_open: bool
    lead: str
    rules: str
    """The fingerprint of rules and procedure that its due rows were made with."""


class Counts(NamedTuple):
    """How much is due: past its day, within the next seven days, and after them."""

    overdue: int
    soon: int
    later: int


def page(
    connection: Connection,
    today: date,
    *,
    within_days: int | None = None,
    kind: str | None = None,
    who: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> list[DueRow]:
    """Return a page of what is due, soonest first.

    Without ``within_days``: what is worth seeing today. With it: everything due by then, seen
    already or not. There is an index for each pair of filters; none of them reads the whole table.
    """
    where, values = _filtered(today, within_days, kind, who)
    rows = connection.execute(
        "SELECT case_id, reference, family_name, initials, kind, due, what, why, who, section, "
        f'record, "at" FROM due JOIN summaries USING (case_id) WHERE {where} '
        "ORDER BY due, id LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [_due_row(tuple(row)) for row in rows]


def _due_row(kept: tuple[str, ...]) -> DueRow:
    values: list[Any] = list(kept)
    values[5] = date.fromisoformat(kept[5])
    return DueRow(*values)


def rows_of(connection: Connection, case_id: str) -> list[DueDate]:
    """Return the rows kept for one case, soonest first."""
    rows = connection.execute(
        f"SELECT {DUE_COLUMNS} FROM due WHERE case_id = ? ORDER BY due, id",
        (case_id,),
    )
    return [
        DueDate(row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]), *row[3:])
        for row in map(tuple, rows)
    ]


def counts(
    connection: Connection, today: date, *, kind: str | None = None, who: str | None = None
) -> Counts:
    """Return how many rows are overdue, due in the next seven days and due later."""
    where, values = _filtered(today, None, kind, who)
    row = connection.execute(
        "SELECT count(*) FILTER (WHERE due < ?), count(*) FILTER (WHERE due >= ? AND due <= ?), "
        f"count(*) FILTER (WHERE due > ?) FROM due WHERE {where}",
        (*map(date.isoformat, (today, today, today + A_WEEK, today + A_WEEK)), *values),
    ).fetchone()
    return Counts(*row)


def kinds(connection: Connection) -> list[str]:
    """Return the kinds of which something is due."""
    return [row[0] for row in connection.execute("SELECT DISTINCT kind FROM due ORDER BY kind")]


def responsible(connection: Connection) -> list[str]:
    """Return everybody who has something to do."""
    found = connection.execute("SELECT DISTINCT who FROM due WHERE who > '' ORDER BY who")
    return [row[0] for row in found]


def open_cases(connection: Connection) -> int:
    """Return the number of open cases."""
    found = connection.execute("SELECT count(*) FROM summaries WHERE is_open = 1").fetchone()
    return int(found[0])


def _filtered(
    today: date, within_days: int | None, kind: str | None, who: str | None
) -> tuple[str, list[str]]:
    if within_days is None:
        conditions = {"shown_from <= ?": today.isoformat()}
    else:
        conditions = {"due <= ?": (today + timedelta(days=within_days)).isoformat()}
    if kind is not None:
        conditions["kind = ?"] = kind
    if who is not None:
        conditions["who = ?"] = who
    return " AND ".join(conditions), list(conditions.values())


def replace_rows(connection: Connection, summary: Summary, rows: Iterable[DueDate]) -> None:
    """Put a case's line and due rows in place of those kept before.

    Only what is different is written: most saves change no date, and each row lies in five indexes.
    """
    line = astuple(summary)
    cursor = connection.cursor()
    cursor.row_factory = None  # tuples, to be compared with ours
    kept = cursor.execute("SELECT * FROM summaries WHERE case_id = ?", (summary.case_id,))
    if kept.fetchone() != line:
        marks = ", ".join("?" * len(line))
        connection.execute(f"INSERT OR REPLACE INTO summaries VALUES ({marks})", line)
    wanted = dict.fromkeys(map(_values, rows), True)
    for row_id, *values in cursor.execute(
        f"SELECT id, {DUE_COLUMNS} FROM due WHERE case_id = ?", (summary.case_id,)
    ).fetchall():
        if not wanted.pop(tuple(values), False):
            connection.execute("DELETE FROM due WHERE id = ?", (row_id,))
    connection.executemany(
        f"INSERT INTO due (case_id, {DUE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(summary.case_id, *values) for values in wanted],
    )


def _values(row: DueDate) -> tuple[str, ...]:
    days = (row.shown_from.isoformat(), row.due.isoformat())
    return (row.kind, *days, row.what, row.why, row.who, row.section, row.record, row.at)
