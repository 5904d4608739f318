"""Families, one line each: found by anything that finds one of their people; open cases first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.lookup.search import search

if TYPE_CHECKING:
    from datetime import date

    from data.store.driver import Connection

LINE = "SELECT case_id, reference, family_name, initials, stage_words, lead, is_open FROM summaries"
ORDER = "ORDER BY is_open DESC, family_name, case_id LIMIT ?"


class Family(NamedTuple):
    """One case, open or closed."""

    case_id: str
    reference: str
    family: str
    initials: str
    stage: str
    lead: str
    is_open: int
    """1 for an open case, 0 for a closed one."""


def families(
    connection: Connection, words: str, born: date | None = None, *, limit: int = 100
) -> list[Family]:
    """Return the families of whoever may be meant, the likeliest first.

    With ``born`` somebody has about that birthday too. Without anything typed: all of them by
    name, open ones first, to the limit.
    """
    if not words.strip() and born is None:
        rows = connection.execute(f"{LINE} {ORDER}", (limit,))
        return [Family(*row) for row in map(tuple, rows)]
    found = search(connection, words, born, limit=limit)
    wanted = list(dict.fromkeys(one.case_id for one in found))
    marks = ", ".join("?" * len(wanted))
    rows = connection.execute(f"{LINE} WHERE case_id IN ({marks})", wanted)
    lines = {row[0]: Family(*row) for row in map(tuple, rows)}
    return [lines[case_id] for case_id in wanted]
