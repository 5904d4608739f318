"""The list of what is due: the kept rows of every case, and what belongs to no family yet."""

from __future__ import annotations

from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from data import due
from data.due import A_WEEK, Counts, DueRow
from ehtui.familyless import familyless_due

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.due import DueDate
    from data.store.driver import Connection

NO_FAMILY = "no family yet"
AT_ONCE = 100
"""Kept rows read at a time."""


class DueList:
    """What is due in one file, seen from one day; the command and the dashboard both read it."""

    def __init__(self, connection: Connection, day: date) -> None:
        """Look now at what has no family; the kept rows are read when they are asked for."""
        self._connection = connection
        self._day = day
        self._familyless = familyless_due(connection)

    def rows(
        self, *, within_days: int | None = None, kind: str | None = None, who: str | None = None
    ) -> Iterator[DueRow]:
        """Give the rows, soonest first; what has no family comes first of its day.

        Without ``within_days``: what is worth seeing today. With it: everything due by then.
        """
        found = self._without_family(within_days, kind, who)
        return merge(found, self._kept(within_days, kind, who), key=attrgetter("due"))

    def first(self, limit: int, *, kind: str | None = None, who: str | None = None) -> list[DueRow]:
        """Return the first rows of what is worth seeing today."""
        return list(islice(self.rows(kind=kind, who=who), limit))

    def counts(self, *, kind: str | None = None, who: str | None = None) -> Counts:
        """Return how many rows are overdue, due in the next seven days and due later."""
        kept = due.counts(self._connection, self._day, kind=kind, who=who)
        here = [row.due for row in self._without_family(None, kind, who)]
        overdue = sum(one < self._day for one in here)
        later = sum(one > self._day + A_WEEK for one in here)
        soon = len(here) - overdue - later
        return Counts(kept.overdue + overdue, kept.soon + soon, kept.later + later)

    def kinds(self) -> list[str]:
        """Return the kinds of which something is due."""
        return sorted({*due.kinds(self._connection), *(one.kind for one in self._familyless)})

    def responsible(self) -> list[str]:
        """Return everybody who has something to do."""
        here = {one.who for one in self._familyless if one.who}
        return sorted({*due.responsible(self._connection), *here})

    def _kept(self, within_days: int | None, kind: str | None, who: str | None) -> Iterator[DueRow]:
        offset = 0
        while found := due.page(
            self._connection,
            self._day,
            within_days=within_days,
            kind=kind,
            who=who,
            limit=AT_ONCE,
            offset=offset,
        ):
            yield from found
            offset += AT_ONCE

    def _without_family(
        self, within_days: int | None, kind: str | None, who: str | None
    ) -> list[DueRow]:
        return [
            _row(one)
            for one in self._familyless
            if self._is_asked(one, within_days) and kind in (None, one.kind)
            if who in (None, one.who)
        ]

    def _is_asked(self, one: DueDate, within_days: int | None) -> bool:
        if within_days is None:
            return one.shown_from <= self._day
        return (one.due - self._day).days <= within_days


def _row(one: DueDate) -> DueRow:
    return DueRow(
        case_id="",
        reference="",
        family=NO_FAMILY,
        initials="",
        kind=one.kind,
        due=one.due,
        what=one.what,
        why=one.why,
        who=one.who,
        section=one.section,
        record=one.record,
        at=one.at,
    )
