"""Families, one line each: found by a name, a birthday or the reference; open cases first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.lookup.folding import fold
from data.lookup.search import LIKE_SIGNS

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
    """Return the families in which one person has every word, or whose reference begins so.

    With ``born`` somebody has that birthday too. Without anything typed: all of them, to the limit.
    """
    conditions, values = [], []
    for word in fold(words).split():
        conditions.append(r"' ' || folded LIKE ? ESCAPE '\'")
        values.append(f"% {word.translate(LIKE_SIGNS)}%")
    if born is not None:
        conditions.append("born = ?")
        values.append(born.isoformat())
    alternatives = []
    if conditions:
        names = f"SELECT case_id FROM names WHERE {' AND '.join(conditions)}"
        alternatives.append(f"case_id IN ({names})")
    if words.strip() and born is None:
        plain = words.strip().upper().translate(LIKE_SIGNS)
        for reference in ("reference", "replace(reference, '-', '')"):
            alternatives.append(rf"{reference} LIKE ? ESCAPE '\'")
            values.append(f"{plain}%")
    where = f"WHERE {' OR '.join(alternatives)}" if alternatives else ""
    return _lines(connection, f"{LINE} {where} {ORDER}", [*values, str(limit)])


def _lines(connection: Connection, query: str, values: list[str]) -> list[Family]:
    rows = connection.execute(query, values)
    return [Family(*row) for row in map(tuple, rows)]
