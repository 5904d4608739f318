"""The people of the family, how they belong together, and the services that work with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from data.codes.lists import words
from data.records.people import Agency, Person, Relationship
from ehtui.dates import age_on, show_date
from ehtui.today import today
from screens.rows import RowKind, RowsScreen

if TYPE_CHECKING:
    from ehtui.opening import OpenCase


def _person(_opened: OpenCase, person: Person) -> str:
    if person.is_unborn:
        due = f"due {show_date(person.expected)}" if person.expected else "due date not known"
        return f"{person.called}  unborn, {due}"
    age = f"{age_on(person.born, today())}" if person.born else person.born_as_told
    return f"{person.full_name}  {age}  {person.in_family}"


def _relationship(opened: OpenCase, row: Relationship) -> str:
    responsible = ", parental responsibility" if row.parental_responsibility else ""
    name = opened.file.name
    kind = words("relationship", row.kind) if row.kind else "?"
    return f"{name(row.person_id)}: {kind} of {name(row.child_id)}{responsible}"


def _agency(opened: OpenCase, row: Agency) -> str:
    who = " ".join(part for part in (row.worker, opened.file.name(row.with_id)) if part)
    return f"{row.name}  {who}{'' if row.involved else '  (not involved)'}"


def _same_home(opened: OpenCase) -> dict[str, Any]:
    first = next((one for one in opened.file.people if one.lives_in_home), None)
    return {"family": opened.file.case.family_name, "address": first.address if first else ""}


class PeopleScreen(RowsScreen):
    """Everybody in the family and everybody who works with it."""

    SECTION = "people"
    TITLE = "People and services"
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Person, "People", _person, defaults=_same_home),
        RowKind(Relationship, "Who belongs to whom", _relationship),
        RowKind(
            Agency, "Services, schools, others", _agency, defaults=lambda _: {"involved": True}
        ),
    )
