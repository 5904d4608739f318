"""Whether plans, first meetings and reviews came in time, by the clocks of the case's area.

A recorded reason makes a later date right, so that it is told apart from one that is merely late.
Where an area states no time, nothing is late. The clocks are those of the level that the case has
now. Source: Newcastle 12, 15.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from ehtui.process.clocks import deadline
from ehtui.process.due.meetings import first_taf_due, review_due
from ehtui.process.due.plan import finishing_due
from ehtui.process.due.rules import rules_for
from ehtui.process.facts import is_first, is_review

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.procedures.clock import Event
    from ehtui.process.facts import Facts

What = Literal["plan", "first_taf", "review"]


class State(NamedTuple):
    """How one of them came."""

    place: int
    key: str
    words: str


IN_TIME = State(0, "in_time", "in time")
WITH_REASON = State(1, "with_reason", "later, with a reason")
LATE = State(2, "late", "late")
OVERDUE = State(3, "overdue", "not there yet, and its day is past")
NOT_STATED = State(4, "not_stated", "no time is stated for it")


@dataclass(frozen=True, slots=True)
class Timely:
    """One plan, first meeting or review."""

    what: What
    on: date | None
    """The day it came; None while it has not."""
    state: State


def how_timely(facts: Facts, today: date) -> Iterator[Timely]:
    """Give the plan, the first meeting and each review of a case, and what is overdue today."""
    case = facts.file.case
    if day := case.plan_dated:
        latest = _latest(facts, "plan_dated", facts.days)
        yield Timely("plan", day, _state(day, latest, case.plan_late_reason))
    known = dict(facts.days)
    known.pop("last_review", None)
    for meeting in facts.held:
        if (day := meeting.on) is None:
            continue
        if is_review(meeting):
            latest = _latest(facts, "last_review", known)
            yield Timely("review", day, _state(day, latest, meeting.late_reason))
            known["last_review"] = day
        elif is_first(meeting.kind) and day == facts.days.get("first_taf"):
            latest = _latest(facts, "first_taf", facts.days)
            yield Timely("first_taf", day, _state(day, latest, meeting.late_reason))
    yield from _overdue(facts, today)


def _latest(facts: Facts, event: Event, days: dict[Event, date]) -> date | None:
    """Return the last day for it by the clocks that were running, None where no time is stated."""
    again = event == "last_review" and event in days
    limits = [
        deadline(clock, days[clock.since])
        for clock in facts.clocks
        if clock.until == event and clock.since in days
        if (clock.since == clock.until) == again
    ]
    return min(limits, default=None)


def _state(day: date, latest: date | None, reason: str) -> State:
    if latest is None:
        return NOT_STATED
    if day <= latest:
        return IN_TIME
    return WITH_REASON if reason else LATE


def _overdue(facts: Facts, today: date) -> Iterator[Timely]:
    """What is still to come and should have been there, where the rules ask for it at all."""
    asked = rules_for(facts.file)
    if finishing_due in asked and any(one.due < today for one in finishing_due(facts)):
        yield Timely("plan", None, OVERDUE)
    if first_taf_due in asked and any(one.due < today for one in first_taf_due(facts)):
        yield Timely("first_taf", None, OVERDUE)
    if review_due in asked and any(one.due < today for one in review_due(facts)):
        yield Timely("review", None, OVERDUE)
