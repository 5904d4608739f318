"""Who could belong to the team around the family and doesn't yet. Source: Newcastle 13."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.records.people import Agency, Person


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the family, or somebody from a service that works with it."""

    key: str
    """The person's key, or the service's."""
    name: str
    values: dict[str, Any]
    """What their entry in the team begins with."""


def candidates(file: CaseFile) -> list[Candidate]:
    """Return everybody who could join: the family first, then the services; unborn children not."""
    people = [one for one in file.people if not one.is_unborn and not _in_team(file, one.id)]
    services = [one for one in file.agencies if not _in_team(file, one.id)]
    return [*map(_of_family, people), *map(_of_service, services)]


def family_outside(file: CaseFile) -> list[Person]:
    """Return those who live in the home or hold parental responsibility and are not in the team.

    Whoever it is unsafe to contact is not named. Source: Newcastle 13.1.
    """
    holders = {one.person_id for one in file.relationships if one.parental_responsibility}
    return [
        one
        for one in file.people
        if (lives_there(one) or one.id in holders) and not one.is_unborn and not one.unsafe
        if not _in_team(file, one.id)
    ]


def lives_there(person: Person) -> bool:
    """Return whether somebody lives in the home: a child of the family does unless it is denied."""
    return bool(person.lives_in_home) or (person.is_child and person.lives_in_home is None)


def _in_team(file: CaseFile, key: str) -> bool:
    return any(key in (one.person_id, one.agency_id) and not one.until for one in file.members)


def _of_family(person: Person) -> Candidate:
    values = {"person_id": person.id, "name": person.called, "role": person.in_family}
    return Candidate(person.id, person.full_name, values)


def _of_service(agency: Agency) -> Candidate:
    values = {
        "agency_id": agency.id,
        "name": agency.worker or agency.role or agency.name,
        "role": agency.role,
        "phone": agency.phone,
        "email": agency.email,
        "part": agency.doing,
    }
    return Candidate(agency.id, ", ".join(filter(None, (agency.name, agency.worker))), values)
