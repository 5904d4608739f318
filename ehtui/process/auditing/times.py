"""The days that the rules of an audit wait for: nothing is missing before it was to be there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from ehtui.process.facts import Facts


def finished_by(facts: Facts) -> date | None:
    """Return the day on which the plan was finished or is to be, None where none is known.

    Without either, the team's first meeting is the day: it meets to agree on the plan. A reason
    makes a later date right, and then that meeting is the day until one is set.
    """
    case = facts.file.case
    if case.plan_dated:
        return case.plan_dated
    limit = facts.plan_limit()
    if limit and not (case.plan_late_reason and not case.plan_due):
        return limit.due
    return facts.held[0].on if facts.held else None


def agreed_on(facts: Facts) -> date | None:
    """Return the day from which the plan holds: as finished, else as the team first met."""
    return facts.file.case.plan_dated or (facts.held[0].on if facts.held else None)


def as_of(file: CaseFile, day: date) -> CaseFile:
    """Return a case with the consent that was there on a day: later words change nothing before.

    What bears no date may have been there.
    """
    return replace(file, consents=[one for one in file.consents if one.on is None or one.on <= day])
