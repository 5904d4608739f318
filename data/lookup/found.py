"""Who was found: the person, the family's case, why, and how sure that is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.store.driver import Connection

VERY_LIKELY: Final = "very likely the same person"
LIKELY: Final = "likely the same person"
PERHAPS: Final = "perhaps the same person"
ALIKE: Final = "only alike"


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
    external_id: str = ""
    why: str = ""
    """What fits and what doesn't, in words."""
    score: float = 0.0
    """Bits of evidence that it is the person asked for."""
    how_sure: str = ALIKE

    @classmethod
    def of(
        cls, person: Recorded, why: str = "", score: float = 0.0, how_sure: str = ALIKE
    ) -> Found:
        """Return somebody who is recorded as found, with what speaks for it where that is known."""
        return cls(
            person_id=person.id,
            name=person.name,
            born=date.fromisoformat(person.born) if person.born else None,
            case_id=person.case_id,
            reference=person.reference,
            family=person.case_family,
            stage=person.stage,
            is_open=bool(person.is_open),
            external_id=person.external_id,
            why=why,
            score=score,
            how_sure=how_sure,
        )

    @property
    def sure(self) -> bool:
        """Whether it says "very likely the same person"."""
        return self.how_sure == VERY_LIKELY


class Recorded(NamedTuple):
    """What is recorded of somebody who may be meant, for a look in full."""

    id: str = ""
    case_id: str = ""
    given: str = ""
    family: str = ""
    known_as: str = ""
    other_names: str = ""
    born: str = ""
    born_as_told: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    school: str = ""
    nhs_number: str = ""
    upn: str = ""
    external_id: str = ""
    in_family: str = ""
    reference: str = ""
    case_family: str = ""
    stage: str = ""
    is_open: int = 1

    @property
    def name(self) -> str:
        """The whole name, with the one they like in between."""
        known = f"“{self.known_as}”" if self.known_as else ""
        parts = [part for part in (self.given, known, self.family) if part]
        return " ".join(parts) or self.in_family or self.case_family


_COLUMNS: Final = (
    "given, family, known_as, other_names, coalesce(born, ''), born_as_told, address, postcode, "
    "phone, school, nhs_number, upn, external_id, in_family"
)
_CASE: Final = "reference, family_name, stage_words, is_open"


def recorded(connection: Connection, keys: Iterable[str]) -> dict[str, Recorded]:
    """Return what is recorded of people, by their keys; of a case without people, by its own."""
    wanted = list(keys)
    marks = ", ".join("?" * len(wanted))
    rows = connection.execute(
        f"SELECT id, people.case_id, {_COLUMNS}, {_CASE} FROM people "
        f"JOIN summaries ON summaries.case_id = people.case_id WHERE id IN ({marks})",
        wanted,
    )
    found = {row[0]: Recorded(*row) for row in rows}
    if rest := [key for key in wanted if key not in found]:
        empty = ", ".join(["''"] * len(_COLUMNS.split(", ")[:-1]))
        rows = connection.execute(
            f"SELECT case_id, case_id, {empty}, {_CASE} FROM summaries "
            f"WHERE case_id IN ({', '.join('?' * len(rest))})",
            rest,
        )
        found |= {row[0]: Recorded(*row) for row in rows}
    return found
