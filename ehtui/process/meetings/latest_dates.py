"""By when each of the team's meetings was to be held, and what makes a later day right.

Source: Newcastle 12: the times are usual ones; a recorded reason makes a later date right.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ehtui.process.facts import facts_of, is_first, reopened

if TYPE_CHECKING:
    from data.records.meetings import Meeting
    from ehtui.process.facts import Facts
    from ehtui.process.times.clocks import Limit


def limit_then(facts: Facts, place: int) -> Limit | None:
    """Return by when the meeting at a place in `Facts.held` was to be, as things stood before it.

    None where the area states no time, where the team had met before its first meeting, and where
    the case was opened again in between: then times begin anew.
    """
    earlier, meeting = facts.held[:place], facts.held[place]
    if reopened(facts.file, earlier[-1].on if earlier else None, meeting.on):
        return None
    then = facts_of(replace(facts.file, meetings=list(earlier)), facts.procedure)
    if is_first(meeting.kind):
        return None if earlier else then.limit("first_taf")
    return then.limit("last_review")


def is_excused(facts: Facts, meeting: Meeting) -> bool:
    """Whether it is recorded why a meeting is late: there, or with one called off before it."""
    before = [one.on for one in facts.held if one.on and meeting.on and one.on < meeting.on]
    since = max(before, default=None)
    return bool(meeting.late_reason) or any(
        one.cancelled_why and one.on and meeting.on and one.on <= meeting.on
        for one in facts.file.meetings
        if since is None or (one.on and one.on > since)
    )
