"""Steps in a meeting's life as change sets: invite, write the agenda, hold it, plan the next.

Source: Newcastle 13.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.records.meetings import AgendaItem, Attendance, Meeting
from data.records.outcomes import Progress
from ehtui.process.facts import is_review
from ehtui.process.meetings.planning import next_kind
from ehtui.process.meetings.reviews import agenda
from ehtui.process.meetings.room import invitees

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from ehtui.changes import ChangeSet, RowChange
    from ehtui.process.meetings.room import Invitee

STATES = ("draft", "checked", "agreed")
"""How minutes come to stand, in order (S8)."""


def invite(
    changes: ChangeSet, file: CaseFile, procedure: Procedure, meeting: Meeting, today: date
) -> list[Invitee]:
    """Invite everybody who may be; return those who are not, each with the reason."""
    found = invitees(file, procedure, meeting)
    for one in found:
        if not one.why_not:
            changes.new(
                Attendance,
                meeting_id=meeting.id,
                person_id=one.person_id,
                member_id=one.member_id,
                name=one.name,
                only_subject=_only_before(file, meeting, one),
                invited=today,
                state="invited",
            )
    return [one for one in found if one.why_not]


def _only_before(file: CaseFile, meeting: Meeting, one: Invitee) -> str:
    """Return the one subject somebody was there for the last time; empty for all of it (S5)."""
    days = {other.id: str(other.on or "") for other in file.meetings if other.id != meeting.id}
    before = [
        other
        for other in file.attendances
        if other.meeting_id in days
        and (
            (one.member_id and other.member_id == one.member_id)
            or (one.person_id and other.person_id == one.person_id)
        )
    ]
    last = max(before, key=lambda other: days[other.meeting_id or ""], default=None)
    return last.only_subject if last else ""


def write_agenda(
    changes: ChangeSet, file: CaseFile, procedure: Procedure, meeting: Meeting
) -> None:
    """Put the procedure's items and the open outcomes that are not there yet under a meeting."""
    there = [one for one in file.agenda_items if one.meeting_id == meeting.id]
    keys = {one.key for one in there if one.key}
    outcomes = {one.outcome_id for one in there if one.outcome_id}
    position = max((one.position for one in there), default=0)
    for line in agenda(file, procedure, meeting.kind):
        if line.key in keys or line.outcome_id in outcomes:
            continue
        position += 1
        changes.new(
            AgendaItem,
            meeting_id=meeting.id,
            position=position,
            key=line.key,
            title=line.title[:200],
            outcome_id=line.outcome_id,
        )


def hold(changes: ChangeSet, file: CaseFile, procedure: Procedure, meeting: Meeting) -> None:
    """Say that a meeting took place, and plan the next one on the day that was agreed.

    ``meeting`` is as typed; ``file`` may be, too.
    """
    saved = next(one for one in file.meetings if one.id == meeting.id)
    changes.edit(saved, held=True)
    planned = any(one.on == meeting.next_on for one in file.meetings if one.id != meeting.id)
    if meeting.next_on and not planned and not _closes(procedure, meeting):
        kind = meeting.kind if is_review(meeting) else _review(procedure)
        changes.new(
            Meeting,
            kind=kind or next_kind(file, procedure),
            on=meeting.next_on,
            at=meeting.next_at,
            place=meeting.place,
            way=meeting.way,
            chair=meeting.chair,
        )


def progress_of(changes: ChangeSet, file: CaseFile, meeting: Meeting, outcome_id: str) -> RowChange:
    """Return the row that says how an outcome stands at a meeting, beginning one if need be."""
    here = (meeting.id, outcome_id)
    for kept in file.progress:
        if (kept.meeting_id, kept.outcome_id) == here and not kept.action_id:
            return changes.row(kept.id) or changes.edit(kept)
    for row in changes.rows:
        typed = (row.typed.get("meeting_id"), row.typed.get("outcome_id"))
        if row.record is Progress and typed == here and not row.typed.get("action_id"):
            return row
    return changes.new(Progress, meeting_id=meeting.id, outcome_id=outcome_id, on=meeting.on)


def next_state(meeting: Meeting) -> str:
    """Return how the minutes come to stand next; those agreed stay so."""
    at = STATES.index(meeting.minutes_state) if meeting.minutes_state in STATES else -1
    return STATES[min(at + 1, len(STATES) - 1)]


def _closes(procedure: Procedure, meeting: Meeting) -> bool:
    return any(one.closes for one in procedure.next_steps if one.key == meeting.next_step)


def _review(procedure: Procedure) -> str:
    kinds = (one.key for one in procedure.meeting_kinds)
    return next((key for key in kinds if key.startswith("review")), "")
