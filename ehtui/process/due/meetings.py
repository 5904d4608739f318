"""The team's meetings: the day agreed, and the last day by the clock. Source: Newcastle 12."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.course.levels import level_now, reviews_meet
from ehtui.process.course.starting import wants_team
from ehtui.process.facts import SOON, is_first, is_review

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.procedures.clock import Event
    from data.records.meetings import Meeting
    from ehtui.process.facts import Facts
    from ehtui.process.times.clocks import Limit


def planned(facts: Facts) -> list[Meeting]:
    """Return the meetings that have a day and are neither held nor called off, soonest first."""
    found = [one for one in facts.file.meetings if one.on and one.held is None]
    found = [one for one in found if not one.cancelled_why]
    return sorted(found, key=lambda one: (str(one.on), one.at, one.id))


def next_planned_review(facts: Facts) -> Meeting | None:
    """Return the first review planned for after the team's latest meeting, or None."""
    since = str(facts.last_held.on) if facts.last_held else ""
    found = (one for one in planned(facts) if is_review(one) and str(one.on) > since)
    return next(found, None)


def first_taf_due(facts: Facts) -> Iterator[DueDate]:
    """Give the first meeting of the team until it has been held. Source: Newcastle 12."""
    if "first_taf" in facts.days or "last_review" in facts.days or facts.opened_again:
        return
    if not _team_meets(facts):
        return
    agreed = next((one for one in planned(facts) if is_first(one.kind)), None)
    what = facts.filled("First {taf}")
    yield from _agreed_or_latest(facts, "first_taf", agreed, what)


def review_due(facts: Facts) -> Iterator[DueDate]:
    """Give the next review: the day agreed for it, or the last day by the clock."""
    if facts.closing_agreed or not wants_team(facts.file):
        return
    agreed = next_planned_review(facts)
    last = facts.last_held
    if facts.opened_again:
        if agreed is not None:
            yield from _planned(facts, agreed, _title(facts, agreed.kind), "planned")
        return
    if agreed is None and last is not None and last.next_on:
        yield from _on_the_day(facts, last, last.next_on, last.next_at)
        return
    yield from _agreed_or_latest(facts, "last_review", agreed, "Review")


def next_date_due(facts: Facts) -> Iterator[DueDate]:
    """Give the meeting that ended without a next date, unless it agreed to close."""
    last = facts.last_held
    if last is None or last.on is None or last.next_on or facts.closing_agreed:
        return
    if facts.opened_again or next_planned_review(facts):
        return
    why = f"none was agreed at {facts.called(last)}"
    yield DueDate(
        "meeting", last.on, last.on, "Agree the next date", why, facts.lead, "meetings", last.id
    )


def opened_again_due(facts: Facts) -> Iterator[DueDate]:
    """Give a case opened again, until its team has a day: no area states by when it is to meet."""
    day = facts.opened_again
    if day and not planned(facts) and _team_meets(facts):
        why = f"opened again on {show_short(day, day)}; no meeting is planned"
        yield DueDate("meeting", day, day, "Agree the next date", why, facts.lead, "meetings")


def other_meetings_due(facts: Facts) -> Iterator[DueDate]:
    """Give every other planned meeting: the practitioners' before the team's, the family's talk."""
    next_review = next_planned_review(facts)
    for meeting in planned(facts):
        if is_first(meeting.kind) and not facts.held and not facts.opened_again:
            continue
        if meeting is not next_review:
            what = _title(facts, meeting.kind) or "Meeting"
            yield from _planned(facts, meeting, what, "planned")


def next_review_day(facts: Facts) -> date | None:
    """Return the day of the next review: as agreed, else the last day by the clock, else None."""
    return min((one.due for one in review_due(facts)), default=None)


def _team_meets(facts: Facts) -> bool:
    return reviews_meet(facts.procedure, level_now(facts.file)) and wants_team(facts.file)


def _on_the_day(facts: Facts, last: Meeting, day: date, at: str) -> Iterator[DueDate]:
    """A next date agreed at the last meeting, for which no meeting is entered yet."""
    limit = facts.limit("last_review")
    what = limit.what if limit else "Review"
    why = f"agreed at {facts.called(last)}{_beside(limit, day)}"
    yield _agreed(facts, day, what, why, last.id, at)
    if limit and day > limit.due:
        yield _too_late(facts, limit, day, last.id)


def _agreed_or_latest(
    facts: Facts, event: Event, agreed: Meeting | None, plain: str
) -> Iterator[DueDate]:
    limit = facts.limit(event)
    what = limit.what if limit else plain
    if agreed is None or agreed.on is None:
        if limit:
            day = limit.due
            yield DueDate("meeting", day - SOON, day, what, limit.why, facts.lead, "meetings")
        return
    why = f"planned{_beside(limit, agreed.on)}"
    if agreed.late_reason and limit and agreed.on > limit.due:
        why = f"planned; later than usual: {agreed.late_reason}"
    yield from _planned(facts, agreed, _title(facts, agreed.kind) or what, why)
    if limit and agreed.on > limit.due and not agreed.late_reason:
        yield _too_late(facts, limit, agreed.on, agreed.id)


def _planned(facts: Facts, meeting: Meeting, what: str, why: str) -> Iterator[DueDate]:
    """A meeting on its day; once people were there, its minutes until somebody ends them."""
    if meeting.on is None:
        return
    there = {one.meeting_id for one in facts.file.attendances if one.state == "present"}
    if meeting.id not in there:
        yield _agreed(facts, meeting.on, what, why, meeting.id, meeting.at)
        return
    why = "people were there; until its minutes are ended it does not count as held"
    # Shown as early as before: a mark made ahead of the day takes no meeting off the list.
    begun = _agreed(facts, meeting.on, f"End the minutes: {what}", why, meeting.id, meeting.at)
    yield replace(begun, section="minutes")


def _beside(limit: Limit | None, day: date) -> str:
    """How an agreed day lies to the last one by the clock."""
    if limit is None or day > limit.due:
        return ""
    if day == limit.due:
        return f"; the latest date, {limit.why}"
    return f"; at the latest {show_short(limit.due, day)}, {limit.why}"


def _too_late(facts: Facts, limit: Limit, agreed: date, record: str) -> DueDate:
    why = f"{limit.why}; planned for {show_short(agreed, limit.due)} without a reason"
    return _agreed(facts, limit.due, f"{limit.what}: its latest date", why, record)


def _agreed(facts: Facts, day: date, what: str, why: str, record: str, at: str = "") -> DueDate:
    """A day that people have in their diaries: worth seeing as soon as it was agreed."""
    case, last = facts.file.case, facts.last_held
    since = (last.on if last else None) or case.plan_dated or case.plan_started or day
    shown_from = min(since, day - SOON)
    return DueDate("meeting", shown_from, day, what, why, facts.lead, "meetings", record, at)


def _title(facts: Facts, kind: str) -> str:
    found = facts.meeting_kind(kind)
    return facts.filled(found.title) if found else ""
