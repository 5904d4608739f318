"""Children to be heard, and to be seen again. Source: Newcastle 7.3, 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.assessment.statements import section_of
from ehtui.process.assessment.voices import came_later, last_met, not_heard, to_hear, without_owner
from ehtui.process.facts import SOON
from ehtui.process.times.clocks import deadline, span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.procedures.clock import Clock
    from ehtui.process.facts import Facts


def hearing_due(facts: Facts) -> Iterator[DueDate]:
    """Give the children who have not been heard by the day the plan is, or should be, finished.

    One who came into the family after that has two weeks from then: the program's own measure.
    """
    day, why = _finished(facts)
    if day is None or not facts.asks_for("child_voice"):
        return
    for child in not_heard(facts.file):
        what, by, because = f"Child not yet heard: {child.called}", day, why
        if came := came_later(facts.file, child, day):
            by = came + SOON
            because = f"came into the family on {show_short(came, by)}; no time is stated"
        yield DueDate("voice", by - SOON, by, what, because, facts.lead, "houses", child.id)


def seeing_due(facts: Facts) -> Iterator[DueDate]:
    """Give the day by which each child is to be seen or heard again.

    No source says how often. The longest time the area allows between two reviews is taken, because
    a review needs the child's view as it is now; where the area states none, nothing is due.
    """
    clock = next((one for one in facts.clocks if one.since == one.until == "last_review"), None)
    if clock is None or not facts.file.case.plan_started:
        return
    for child in to_hear(facts.file):
        if met := last_met(facts.file, child):
            yield _again(facts, clock, child.id, child.called, met)


def owners_due(facts: Facts) -> Iterator[DueDate]:
    """Give the statements of which it isn't clear whose view they are. Source: Newcastle 10.1."""
    day, why = _finished(facts)
    if day is None or not facts.asks_for("whose_view"):
        return
    for one in without_owner(facts.file):
        what = "Say whose view a statement is"
        section = section_of(one)
        yield DueDate("voice", day - SOON, day, what, why, facts.lead, section, one.id)


def _again(facts: Facts, clock: Clock, child_id: str, name: str, met: date) -> DueDate:
    due = deadline(clock, met)
    why = (
        f"not seen or heard since {show_short(met, due)}; "
        f"{span(clock)} is the longest between two reviews"
    )
    return DueDate("voice", due - SOON, due, f"See {name}", why, facts.lead, "houses", child_id)


def _finished(facts: Facts) -> tuple[date | None, str]:
    """The day on which the plan was finished, or is to be, and how to say so.

    Where the area states no time for the plan, two weeks are the program's own measure.
    """
    case, limit = facts.file.case, facts.plan_limit()
    if case.plan_dated:
        return case.plan_dated, facts.filled(
            f"the {{plan}} of {show_short(case.plan_dated, case.plan_dated)} is to hold it"
        )
    if limit:
        return limit.due, f"{facts.filled('before the {plan} is finished')}: {limit.why}"
    if case.plan_started:
        started = show_short(case.plan_started, case.plan_started)
        why = (
            f"{SOON.days // 7} weeks after the {{plan}} was started on {started}, no time is stated"
        )
        return case.plan_started + SOON, facts.filled(why)
    return None, ""
