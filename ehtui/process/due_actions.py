"""What somebody said they would do, and has not done yet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.outcomes import Action

SEEN_BEFORE = timedelta(weeks=2)


def actions_due(file: CaseFile, _procedure: Procedure) -> Iterator[DueDate]:
    """Give every open action with a date."""
    for action in file.actions:
        if action.status == "open" and action.due:
            yield DueDate(
                kind="action",
                shown_from=action.due - SEEN_BEFORE,
                due=action.due,
                what=action.what,
                why=_why(action),
                who=action.who,
                section="outcomes",
                record=action.id,
            )


def _why(action: Action) -> str:
    if action.due and action.first_due and action.first_due != action.due:
        return f"first due {show_short(action.first_due, beside=action.due)}"
    return "agreed in the plan"
