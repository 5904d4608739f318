"""Supervision and audits: those agreed for a day, and the one of each month.

Source: Newcastle 15.1, Doncaster p. 8.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from data.due import DueDate
from data.procedures.words import fill
from ehtui.dates import show_short
from ehtui.process.facts import SOON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.procedures.model import Procedure
    from ehtui.process.facts import Facts


def supervision_due(facts: Facts) -> Iterator[DueDate]:
    """Give the next supervision that the last one agreed."""
    held = sorted((one for one in facts.file.supervisions if one.on), key=lambda one: str(one.on))
    if held and (last := held[-1]).on and (day := last.next_on):
        why = f"agreed at the supervision of {show_short(last.on, day)}"
        what = f"Supervision with {last.with_whom}" if last.with_whom else "Supervision"
        yield DueDate("quality", day - SOON, day, what, why, facts.lead, "quality", last.id)


def audit_due(facts: Facts) -> Iterator[DueDate]:
    """Give the day on which the last audit wanted to look again."""
    held = sorted((one for one in facts.file.quality_audits if one.on), key=lambda one: str(one.on))
    if held and (last := held[-1]).on and (day := last.look_again):
        why = f"wanted by the audit of {show_short(last.on, day)}"
        yield DueDate(
            "quality",
            day - SOON,
            day,
            "Look again at what the audit found",
            why,
            facts.lead,
            "quality",
            last.id,
        )


def monthly_audit_due(procedure: Procedure, last: date, who: str) -> Iterator[DueDate]:
    """Give the audit of the month after the last one, where the area audits in every month.

    Which case is looked at is for those to choose who audit, so that it belongs to no family. Where
    no audit was ever recorded, nobody keeps them here, and there is nothing to say.
    """
    if procedure.audit is None or not procedure.audit.each_month:
        return
    first = _next_month(last)
    due = _next_month(first) - timedelta(days=1)
    why = f"{fill(procedure.audit.title, procedure.words)}; the last was on {show_short(last, due)}"
    what = f"An audit in {first:%B}: choose a family"
    yield DueDate("quality", due - SOON, due, what, why, who, "quality")


def _next_month(day: date) -> date:
    """The first day of the month after this one."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
