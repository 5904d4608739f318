"""People who stand in two families' records: what was decided of each pair, and who looks alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from data.store.driver import Connection

BOTH_WAYS: Final = (
    "SELECT id, person_id AS one, other_id AS other, verdict FROM same_people WHERE lifted IS NULL "
    "UNION ALL "
    "SELECT id, other_id, person_id, verdict FROM same_people WHERE lifted IS NULL"
)
ALIKE: Final = (
    "one.born = other.born AND (one.given = other.given COLLATE NOCASE "
    "OR one.family = other.family COLLATE NOCASE)",
    "one.nhs_number = other.nhs_number AND one.nhs_number <> ''",
    "one.upn = other.upn AND one.upn <> ''",
)
"""Looking alike, for a list over everybody: the birthday and one name, or a number of their own."""


class Elsewhere(NamedTuple):
    """Somebody of one family who stands in another's record, too."""

    link: str
    """The key of the decision."""
    person_id: str
    other_id: str
    case_id: str
    """The other family's case."""
    reference: str
    family: str


class Pair(NamedTuple):
    """Two people of two families who look alike, and of whom nothing was decided."""

    one: str
    other: str
    case_id: str
    """The case of the one that was entered later."""


def decided(connection: Connection, person_id: str) -> set[str]:
    """Return the keys of the people of whom it stands whether they are this one."""
    rows = connection.execute(f"SELECT other FROM ({BOTH_WAYS}) WHERE one = ?", (person_id,))
    return {other for (other,) in rows}


def elsewhere(connection: Connection, case_id: str) -> list[Elsewhere]:
    """Return who of a family is linked to somebody in another record, in the order of entry."""
    rows = connection.execute(
        "SELECT pairs.id, pairs.one, pairs.other, cases.id, reference, family_name "
        f"FROM ({BOTH_WAYS}) AS pairs JOIN people AS mine ON mine.id = pairs.one "
        "JOIN people AS theirs ON theirs.id = pairs.other JOIN cases ON cases.id = theirs.case_id "
        "WHERE mine.case_id = ? AND verdict = 'same' ORDER BY pairs.id",
        (case_id,),
    )
    return [Elsewhere(*row) for row in rows]


def carried_on_here(connection: Connection, case_id: str) -> list[str]:
    """Return the references of the records that this one carries on."""
    rows = connection.execute(
        "SELECT reference FROM cases WHERE continued_in = ? ORDER BY id", (case_id,)
    )
    return [reference for (reference,) in rows]


def carried_on_in(connection: Connection, case_id: str) -> str:
    """Return the reference of the record that carries a case on, empty where none does."""
    row = connection.execute(
        "SELECT other.reference FROM cases JOIN cases AS other ON other.id = cases.continued_in "
        "WHERE cases.id = ?",
        (case_id,),
    ).fetchone()
    return str(row[0]) if row else ""


def undecided(connection: Connection, limit: int) -> list[Pair]:
    """Return pairs of people of two families who look alike, the last entered first.

    Records of which one carries on the other are one family's.
    """
    found = " UNION ".join(
        "SELECT one.id AS later, other.id AS earlier, one.case_id AS case_id "
        "FROM people AS one JOIN people AS other "
        f"ON other.id < one.id AND other.case_id <> one.case_id AND {alike} "
        for alike in ALIKE
    )
    rows = connection.execute(
        f"SELECT later, earlier, pairs.case_id FROM ({found}) AS pairs "
        "JOIN people AS them ON them.id = earlier "
        "JOIN cases AS mine ON mine.id = pairs.case_id JOIN cases AS theirs "
        "ON theirs.id = them.case_id "
        "WHERE mine.continued_in <> theirs.id AND theirs.continued_in <> mine.id "
        f"AND NOT EXISTS (SELECT 1 FROM ({BOTH_WAYS}) WHERE one = later AND other = earlier) "
        "ORDER BY later DESC, earlier LIMIT ?",
        (limit,),
    )
    return [Pair(*row) for row in rows]
