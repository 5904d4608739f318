"""What agenda and minutes share: when, where, whom it is about, and last time's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.dates import show_date

if TYPE_CHECKING:
    from data.procedures.model import MeetingKind
    from data.records.meetings import Attendance, Meeting
    from data.records.outcomes import Outcome
    from ehtui.opening import OpenCase


def kind_of(case: OpenCase, meeting: Meeting) -> MeetingKind | None:
    """Return the procedure's kind of this meeting, or None for a kind that it does not know."""
    return next((one for one in case.procedure.meeting_kinds if one.key == meeting.kind), None)


def title_of(case: OpenCase, meeting: Meeting) -> str:
    """Return what a meeting is called, with its day."""
    kind = kind_of(case, meeting)
    called = case.wording.filled(kind.title) if kind else "Meeting"
    return f"{called}, {when(meeting)}"


def when(meeting: Meeting) -> str:
    """Return the day and the time of a meeting, as far as they are set."""
    return " ".join(
        part for part in (show_date(meeting.on) if meeting.on else "", meeting.at) if part
    )


def about(case: OpenCase) -> str:
    """Return whom the meeting is about."""
    return ", ".join(child.called for child in case.file.children)


def called(case: OpenCase, one: Attendance) -> str:
    """Return the name under which somebody is invited or was there."""
    return one.name or case.file.name(one.member_id or one.person_id, "somebody")


def earlier(case: OpenCase, meeting: Meeting) -> list[Meeting]:
    """Return the team's meetings held before this one, latest first."""
    held = [one for one in case.file.held_meetings if one.id != meeting.id]
    before = [one for one in held if meeting.on is None or (one.on and one.on < meeting.on)]
    return before[::-1]


def value_at(case: OpenCase, outcome: Outcome, meeting: Meeting) -> str:
    """Return how an outcome stood at a meeting, as recorded there; empty when nothing is."""
    for one in case.file.progress:
        if one.outcome_id == outcome.id and one.meeting_id == meeting.id and not one.action_id:
            status = case.wording.value(one, "status")
            return ", ".join(part for part in (one.value, status, one.note) if part)
    return ""


def last_time(case: OpenCase, outcome: Outcome, meeting: Meeting) -> str:
    """Return how an outcome stood at the latest meeting before; else where it started from."""
    values = (value_at(case, outcome, before) for before in earlier(case, meeting))
    return next(filter(None, values), outcome.starting)
