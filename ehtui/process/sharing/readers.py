"""Who is to have a copy of the plan or of a meeting's minutes, and who has had it.

Source: Newcastle 11.1, 13.3. Whoever it is unsafe to inform, or is to be given nothing in writing,
is no reader (S1); whoever leads has it already.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from data.lookup.folding import fold
from ehtui.process.consent.ledger import in_force
from ehtui.process.sharing.recipients import person_named

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from data.records.meetings import Attendance, Meeting, Member

Readers = dict[str, str]
"""What to call each reader, by one key however they were written down."""


def readers_of_minutes(file: CaseFile, meeting: Meeting, *, everyone: bool) -> Readers:
    """Return who is to have a meeting's minutes: the team of that day and whoever asked for them.

    ``everyone`` says that the area gives them to the whole team; otherwise only those of whom it is
    written that they get copies. Whoever declined is left out.
    """
    found: Readers = {}
    out = _ruled_out(file)
    for member in file.members:
        wants = member.gets_copies or (everyone and member.gets_copies is None)
        wants = wants and member.agency_id not in out and not _led(file, member, meeting.on)
        if wants and _in_team_on(member, meeting.on) and _reachable(file, member.person_id):
            found[_member_key(member)] = file.member_name(member)
    in_team = {_member_key(one) for one in file.members}
    for one in file.attendances:
        if one.meeting_id != meeting.id or not _reachable(file, person_named(file, one)):
            continue
        key = _key(file, one.person_id, one.member_id, one.name)
        if (came_as := file.member(one.member_id)) and _led(file, came_as, meeting.on):
            continue
        came = everyone and one.state == "present" and key not in in_team
        came = came and not (
            _interprets(one) or (_is_child(file, key) and _any_at_home(file, found))
        )
        if one.wants_minutes or (came and one.wants_minutes is None):
            found[key] = one.name or file.name(one.person_id or one.member_id)
        elif one.wants_minutes is False:
            found.pop(key, None)
    return found


def readers_of_plan(file: CaseFile, *, family: bool, team: bool) -> Readers:
    """Return who is to have the plan: the family, the team or both.

    Where nobody of the family is in the team yet, "the family" stands for them as one reader.
    """
    members = [one for one in file.members if one.until is None and one.gets_copies is not False]
    out = _ruled_out(file)
    members = [
        one
        for one in members
        if _reachable(file, one.person_id) and one.agency_id not in out and not _led(file, one)
    ]
    found = {
        _member_key(one): file.member_name(one)
        for one in members
        if (family if one.person_id else team)
    }
    if family and not any(one.person_id for one in members):
        found[""] = "the family"
    return found


def have_had(
    file: CaseFile, what: str, meeting_id: str | None, since: date | None = None
) -> set[str]:
    """Return the keys of those to whom a copy went, or of whom it is written why none did.

    ``since``: a copy that went before that day does not count; a reason holds whatever the day.
    """
    copies = [
        one
        for one in file.copies
        if one.what == what and one.meeting_id == meeting_id
        if one.not_sent_why or (one.sent and (since is None or one.sent >= since))
    ]
    found = {_key(file, one.person_id, one.member_id, one.to) for one in copies}
    if any(one.person_id for one in copies):
        found.add("")
    agencies = {one.agency_id for one in copies if one.agency_id}
    served = (one for one in file.members if one.agency_id in agencies)
    return found | {_member_key(one) for one in served}


def _ruled_out(file: CaseFile) -> set[str | None]:
    """The services that a consent leaves out; whether a copy may go, `sharing.may_go` says."""
    entries = {one.id for one in in_force(file)}
    named_out = (one for one in file.consent_scopes if one.included is False)
    return {one.agency_id for one in named_out if one.consent_id in entries and one.agency_id}


def _key(file: CaseFile, person_id: str | None, member_id: str | None, name: str = "") -> str:
    """A person's key, else a member's, else the name as written."""
    member = None if person_id else file.member(member_id)
    return person_id or (_member_key(member) if member else member_id) or name.casefold()


def _member_key(member: Member) -> str:
    return member.person_id or member.id


def _reachable(file: CaseFile, person_id: str | None) -> bool:
    person = file.person(person_id)
    return person is None or not (person.unsafe or person.nothing_in_writing)


def _led(file: CaseFile, member: Member, day: date | None = None) -> bool:
    """Whether a member from outside the family leads the case on a day, or ever did."""
    name = "" if member.person_id else _folded(member.name)
    return bool(name) and any(
        _folded(one.name) == name
        and (day is None or (one.since or day) <= day <= (one.until or day))
        for one in file.leads
    )


_folded = lru_cache(maxsize=1024)(fold)
"""Every save compares each member with each lead, for each meeting."""


def _interprets(one: Attendance) -> bool:
    """Whether somebody came to lend others a voice, and not to be told anything."""
    return "interpret" in f"{one.name} {one.part}".casefold()


def _is_child(file: CaseFile, key: str) -> bool:
    """Whether a child came who is no member: a parent's copy is theirs, unless they ask for one."""
    person = file.person(key)
    return person is not None and person.is_child


def _any_at_home(file: CaseFile, readers: Readers) -> bool:
    return any(file.person(reader) for reader in readers)


def _in_team_on(member: Member, day: date | None) -> bool:
    if day is None:
        return True
    return (member.since is None or member.since <= day) and (
        member.until is None or member.until >= day
    )
