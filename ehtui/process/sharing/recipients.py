"""Whom something could go to: a service, somebody of the family, the central log …"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from data.lookup.folding import fold

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.records.meetings import Attendance, Copy, Member
    from data.records.people import Agency, Person

RecipientKind = Literal["agency", "person", "central_log", "own_agency", "outsider"]


@dataclass(frozen=True, slots=True)
class Recipient:
    """One reader, however they were written down."""

    kind: RecipientKind
    name: str
    """What to call them on a screen."""
    id: str = ""
    """The key of the service or person; empty for the log, one's own agency and outsiders."""
    only: str = ""
    """The one subject for which they are there, a code of `subject`; empty: no such limit."""
    for_safety: bool = False
    """Whether it goes there because a child may be at risk of harm: no consent is asked then."""

    @classmethod
    def agency(cls, agency: Agency, name: str = "") -> Recipient:
        """Return a service as a recipient, called by its own name or by a worker's."""
        return cls("agency", name or agency.name or agency.worker or "a service", agency.id)

    @classmethod
    def person(cls, person: Person) -> Recipient:
        """Return somebody of the family as a recipient."""
        return cls("person", person.called, person.id)

    @classmethod
    def member(cls, file: CaseFile, member: Member, only: str = "") -> Recipient:
        """Return a team member: the person of the family, else the service they come from.

        Whoever belongs to neither is an outsider, whom no consent can name.
        """
        name = file.name(member.id, "a team member")
        if file.person(member.person_id):
            return cls("person", name, member.person_id or "", only)
        if file.agency(member.agency_id):
            return cls("agency", name, member.agency_id or "", only)
        return cls("outsider", name, only=only)

    @classmethod
    def attendance(cls, file: CaseFile, attendance: Attendance) -> Recipient:
        """Return somebody at a meeting, with the one subject they are there for."""
        only = attendance.only_subject
        if member := file.member(attendance.member_id):
            return cls.member(file, member, only)
        if person := file.person(attendance.person_id):
            return cls("person", person.called, person.id, only)
        return cls("outsider", attendance.name or "somebody", only=only)

    @classmethod
    def copy(cls, file: CaseFile, copy: Copy) -> Recipient:
        """Return whom a copy is for."""
        if member := file.member(copy.member_id):
            return cls.member(file, member)
        if person := file.person(copy.person_id):
            return cls.person(person)
        if agency := file.agency(copy.agency_id):
            return cls.agency(agency)
        return cls("outsider", copy.to or "somebody")

    @classmethod
    def central_log(cls, name: str = "the central log") -> Recipient:
        """Return the log kept at the centre: *store* governs it. Source: Newcastle 8."""
        return cls("central_log", name)

    @classmethod
    def own_agency(cls, name: str = "your own agency") -> Recipient:
        """Return the practitioner's own agency, whose notes never wait for consent (S6)."""
        return cls("own_agency", name)


def person_named(file: CaseFile, row: Attendance | Copy) -> str | None:
    """Return the key of whoever of the family a row names: by themselves, or in the team."""
    member = file.member(row.member_id)
    return row.person_id or (member.person_id if member else None)


def same_service(file: CaseFile, agency: Agency, named_id: str | None) -> bool:
    """Whether a key names this service, or the same one written down twice."""
    if named_id == agency.id:
        return True
    named = file.agency(named_id)
    return named is not None and service_key(named) == service_key(agency)


def service_key(agency: Agency) -> str:
    """Return what is the same for a service written down twice, however its name is spelt.

    Capitals, accents, stops and spaces make no other service. Without a name it is its key.
    """
    return folded_name(agency.name) or agency.id


@lru_cache(maxsize=1024)  # every save compares each service with each
def folded_name(name: str) -> str:
    """Return a service's name as it is compared: its words alone, one space between them."""
    return fold(name.replace(".", ""))
