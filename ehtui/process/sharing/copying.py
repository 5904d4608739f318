"""One copy for each recipient: who is to have it, whether it may go, and what is left out of it.

Source: Newcastle 11.1, 13.3; S1, S3, S8.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehtui.process.facts import facts_of
from ehtui.process.sharing.may_go import goes
from ehtui.process.sharing.may_see import left_out
from ehtui.process.sharing.readers import readers_of_minutes, readers_of_plan
from ehtui.process.sharing.recipients import Recipient, person_named
from ehtui.process.sharing.restrictions import may_be_written_to
from ehtui.process.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.base import Record
    from data.records.meetings import Attendance, Copy, Meeting

IN_MINUTES = (
    "attendances",
    "agenda_items",
    "progress",
    "scales",
    "actions",
    "outcomes",
    "meetings",
)
"""What minutes are made of."""


@dataclass(frozen=True, slots=True)
class CopyFor:
    """One copy: for whom, whether it may go, and the row that says what became of it."""

    name: str
    recipient: Recipient
    may_go: Verdict
    links: dict[str, str | None]
    """What a copy's row says about whom it is for."""
    row: Copy | None = None


def copies_of(file: CaseFile, procedure: Procedure, meeting: Meeting | None) -> list[CopyFor]:
    """Return everybody who is to have a meeting's minutes, or the plan where no meeting is given.

    Whoever can't be written to stands there too, with the reason; the lead needs no copy.
    """
    facts = facts_of(file, procedure)
    if meeting is None:
        family = facts.asks_for("plan_to_family") is not None
        team = facts.asks_for("plan_to_team") is not None
        readers = readers_of_plan(file, family=family, team=team)
    else:
        everyone = facts.asks_for("minutes_to_all") is not None
        readers = readers_of_minutes(file, meeting, everyone=everyone)
    lead = file.lead.name if file.lead else ""
    keys = [*readers, *(key for key in _silent(file, meeting) if key not in readers)]
    found = [_copy(file, meeting, key, readers.get(key, "")) for key in keys if key]
    return [one for one in found if one.name != lead]


def without(file: CaseFile, copy: CopyFor, meeting: Meeting | None) -> list[tuple[Record, str]]:
    """Return what a copy leaves out and why; of minutes only what belongs to that meeting."""
    found = left_out(file, copy.recipient)
    if meeting is None:
        return found
    return [(row, why) for row, why in found if _in_minutes(row, meeting)]


def _in_minutes(row: Record, meeting: Meeting) -> bool:
    table = str(row.__tablename__)
    if table not in IN_MINUTES:
        return False
    of = getattr(row, "meeting_id", None) or getattr(row, "agreed_at_id", None)
    return of in (None, meeting.id) and (table != "meetings" or row.id == meeting.id)


def _silent(file: CaseFile, meeting: Meeting | None) -> Iterator[str]:
    """Those who belong there and are to be given nothing in writing, or are unsafe to inform."""
    members = [one.person_id for one in file.members if one.person_id and not one.until]
    there = [one.person_id for one in _there(file, meeting) if one.person_id]
    for key in dict.fromkeys((*members, *there)):
        person = file.person(key)
        if person and not may_be_written_to(file, Recipient.person(person)):
            yield key


def _copy(file: CaseFile, meeting: Meeting | None, key: str, name: str) -> CopyFor:
    there = next((one for one in _there(file, meeting) if _is(file, one, key)), None)
    person, member = file.person(key), file.member(key)
    if there is not None:
        recipient = Recipient.attendance(file, there)
    elif person is not None:
        recipient = Recipient.person(person)
    elif member is not None:
        recipient = Recipient.member(file, member)
    else:
        recipient = Recipient("outsider", name)
    links = {
        "person_id": key if person else None,
        "member_id": key if member else None,
        "to": "" if person or member else name,
    }
    may_go = may_be_written_to(file, recipient)
    may_go = goes(file, recipient, None, ()) if may_go else may_go
    return CopyFor(
        name or file.name(key, "somebody"), recipient, may_go, links, _row(file, meeting, links)
    )


def _there(file: CaseFile, meeting: Meeting | None) -> list[Attendance]:
    return [one for one in file.attendances if meeting and one.meeting_id == meeting.id]


def _is(file: CaseFile, one: Attendance, key: str) -> bool:
    return key in (person_named(file, one), one.member_id, one.name.casefold())


def _row(file: CaseFile, meeting: Meeting | None, links: dict[str, str | None]) -> Copy | None:
    what, at = ("minutes", meeting.id) if meeting else ("plan", None)
    for one in file.copies:
        if (one.what, one.meeting_id) != (what, at):
            continue
        if links["person_id"] and person_named(file, one) == links["person_id"]:
            return one
        if links["member_id"] and one.member_id == links["member_id"]:
            return one
        if links["to"] and one.to.casefold() == str(links["to"]).casefold():
            return one
    return None
