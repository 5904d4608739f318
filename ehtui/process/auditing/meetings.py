"""Meetings on time, and always a next one. Source: Newcastle 12; Doncaster p. 16.

The times are usual ones: a recorded reason makes a later date right.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ehtui.dates import show_short
from ehtui.process.auditing.remark import Remark
from ehtui.process.course.levels import lacks_meeting, level_now, reviews_meet
from ehtui.process.course.starting import wants_team
from ehtui.process.due.meetings import (
    first_taf_due,
    next_date_due,
    next_planned_review,
    planned,
    review_due,
)
from ehtui.process.facts import is_review
from ehtui.process.meetings.latest_dates import is_excused, limit_then

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.meetings import Meeting
    from ehtui.process.facts import Facts
    from ehtui.process.times.clocks import Limit

WRITTEN_UP = timedelta(weeks=1)
"""How long a meeting that was agreed may take to be written up, before it counts as not held."""


def no_next_date(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a team that goes on without a date for its next meeting."""
    if facts.file.case.paused_reason:
        return  # a case that waits, and why, waits for its next date too
    if day := facts.opened_again:
        if day + WRITTEN_UP * 4 < today and not planned(facts) and wants_team(facts.file):
            on = show_short(day, today)
            why = f"Opened again on {on}; no meeting was held since, and none is planned."
            yield Remark("no_next_date", why, "", day, "meetings")
        return
    for row in next_date_due(facts):
        if row.due <= today:
            limit, latest = facts.limit("last_review"), ""
            if limit is not None and limit.due < today:
                latest = f"; its latest date, {show_short(limit.due, today)}, has passed"
            why = f"No next date was agreed at {_last(facts)}, and none is set since{latest}."
            yield Remark("no_next_date", why, "", row.due, "meetings", row.record)
    dated = facts.file.case.plan_dated
    if facts.held or dated is None or dated >= today or planned(facts) or not _meets(facts):
        return
    if facts.limit("first_taf") is None and facts.limit("last_review") is None:
        on = show_short(dated, today)
        why = f"The plan is of {on}; no meeting is planned, and the area states no time for one."
        yield Remark("no_next_date", why, "", dated, "meetings")


def held_late(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each meeting held, or planned, after its latest date without a reason why."""
    for place, meeting in enumerate(facts.held):
        if meeting.on is None or not _at_this_level(facts, meeting.on):
            continue
        limit = limit_then(facts, place)
        if limit and meeting.on > limit.due and not is_excused(facts, meeting):
            yield _late(facts, meeting, limit, "was held")
    yield from _coming_late(facts, today)


def without_meeting(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each review by updates at a level at which the team meets, without a reason why."""
    level = level_now(facts.file)
    for meeting in facts.held:
        kind = facts.meeting_kind(meeting.kind)
        if kind is None or not lacks_meeting(facts.procedure, level, kind):
            continue
        if is_excused(facts, meeting):
            continue
        if meeting.on and meeting.on <= today and _at_this_level(facts, meeting.on):
            why = f"{facts.called(meeting)} was by updates; at this {{level}} the {{taf}} meets."
            why = facts.filled(why)
            yield Remark("review_without_meeting", why, "", meeting.on, "meetings", meeting.id)


def overdue(facts: Facts, today: date) -> Iterator[Remark]:
    """Give the team's next meeting when its latest date has passed without one.

    Not while the case waits for a recorded reason: that makes a later date right.
    """
    if facts.closing_agreed or facts.file.case.paused_reason or facts.opened_again:
        return
    if next(next_date_due(facts), None):
        return  # then there is no next date at all, and that is said
    rows = [*first_taf_due(facts), *review_due(facts)]
    late = [one for one in rows if one.due + (WRITTEN_UP if one.record else timedelta()) < today]
    for row in late[:1]:
        on = show_short(row.due, today)
        why = f"{row.what} was to be held by {on} ({row.why}); none is recorded."
        yield Remark("review_overdue", why, "", row.due, "meetings", row.record)


def _coming_late(facts: Facts, today: date) -> Iterator[Remark]:
    """The next review, planned or only agreed, for a day after its latest date and no reason."""
    limit, last = facts.limit("last_review"), facts.last_held
    if limit is None or facts.closing_agreed or facts.file.case.paused_reason:
        return
    if facts.opened_again:
        return
    coming = next_planned_review(facts)
    if coming is not None and coming.on and coming.on >= today:
        if coming.on > limit.due and not is_excused(facts, coming):
            yield _late(facts, coming, limit, "is planned")
    elif coming is None and last and last.next_on and last.next_on > limit.due:
        agreed = show_short(last.next_on, today)
        why = (
            f"The next review was agreed for {agreed}, after its latest date, "
            f"{show_short(limit.due, today)} ({limit.why}); no reason is recorded."
        )
        yield Remark("review_after_latest_date", why, "", limit.due, "meetings", last.id)


def _late(facts: Facts, meeting: Meeting, limit: Limit, how: str) -> Remark:
    by = show_short(limit.due, meeting.on)
    why = (
        f"{facts.called(meeting)} {how} after its latest date, {by} ({limit.why}); "
        "no reason is recorded."
    )
    what = "review_after_latest_date" if is_review(meeting) else "first_meeting_after_latest_date"
    return Remark(what, why, "", limit.due, "meetings", meeting.id)


def _at_this_level(facts: Facts, day: date) -> bool:
    """Whether a day lies after the last change of level: what was before is not judged by today's
    clocks and ways."""
    changed = max((one.on for one in facts.file.level_changes if one.on), default=None)
    return changed is None or day > changed


def _last(facts: Facts) -> str:
    return facts.called(facts.last_held) if facts.last_held else "the last meeting"


def _meets(facts: Facts) -> bool:
    return wants_team(facts.file) and reviews_meet(facts.procedure, level_now(facts.file))
