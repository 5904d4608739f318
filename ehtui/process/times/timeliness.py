"""Whether plans, first meetings and reviews came in time, by the clocks of the case's area.

A recorded reason makes a later date right, so that it is told apart from one that is merely late.
Where an area states no time, nothing is late. The clocks are those of the level that the case has
now, and a case opened again is judged from its first meeting since. Source: Newcastle 12, 15.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from ehtui.process.due.meetings import first_taf_due, review_due
from ehtui.process.due.plan import finishing_due
from ehtui.process.due.rules import rules_for
from ehtui.process.facts import is_first, is_review
from ehtui.process.meetings.latest_dates import is_excused, limit_then
from ehtui.process.times.clocks import limit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ehtui.process.due.rules import Rule
    from ehtui.process.facts import Facts
    from ehtui.process.times.clocks import Limit

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

RULES: Final[dict[What, Rule]] = {
    "plan": finishing_due,
    "first_taf": first_taf_due,
    "review": review_due,
}
"""The rule that says of each by when it is due."""


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
        before = dict(facts.days)
        before.pop("plan_dated", None)
        latest = limit(facts.clocks, "plan_dated", before, facts.procedure)
        yield Timely("plan", day, _state(day, latest, bool(case.plan_late_reason)))
    for place, meeting in enumerate(facts.held):
        is_the_first = is_first(meeting.kind) and meeting.on == facts.days.get("first_taf")
        if meeting.on and (is_the_first or is_review(meeting)):
            what: What = "review" if is_review(meeting) else "first_taf"
            latest, excused = limit_then(facts, place), is_excused(facts, meeting)
            yield Timely(what, meeting.on, _state(meeting.on, latest, excused))
    yield from _overdue(facts, today)


def _state(day: date, latest: Limit | None, excused: bool) -> State:
    if latest is None:
        return NOT_STATED
    if day <= latest.due:
        return IN_TIME
    return WITH_REASON if excused else LATE


def _overdue(facts: Facts, today: date) -> Iterator[Timely]:
    """What is still to come and should have been there, where the rules ask for it at all."""
    asked = rules_for(facts.file)
    for what, rule in RULES.items():
        if rule in asked and any(one.due < today for one in rule(facts)):
            yield Timely(what, None, OVERDUE)
