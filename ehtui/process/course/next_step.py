"""What comes next in a case, in one sentence, always in sight (N1). Source: Newcastle 6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.dates import show_date
from ehtui.process.consent.allowed import stopped
from ehtui.process.consent.withdrawal import withdrawn_on
from ehtui.process.course.duties import last_closing
from ehtui.process.course.stages import is_open, stage_of
from ehtui.process.due.meetings import first_taf_due, review_due
from ehtui.process.facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.casefile import CaseFile
    from data.due import DueDate
    from data.procedures.model import Procedure
    from ehtui.process.facts import Facts


def next_step(file: CaseFile, procedure: Procedure) -> str:
    """Return what comes next: the dated thing itself where one follows, else the stage's words.

    Free of today, like the dates in it.
    """
    facts = facts_of(file, procedure)
    if not is_open(file):
        closing = last_closing(facts)
        return f"Closed on {show_date(closing.on)}." if closing and closing.on else "Closed."
    if stopped(file):
        day = withdrawn_on(file)
        on = f" on {show_date(day)}" if day else ""
        return f"Consent was withdrawn{on}: stop, say so, and close."
    stage = stage_of(file, procedure)
    dated = _DATED.get(stage.key, _nothing)(facts)
    return f"Next: {dated or facts.filled(stage.next)}"


def _plan(facts: Facts) -> str:
    limit = facts.plan_limit()
    return f"{limit.what} by {show_date(limit.due)}." if limit else ""


def _first_meeting(facts: Facts) -> str:
    return _when(first_taf_due(facts))


def _review(facts: Facts) -> str:
    if facts.closing_agreed:
        return facts.filled(facts.procedure.stages[-1].next)
    return _when(review_due(facts))


def _when(rows: Iterator[DueDate]) -> str:
    """The first of some due dates: an agreed day is the day, one by the clock alone the last."""
    row = next(rows, None)
    if row is None:
        return ""
    agreed = "on" if row.record or row.at else "by"
    at = f" at {row.at}" if row.at else ""
    return f"{row.what} {agreed} {show_date(row.due)}{at}."


def _nothing(_facts: Facts) -> str:
    return ""


_DATED: dict[str, Callable[[Facts], str]] = {
    "understand": _plan,
    "team": _first_meeting,
    "support": _review,
    "review": _review,
}
