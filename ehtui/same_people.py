"""One person in two records, one family in two: who is asked about, and what is decided of it.

Nothing is ever copied or taken away: both records keep their history, and every decision is lifted
again as easily as it was made.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from data import rows, same_people
from data.lookup.folding import fold
from data.lookup.found import LIKELY, VERY_LIKELY, Recorded, recorded
from data.lookup.search import Found, search
from data.records.cases import Case, Note
from data.records.people import SamePerson
from ehtui.changes import ChangeSet
from ehtui.dates import show_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.store.driver import Connection

Verdict = Literal["same", "different"]
MOST: Final = 5
"""Look-alikes that one can compare at a glance."""


class Compared(NamedTuple):
    """One thing that is recorded of two people."""

    what: str
    one: str
    other: str

    @property
    def sign(self) -> str:
        """How the two compare: "=" the same, "≠" not, nothing where one of them is not known."""
        if not (self.one and self.other):
            return " "
        return "=" if fold(self.one) == fold(self.other) else "≠"


def look_alikes(connection: Connection, person_id: str, today: date) -> list[Found]:
    """Return who in other families is likely this person, and nothing was decided of it.

    Nobody where the record is carried on in another, or carries it on. KeyError when there is no
    such person.
    """
    me = recorded(connection, [person_id])[person_id]
    words = f"{me.given} {me.known_as} {me.family} {me.nhs_number}"
    born = date.fromisoformat(me.born) if me.born else None
    found = search(connection, words, born, limit=MOST, today=today, outside=me.case_id)
    settled = same_people.decided(connection, person_id)
    one_family = {
        same_people.carried_on_in(connection, me.case_id),
        *same_people.carried_on_here(connection, me.case_id),
    }
    return [
        one
        for one in found
        if one.how_sure in (VERY_LIKELY, LIKELY)
        if one.person_id not in {*settled, one.case_id} and one.reference not in one_family
    ]


def beside(connection: Connection, person_id: str) -> Found:
    """Return somebody as the look-up gives them, without why. KeyError for no such person."""
    return Found.of(recorded(connection, [person_id])[person_id])


def compared(one: Recorded, other: Recorded) -> list[Compared]:
    """Return what is recorded of two people, line by line, without what neither has."""
    lines = [
        Compared("Names", one.name, other.name),
        Compared("Other names", one.other_names, other.other_names),
        Compared("Born", _born(one), _born(other)),
        Compared("Address", one.address, other.address),
        Compared("Postcode", one.postcode, other.postcode),
        Compared("Phone", one.phone, other.phone),
        Compared("School", one.school, other.school),
        Compared("NHS number", one.nhs_number, other.nhs_number),
        Compared("UPN", one.upn, other.upn),
        Compared("In the family", one.in_family, other.in_family),
        Compared("Family", one.case_family, other.case_family),
    ]
    return [line for line in lines if line.one or line.other]


def _born(one: Recorded) -> str:
    return show_date(date.fromisoformat(one.born)) if one.born else one.born_as_told


def decide(
    case_id: str, person_id: str, others: Iterable[str], verdict: Verdict, why: str, today: date
) -> ChangeSet:
    """Return the change set that says whether somebody is each of these people."""
    changes = ChangeSet(case_id)
    for other_id in others:
        changes.new(
            SamePerson, person_id=person_id, other_id=other_id, verdict=verdict, why=why, on=today
        )
    return changes


def lift(connection: Connection, link: str, why: str, today: date) -> ChangeSet:
    """Return the change set that takes a decision back. KeyError when there is none such."""
    kept = rows.find(connection, SamePerson, link)
    if not isinstance(kept, SamePerson):
        raise KeyError(link)
    changes = ChangeSet(kept.case_id)
    changes.edit(kept, lifted=today, lifted_why=why)
    return changes


def carry_on(
    connection: Connection, case_id: str, in_case: str, why: str, by: str, today: date
) -> ChangeSet:
    """Return the change set by which another record carries a family on; a note says so.

    Raises ValueError, with the sentence to show, where the two would carry each other on.
    """
    case, other = _case(connection, case_id), _case(connection, in_case)
    if other.id == case.id:
        raise ValueError("This is the same record.")
    if other.continued_in:
        there = same_people.carried_on_in(connection, other.id)
        raise ValueError(f"{other.reference} is itself carried on in {there}: choose that one.")
    return _noted(case, other.id, f"Carried on in {other.reference}. {why}", by, today)


def take_apart(connection: Connection, case_id: str, why: str, by: str, today: date) -> ChangeSet:
    """Return the change set by which a record goes on by itself again; a note says so."""
    case = _case(connection, case_id)
    was_in = same_people.carried_on_in(connection, case_id)
    said = f"Goes on by itself, no longer in {was_in}. {why}"
    return _noted(case, "", said, by, today)


def _noted(case: Case, continued_in: str, said: str, by: str, today: date) -> ChangeSet:
    changes = ChangeSet(case.id)
    changes.edit(case, continued_in=continued_in)
    changes.new(Note, on=today, text=said.strip(), by=by)
    return changes


def _case(connection: Connection, case_id: str) -> Case:
    found = rows.find(connection, Case, case_id)
    if not isinstance(found, Case):
        raise KeyError(case_id)
    return found
