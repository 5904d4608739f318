"""Copies that somebody should have had: the plan, and the minutes of each meeting.

Source: Newcastle 11.1, 13.3; Doncaster p. 16. The sources give no time for sending: a week is the
program's own measure, and the reason shown says so.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.facts import is_first, is_review
from ehtui.process.sharing.readers import have_had, readers_of_minutes, readers_of_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.meetings import Meeting
    from ehtui.process.facts import Facts

A_WEEK = timedelta(weeks=1)


def minutes_due(facts: Facts) -> Iterator[DueDate]:
    """Give the minutes of each of the team's meetings while somebody has not had theirs."""
    everyone = facts.asks_for("minutes_to_all") is not None
    for meeting in facts.held:
        readers = readers_of_minutes(facts.file, meeting, everyone=everyone)
        waiting = readers.keys() - have_had(facts.file, "minutes", meeting.id)
        if meeting.on and waiting:
            about = show_short(meeting.on, meeting.on)
            yield DueDate(
                "copies",
                meeting.on,
                meeting.on + A_WEEK,
                f"Minutes of {about} to hand out ({_counted(readers, waiting)})",
                f"a week after {facts.called(meeting)}, no time is stated; "
                f"for: {_listed(readers, waiting)}",
                facts.lead,
                "meetings",
                meeting.id,
            )


def plan_copies_due(facts: Facts) -> Iterator[DueDate]:
    """Give the plan while the family or the team has not had it. Source: Newcastle 11.1."""
    case = facts.file.case
    if case.plan_dated is None:
        return
    family = facts.asks_for("plan_to_family") is not None and not case.plan_given
    team = facts.asks_for("plan_to_team") is not None
    readers = readers_of_plan(facts.file, family=family, team=team)
    waiting = readers.keys() - have_had(facts.file, "plan", None)
    if waiting:
        due, why = _before_the_team_meets(facts, case.plan_dated, team=team)
        yield DueDate(
            "copies",
            case.plan_dated,
            due,
            f"{facts.filled('{Plan}')} to hand out ({_counted(readers, waiting)})",
            f"{why}; for: {_listed(readers, waiting)}",
            facts.lead,
            "team",
        )


def plan_again_due(facts: Facts) -> Iterator[DueDate]:
    """Give the plan once more to those whose copy is older than the review that changed it.

    Who never had one is asked for by `plan_copies_due`. Source: Doncaster p. 16.
    """
    changed = [one for one in facts.held if is_review(one) and _changes_the_plan(facts, one)]
    since = changed[-1].on if changed else None
    if since is None or facts.asks_for("plan_again") is None:
        return
    given = facts.file.case.plan_given
    readers = readers_of_plan(facts.file, family=True, team=True)
    of_the_family = {key for key in readers if not key or facts.file.person(key)}
    had = have_had(facts.file, "plan", None) | (of_the_family if given else set())
    fresh = have_had(facts.file, "plan", None, since=since)
    fresh |= of_the_family if given and given >= since else set()
    waiting = (readers.keys() & had) - fresh
    if waiting:
        yield DueDate(
            "copies",
            since,
            since + A_WEEK,
            f"{facts.filled('{Plan}')} to hand out again ({_counted(readers, waiting)})",
            f"{facts.called(changed[-1])} changed it, no time is stated; "
            f"for: {_listed(readers, waiting)}",
            facts.lead,
            "team",
        )


def _changes_the_plan(facts: Facts, review: Meeting) -> bool:
    """Whether a review left another plan behind it than the one that was handed out.

    Only what was written down at the review counts: its next step says so, or an action was agreed
    or moved there. A word mended in an outcome on some other day is no new plan for everyone.
    """
    step = facts.next_step(review.next_step)
    if step is not None and step.revises:
        return True
    return any(review.id in (one.agreed_at_id, one.moved_at_id) for one in facts.file.actions)


def _before_the_team_meets(facts: Facts, dated: date, *, team: bool) -> tuple[date, str]:
    """By when the plan is to be given, and why: before the first meeting, or in a week."""
    planned = (one.on for one in facts.file.meetings if is_first(one.kind) and one.on)
    first = facts.days.get("first_taf") or min(planned, default=None)
    of = f"{facts.filled('the {plan}')} of {show_short(dated, dated)}"
    if team and first and dated <= first <= dated + A_WEEK:
        return first, f"{of}, the team is to have it before it meets"
    return dated + A_WEEK, f"a week after {of}, no time is stated"


def _counted(readers: dict[str, str], waiting: set[str]) -> str:
    return f"{len(waiting)} people" if len(waiting) > 1 else _listed(readers, waiting)


def _listed(readers: dict[str, str], waiting: set[str]) -> str:
    return ", ".join(sorted(readers[key] for key in waiting))
