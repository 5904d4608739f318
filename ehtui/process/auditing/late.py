"""What came too late, or has not come at all: the plan, and the children's voice in it.

Source: Newcastle 7.3, 12; Derby 4. Where an area states no time, three months are the program's own
measure of a plan that nobody will call young any more.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ehtui.dates import show_short
from ehtui.process.assessment.statements import said_on
from ehtui.process.assessment.voices import came_later, last_met, not_heard
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.voices import children_to_hear
from ehtui.process.consent.capacity import said_yes_on
from ehtui.process.course.starting import wants_team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.people import Person
    from ehtui.process.facts import Facts

FORTNIGHT = timedelta(weeks=2)
"""How long a plan may be late before it is more than late."""
A_MONTH = timedelta(weeks=4)
"""How long after the family's yes a plan may wait to be started."""
THREE_MONTHS = timedelta(weeks=13)


def plan_not_finished(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a plan that was started and should long be finished, without a reason why not."""
    case = facts.file.case
    if case.plan_started is None or case.plan_dated or case.paused_reason:
        return
    if case.plan_late_reason and not case.plan_due:
        return
    limit = facts.plan_limit()
    due = limit.due if limit else case.plan_started + THREE_MONTHS
    if today > (due + FORTNIGHT if limit else due):
        by = f"to be finished by {show_short(due, today)} ({limit.why})" if limit else ""
        by = by or f"started on {show_short(case.plan_started, today)}"
        why = facts.filled(f"The {{plan}} was {by} and is not; no reason is recorded.")
        yield Remark("plan_not_finished", why, "", due, "overview")


def plan_not_started(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a family that said yes long ago, and for whom no plan was started since."""
    file = facts.file
    if file.case.plan_started or file.case.plan_dated or file.case.paused_reason:
        return
    day = said_yes_on(file)
    if day is None or day + A_MONTH >= today or not wants_team(file):
        return
    why = f"The family said yes on {show_short(day, today)}; no {{plan}} was started since"
    why += "." if file.lead and file.lead.name else ", and nobody is named as {lead}."
    yield Remark("plan_not_started", facts.filled(why), "", day, "start")


def child_heard_late(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each child who was first heard after the plan had been finished without them.

    Not a child who came into the family since: no plan could have waited for that one.
    """
    dated = facts.file.case.plan_dated
    if dated is None or not facts.asks_for("child_voice") or facts.file.case.stands_in:
        return
    silent = {one.id for one in not_heard(facts.file)}
    for child in children_to_hear(facts):
        first = None if child.id in silent else _first_heard(facts, child)
        was_there = came_later(facts.file, child, dated) is None
        if first and dated < first <= today and was_there:
            why = (
                f"{child.called} was first heard on {show_short(first, today)}; the plan had been "
                f"finished on {show_short(dated, today)}."
            )
            yield Remark("child_heard_late", why, child.called, dated, "houses", child.id)


def _first_heard(facts: Facts, child: Person) -> date | None:
    """The first day on which a child said or showed something, None where any of it has no day."""
    file = facts.file
    if last_met(file, child) is None:
        return None
    days = [said_on(file, one) for one in file.statements if one.owner_id == child.id]
    days += [one.on for one in file.conversations if one.with_id == child.id]
    days += [one.on for one in file.tool_uses if one.with_id == child.id]
    days += [one.on for one in file.notes if one.about_id == child.id and one.child_seen]
    days += [one.on for one in file.consents if one.by_id == child.id]
    met = {one.id: one.on for one in file.meetings}
    days += [
        one.on or met.get(one.meeting_id or "") for one in file.scales if one.owner_id == child.id
    ]
    watched = [one for one in file.statements if one.about_id == child.id and one.basis == "seen"]
    days += [said_on(file, one) for one in watched]
    known = [one for one in days if one]
    return min(known) if known and len(known) == len(days) else None
