"""What every rule about due dates asks first: what has happened, which clocks run, who leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from data.procedures.words import fill
from ehtui.dates import show_short
from ehtui.process.course.levels import compulsory_at, level_now
from ehtui.process.times.clocks import Limit, governing, limit

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.clock import Clock, Event, Route
    from data.procedures.model import Compulsory, MeetingKind, NextStep, Procedure
    from data.records.meetings import Meeting

_filled = lru_cache(maxsize=1024)(fill)
"""Most templates are the same for every case of an area, and each save fills a dozen."""
SOON = timedelta(weeks=2)
"""How long before its day a thing is worth seeing."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One case beside its procedure, with what most rules need to know of it."""

    file: CaseFile
    procedure: Procedure
    held: tuple[Meeting, ...]
    """The team's meetings that took place, first meetings and reviews, oldest first."""
    days: dict[Event, date]
    """What has happened, and on which day."""
    clocks: tuple[Clock, ...]
    lead: str

    @property
    def last_held(self) -> Meeting | None:
        """The team's latest meeting, None before it has met."""
        return self.held[-1] if self.held else None

    @property
    def opened_again(self) -> date | None:
        """The day on which the case was opened again since the team last met: times begin anew."""
        return reopened(self.file, self.last_held.on if self.last_held else None, None)

    @property
    def closing_agreed(self) -> bool:
        """Whether the latest meeting agreed to close, and the case was not opened again since."""
        step = self.next_step(self.last_held.next_step) if self.last_held else None
        return step is not None and step.closes and self.opened_again is None

    def filled(self, template: str) -> str:
        """Return a template with the area's words in it."""
        return _filled(template, self.procedure.words)

    def asks_for(self, key: str) -> Compulsory | None:
        """Return what the area says must be there under a key, at this level, or None."""
        return compulsory_at(self.procedure, level_now(self.file), key)

    def next_step(self, key: str) -> NextStep | None:
        """Return the procedure's way of going on that has this key, or None."""
        return next((one for one in self.procedure.next_steps if one.key == key), None)

    def meeting_kind(self, key: str) -> MeetingKind | None:
        """Return the procedure's kind of meeting that has this key, or None."""
        return next((one for one in self.procedure.meeting_kinds if one.key == key), None)

    def called(self, meeting: Meeting) -> str:
        """Return what to call a meeting in a reason: "the review of 22 Oct"."""
        if is_review(meeting):
            name = "the review"
        elif is_first(meeting.kind):
            name = self.filled("the first {taf}")
        else:
            name = "the meeting"
        return f"{name} of {show_short(meeting.on, meeting.on)}" if meeting.on else name

    def limit(self, event: Event) -> Limit | None:
        """Return by when an event is to happen next, as `clocks.limit` does."""
        return limit(self.clocks, event, self.days, self.procedure)

    def plan_limit(self) -> Limit | None:
        """Return by when to finish the plan; a later day holds once its reason is written."""
        case = self.file.case
        usual = self.limit("plan_dated")
        if case.plan_due and case.plan_late_reason:
            what = usual.what if usual else self.filled("Finish the {plan}")
            return Limit(case.plan_due, f"later than usual: {case.plan_late_reason}", what)
        return usual


def facts_of(file: CaseFile, procedure: Procedure) -> Facts:
    """Return a case beside its procedure, with its events, clocks and lead worked out."""
    held = tuple(one for one in file.held_meetings if is_review(one) or is_first(one.kind))
    route = next((one for one in procedure.routes if one.key == file.case.route), None)
    clocks = governing(procedure, file.case.route or None, level_now(file) or None)
    lead = file.lead.name if file.lead else ""
    return Facts(file, procedure, held, _days(file, held, route), clocks, lead)


def reopened(file: CaseFile, since: date | None, until: date | None) -> date | None:
    """Return the last day between two on which the case was opened again, None where it wasn't."""
    days = [one.reopened for one in file.closings if one.reopened]
    days = [day for day in days if since is None or day >= since]
    return max((day for day in days if until is None or day <= until), default=None)


def is_first(kind: str) -> bool:
    """Whether a kind of meeting is one at which a team meets first; a step-down is one.

    Source: Newcastle 17.1; Hull 4 (another multi-agency meeting may serve).
    """
    return kind.startswith(("first_taf", "step_down"))


def is_review(meeting: Meeting) -> bool:
    """Whether a meeting is of a kind at which the team reviews the plan."""
    return meeting.kind.startswith("review")


def _days(file: CaseFile, held: tuple[Meeting, ...], route: Route | None) -> dict[Event, date]:
    case = file.case
    first = (one.on for one in held if one.on and is_first(one.kind))
    reviews = (one.on for one in held if one.on and is_review(one))
    found: dict[Event, date | None] = {
        "plan_started": case.plan_started,
        "plan_dated": case.plan_dated,
        "first_taf": min(first, default=None),
        "last_review": max(reviews, default=None),
    }
    if route is not None and route.begins == "stepped_down":
        stepped_down = [one.on for one in held if one.on and one.kind == "step_down"]
        met = min(stepped_down, default=case.first_concern)
        found["stepped_down"] = case.stepped_down or met
    elif route is not None and route.begins == "referral_suggested":
        # Social care's suggestion is the first that anybody raised here.
        found["referral_suggested"] = case.first_concern or case.plan_started
    return {event: day for event, day in found.items() if day is not None}
