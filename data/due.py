"""The kept rows of due dates, and the one line that stands for each case; read a page at a time."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.store.driver import Connection


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


def replace_rows(connection: Connection, summary: Summary, rows: Iterable[DueDate]) -> None:
    """Put a case's line and due rows in place of those kept before."""
    marks = ", ".join("?" * 9)
    connection.execute(f"INSERT OR REPLACE INTO summaries VALUES ({marks})", astuple(summary))
    connection.execute("DELETE FROM due WHERE case_id = ?", (summary.case_id,))
    connection.executemany(
        'INSERT INTO due (case_id, kind, shown_from, due, "at", what, why, who, section, record) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                summary.case_id,
                row.kind,
                row.shown_from.isoformat(),
                row.due.isoformat(),
                row.at,
                row.what,
                row.why,
                row.who,
                row.section,
                row.record,
            )
            for row in rows
        ],
    )


def page(
    connection: Connection,
    today: date,
    *,
    until: date | None = None,
    kind: str | None = None,
    who: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> list[DueRow]:
    """Return a page of what is worth seeing today, the longest overdue first.

    ``until`` leaves out what is due later. Every filter has its index, so that a page takes as long
    among ten thousand families as among a hundred.
    """
    wanted = {"due.kind = ?": kind, "due.who = ?": who}
    given = {clause: value for clause, value in wanted.items() if value is not None}
    clauses = [*given, "due.shown_from <= ?"]
    values = [*given.values(), today.isoformat()]
    if until is not None:
        clauses.append("due.due <= ?")
        values.append(until.isoformat())
    rows = connection.execute(
        "SELECT case_id, reference, family_name, initials, kind, due, what, why, who, section, "
        'record, "at" FROM due JOIN summaries USING (case_id) '
        f"WHERE {' AND '.join(clauses)} ORDER BY due.due, due.id LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [DueRow(*row[:5], date.fromisoformat(row[5]), *row[6:]) for row in map(tuple, rows)]
