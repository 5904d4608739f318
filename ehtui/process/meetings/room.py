"""A meeting's people: who is to be invited, who is not and why, and who sees the screen.

Source: Newcastle 13.1, 13.2; S1 and S3 are practice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehtui.process.meetings.team import lives_there
from ehtui.process.sharing.may_go import goes
from ehtui.process.sharing.may_see import held_back, seen_by
from ehtui.process.sharing.recipients import Recipient, person_named
from ehtui.process.sharing.restrictions import restricting

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.base import Record
    from data.records.meetings import Attendance, Meeting, Member
    from data.records.people import Person

AWAY = ("apologies", "did_not_come")


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody to invite, or not."""

    name: str
    person_id: str | None = None
    member_id: str | None = None
    why_not: str = ""
    """In plain words why this one is not offered; empty for somebody to invite."""


def invitees(file: CaseFile, procedure: Procedure, meeting: Meeting) -> list[Invitee]:
    """Return everybody who might be invited and is not yet, with the reason where one isn't.

    The family is always invited, but to a meeting of the practitioners alone.
    """
    there = [one for one in file.attendances if one.meeting_id == meeting.id]
    found = [*_family(file, procedure, meeting), *_practitioners(file)]
    return [one for one in found if not any(_same(file, one, other) for other in there)]


def in_room(file: CaseFile, meeting: Meeting) -> list[Recipient]:
    """Return who may be looking: everybody at the meeting who has not said that they stay away.

    The lead, whose screen it is, counts as the own agency.
    """
    there = [one for one in file.attendances if one.meeting_id == meeting.id]
    return [
        Recipient.own_agency() if is_lead(file, one) else Recipient.attendance(file, one)
        for one in there
        if one.state not in AWAY
    ]


def room_sees(file: CaseFile, meeting: Meeting) -> Callable[[Record], bool]:
    """Return the question whether a record may stand on a screen that the room sees (S3).

    Nothing that is held back from anybody there; a statement also needs everybody's consent.
    """
    room = in_room(file, meeting)
    kept = {one.id for one in held_back(file, room)}

    def sees(record: Record) -> bool:
        return record.id not in kept and not any(restricting(file, one, record) for one in room)

    return sees


def strangers(file: CaseFile, looking: Collection[str]) -> bool:
    """Return whether somebody looks who is neither of this family nor of its services.

    ``looking`` holds the keys of the people and services who can see the screen.
    """
    return not {one.id for one in (*file.people, *file.agencies)}.issuperset(looking)


def everybody_sees(file: CaseFile, looking: Collection[str]) -> Callable[[Record, str], bool]:
    """Return whether all who look may see a record, or one field of it (S3).

    Nobody but the practitioner: always. Somebody of another family: never.
    """
    if strangers(file, looking):
        return lambda _record, _field: False
    room = [Recipient.person(one) for one in file.people if one.id in looking]
    room += [Recipient.agency(one) for one in file.agencies if one.id in looking]
    sees = [seen_by(file, somebody) for somebody in room]
    return lambda record, field: all(one(record, field) for one in sees)


def is_lead(file: CaseFile, one: Attendance) -> bool:
    """Return whether somebody at a meeting is the lead."""
    return file.lead is not None and file.lead.name in (one.name, file.name(one.member_id))


def with_family(procedure: Procedure, kind: str) -> bool:
    """Return whether the family comes to a kind of meeting."""
    return all(one.with_family for one in procedure.meeting_kinds if one.key == kind)


def _family(file: CaseFile, procedure: Procedure, meeting: Meeting) -> Iterator[Invitee]:
    if not with_family(procedure, meeting.kind):
        return
    members = {one.person_id: one.id for one in file.members if one.person_id and not one.until}
    for person in file.people:
        belongs = person.id in members or lives_there(person) or _responsible(file, person)
        if person.is_unborn or not belongs:
            continue
        yield Invitee(person.called, person.id, members.get(person.id), _unsafe(person))


def _practitioners(file: CaseFile) -> Iterator[Invitee]:
    for member in file.members:
        if not member.person_id and not member.until:
            yield Invitee(file.name(member.id), None, member.id, _kept_out(file, member))


def _responsible(file: CaseFile, person: Person) -> bool:
    return any(
        one.parental_responsibility for one in file.relationships if one.person_id == person.id
    )


def _unsafe(person: Person) -> str:
    return f"{person.called} is unsafe to contact: meet another way." if person.unsafe else ""


def _kept_out(file: CaseFile, member: Member) -> str:
    """Why a practitioner may not even hear that there is a meeting."""
    if file.lead and member.name == file.lead.name:
        return ""  # the lead always does
    verdict = goes(file, Recipient.member(file, member), None, ())
    return "" if verdict else verdict.why


def _same(file: CaseFile, one: Invitee, there: Attendance) -> bool:
    if one.member_id and there.member_id == one.member_id:
        return True
    return one.person_id is not None and one.person_id == person_named(file, there)
