"""What somebody said they would do, and has not done yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.course.drifting import was_late_before
from ehtui.process.facts import SOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.meetings import Meeting
    from data.records.outcomes import Action
    from ehtui.process.facts import Facts


def actions_due(facts: Facts) -> Iterator[DueDate]:
    """Give every open action with a date, whoever it is for."""
    for action in facts.file.actions:
        if action.status == "open" and action.due:
            why = _why(facts, action, action.due)
            who = who_does(facts, action)
            yield DueDate(
                "action",
                action.due - SOON,
                action.due,
                action.what or "Action",
                why,
                who,
                "outcomes",
                action.id,
            )


def who_does(facts: Facts, action: Action) -> str:
    """Return who an action is for: as written, else by the name of the person or member."""
    file = facts.file
    return action.who or file.name(action.who_person_id) or file.name(action.who_member_id)


def _why(facts: Facts, action: Action, due: date) -> str:
    agreed = _origin(facts, action)
    if action.first_due is None or action.first_due == due:
        return agreed
    moved = _moved_at(facts, action, due)
    at = f" at {facts.called(moved)}" if moved else ""
    first = show_short(action.first_due, due)
    again = "; late once already" if was_late_before(facts, action) else ""
    return f"{agreed}, {first}; moved to {show_short(due, due)}{at}{again}"


def _origin(facts: Facts, action: Action) -> str:
    """Where the action was agreed: at a meeting, else in the plan."""
    if meeting := _meeting(facts, action.agreed_at_id):
        return f"from {facts.called(meeting)}"
    return "from the plan"


def _moved_at(facts: Facts, action: Action, due: date) -> Meeting | None:
    """The meeting that moved it to this day, as the action says or as the minutes do."""
    if meeting := _meeting(facts, action.moved_at_id):
        return meeting
    moves = (
        one for one in facts.file.progress if one.action_id == action.id and one.moved_to == due
    )
    found = [meeting for one in moves if (meeting := _meeting(facts, one.meeting_id))]
    return min(found, key=lambda one: (str(one.on), one.id), default=None)


def _meeting(facts: Facts, meeting_id: str | None) -> Meeting | None:
    if not meeting_id:
        return None
    return next((one for one in facts.file.meetings if one.id == meeting_id), None)
