"""Before a plan and at its end: asking the centre, finishing. Source: Newcastle 9.1, 11, 12."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.consent.allowed import may_start
from ehtui.process.consent.capacity import said_yes_on
from ehtui.process.course.duties import MOVED_AWAY
from ehtui.process.course.handover import moving
from ehtui.process.course.starting import decision_of, wants_team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.people import Person
    from ehtui.process.facts import Facts

A_WEEK: Final = timedelta(weeks=1)


def finishing_due(facts: Facts) -> Iterator[DueDate]:
    """Give the day by which the plan is to be finished. Source: Newcastle 11, 12."""
    case = facts.file.case
    limit = facts.plan_limit()
    if case.plan_dated or limit is None or not _makes_a_plan(facts):
        return
    what, why = limit.what, limit.why
    if case.plan_late_reason and not case.plan_due:
        # A reason makes a later date right, so there has to be one.
        what = f"{what}: say by when instead"
        why = f"{why}; later because: {case.plan_late_reason}"
    shown_from = min(case.plan_started or limit.due, limit.due)
    yield DueDate("plan", shown_from, limit.due, what, why, facts.lead, "start")


def beginning_due(facts: Facts) -> Iterator[DueDate]:
    """Give what a record waits for before a plan: the decision, asking the family, the first day.

    No area states by when; but nothing else would bring back a concern that was only noted, and
    from the first day on the areas count their times.
    """
    file = facts.file
    case, decision = file.case, decision_of(file)
    begun = case.plan_started or case.plan_dated or case.stands_in or file.held_meetings
    if begun or file.refusals or any(one.start in ("no", "withdrawn") for one in file.consents):
        return
    section, record = "start", ""
    if may_start(file):
        day = said_yes_on(file) if _makes_a_plan(facts) else None
        what, record = "Write down the day on which the {plan} starts", case.id
        why = "the family said yes"
    elif decision == "start":
        day = max((one.on for one in file.start_decisions if one.on), default=None)
        what, section = "Ask the family whether they agree", "consent"
        why = "it was decided to start"
    else:
        day = None if decision or file.consents else case.first_concern
        what, why = "Decide whether to start a {plan}", "somebody raised it"
    if day is not None:
        since = f"a week after {why} on {show_short(day, day)}, no time is stated"
        due = day + A_WEEK
        yield DueDate("plan", day, due, facts.filled(what), since, facts.lead, section, record)


def asking_due(facts: Facts) -> Iterator[DueDate]:
    """Give the children about whom the centre has not answered yet. Source: Newcastle 9.1."""
    day, children = _starts_on(facts), _not_answered(facts)
    if day is None or not children or not facts.procedure.checks:
        return
    asked = facts.filled(facts.procedure.checks[0].asks)
    names = ", ".join(one.called for one in children)
    yield DueDate(
        "plan",
        day,
        day,
        f"Ask {asked} whether a plan exists: {names}",
        f"to be asked before starting on {show_short(day, day)}; no answer is recorded",
        facts.lead,
        "start",
    )


def moving_away_due(facts: Facts) -> Iterator[DueDate]:
    """Give the closing here, once a family goes to another area. Source: Newcastle 14.4."""
    away = moving(facts.file)
    reasons = {one.key for one in facts.procedure.closing_reasons}
    if away is None or away.on is None or MOVED_AWAY not in reasons:
        return
    what = facts.filled("Close the {plan} here: the family has moved")
    why = f"the family moves to {away.new_area or 'another area'} on {show_short(away.on, away.on)}"
    yield DueDate("plan", away.on, away.on, what, why, facts.lead, "closing")


def _makes_a_plan(facts: Facts) -> bool:
    """Whether this way in leads to a plan of its own, and no single service took it over."""
    case = facts.file.case
    route = next((one for one in facts.procedure.routes if one.key == case.route), None)
    skipped = route is not None and "plan_dated" not in route.steps
    return not skipped and wants_team(facts.file)


def _starts_on(facts: Facts) -> date | None:
    """The day on which the plan is, or is to be, started."""
    decided = [one.on for one in facts.file.start_decisions if one.on and one.decision == "start"]
    return facts.file.case.plan_started or max(decided, default=None)


def _not_answered(facts: Facts) -> list[Person]:
    answered = {
        one.child_id for one in facts.file.enquiries if one.answer and one.answer != "waiting"
    }
    if None in answered:
        return []
    born = (one for one in facts.file.children if not one.is_unborn)
    found = [one for one in born if one.id not in answered]
    return sorted(found, key=lambda one: one.id)
