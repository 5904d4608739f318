"""A case that drifts, from the day on which it does. Source: Derby 8 (drift and delay)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.auditing.remark import Remark
from ehtui.process.course.drifting import drifts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ehtui.process.facts import Facts


def drifting(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each way in which the case drifts by today."""
    for one in drifts(facts):
        if one.since <= today:
            yield Remark(one.what, one.why, one.person, one.since, one.section, one.record)
