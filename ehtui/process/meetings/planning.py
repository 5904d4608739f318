"""When the team is to meet next, and whether a day planned for it needs a reason.

Source: Newcastle 12: the times are usual ones; a recorded reason makes a later date right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ehtui.dates import show_date
from ehtui.process.course.levels import lacks_meeting, level_now
from ehtui.process.facts import facts_of, is_first, is_review

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.meetings import Meeting
    from ehtui.process.times.clocks import Limit

NOT_STATED = "The procedure states no time for it: set your own date."


def suggested(file: CaseFile, procedure: Procedure) -> dict[str, Any]:
    """Return what a new meeting begins with: its kind, and the day agreed at the last one."""
    last = facts_of(file, procedure).last_held
    taken = {(one.on, one.at) for one in file.meetings}
    begins: dict[str, Any] = {"kind": next_kind(file, procedure)}
    if last and last.next_on and (last.next_on, last.next_at) not in taken:
        begins |= {"on": last.next_on, "at": last.next_at, "place": last.place, "way": last.way}
    return begins


def next_kind(file: CaseFile, procedure: Procedure) -> str:
    """Return the kind of the team's next meeting: its first, then reviews; empty if none fits."""
    met = facts_of(file, procedure).last_held is not None
    kinds = [one.key for one in procedure.meeting_kinds]
    fits = [key for key in kinds if (key.startswith("review") if met else is_first(key))]
    return next(iter(fits), "")


def limit_for(file: CaseFile, procedure: Procedure, meeting: Meeting) -> Limit | None:
    """Return the last day for a meeting that is not held yet, with its reason; None if not stated.

    Only the team's first meeting and its reviews have one.
    """
    facts = facts_of(file, procedure)
    if is_first(meeting.kind):
        return facts.limit("first_taf")
    return facts.limit("last_review") if is_review(meeting) else None


def when_due(file: CaseFile, procedure: Procedure) -> str:
    """Return in a sentence by when the team is to meet next, and why."""
    facts = facts_of(file, procedure)
    limit = facts.limit("last_review" if facts.held else "first_taf")
    if limit is None:
        return NOT_STATED if facts.days else ""
    return f"{limit.what} by {show_date(limit.due)}: {limit.why}."


def remark(file: CaseFile, procedure: Procedure, meeting: Meeting) -> str:
    """Return what there is to say about the kind and the day of a meeting being planned."""
    if meeting.held or not meeting.kind:
        return ""
    said = (_of_kind(file, procedure, meeting), _of_day(file, procedure, meeting))
    return " ".join(filter(None, said))


def _of_kind(file: CaseFile, procedure: Procedure, meeting: Meeting) -> str:
    facts = facts_of(file, procedure)
    kind = facts.meeting_kind(meeting.kind)
    if kind is None or not lacks_meeting(procedure, level_now(file), kind):
        return ""
    return facts.filled("At this {level} the {taf} meets to review.")


def _of_day(file: CaseFile, procedure: Procedure, meeting: Meeting) -> str:
    limit = limit_for(file, procedure, meeting)
    if limit is None:
        return ""
    usual = f"Usually by {show_date(limit.due)}: {limit.why}."
    if meeting.on is None or meeting.on <= limit.due:
        return usual
    if meeting.late_reason:
        return f"{usual} Later, with its reason: that is right."
    return f"{usual} This is later: say why, and it is right."
