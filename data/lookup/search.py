"""Looking people up by name and date of birth, in the index of names, through the driver alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from data.lookup.folding import fold

if TYPE_CHECKING:
    from data.store.driver import Connection

LIKE_SIGNS = str.maketrans({"%": r"\%", "_": r"\_", "\\": r"\\"})


class Found(NamedTuple):
    """A person in the record of a family."""

    person_id: str
    name: str
    born: date | None
    case_id: str
    reference: str
    family: str
    stage: str
    """The stage of the case, in its procedure's words."""
    is_open: bool


def search(
    connection: Connection, words: str, born: date | None = None, *, limit: int = 50
) -> list[Found]:
    """Return the people in whose names every word begins a word, open cases first, by name.

    Accents, signs and capitals do not count: "oconnor" finds O'Connor, "luk" finds Łukasik. With
    ``born`` only people of that date of birth. Nothing is found by nothing.
    """
    beginnings = [f"% {word.translate(LIKE_SIGNS)}%" for word in fold(words).split()]
    conditions = [r"' ' || folded LIKE ? ESCAPE '\'"] * len(beginnings)
    values = list(beginnings)
    if born is not None:
        conditions.append("born = ?")
        values.append(born.isoformat())
    if not conditions:
        return []
    rows = connection.execute(
        "SELECT person_id, name, born, case_id, reference, family_name, stage_words, is_open "
        f"FROM names JOIN summaries USING (case_id) WHERE {' AND '.join(conditions)} "
        "ORDER BY is_open DESC, folded, person_id LIMIT ?",
        (*values, limit),
    )
    return [
        Found(
            person_id=row["person_id"],
            name=row["name"],
            born=date.fromisoformat(row["born"]) if row["born"] else None,
            case_id=row["case_id"],
            reference=row["reference"],
            family=row["family_name"],
            stage=row["stage_words"],
            is_open=bool(row["is_open"]),
        )
        for row in rows
    ]
