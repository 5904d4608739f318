"""Supervision and audits that were agreed for a day. Source: Newcastle 15.1, Doncaster p. 8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.facts import SOON

if TYPE_CHECKING:
    from collections.abc import Iterator

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
