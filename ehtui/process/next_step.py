"""What comes next in a case, in one sentence, always in sight (N1). Source: Newcastle 6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.dates import show_date
from ehtui.process.consent import stopped
from ehtui.process.due.meetings import first_taf_due, review_due
from ehtui.process.duties import last_closing
from ehtui.process.facts import facts_of
from ehtui.process.stages import is_open, stage_of
from ehtui.process.withdrawal import withdrawn_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
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
    return dated or facts.filled(stage.next)


def _plan(facts: Facts) -> str:
    limit = facts.plan_limit()
    return f"{limit.what} by {show_date(limit.due)}." if limit else ""


def _first_meeting(facts: Facts) -> str:
    row = next(first_taf_due(facts), None)
    if row is None:
        return ""
    return f"{row.what} {_on(row.record, row.at)}{show_date(row.due)}{_at(row.at)}."


def _review(facts: Facts) -> str:
    if facts.closing_agreed:
        return facts.filled(facts.procedure.stages[-1].next)
    row = next(review_due(facts), None)
    if row is None:
        return ""
    return f"{row.what} {_on(row.record, row.at)}{show_date(row.due)}{_at(row.at)}."


def _on(record: str, at: str) -> str:
    """An agreed day is the day; one by the clock alone is the last."""
    return "on " if record or at else "by "


def _at(at: str) -> str:
    return f" at {at}" if at else ""


def _nothing(_facts: Facts) -> str:
    return ""


_DATED: dict[str, Callable[[Facts], str]] = {
    "understand": _plan,
    "team": _first_meeting,
    "support": _review,
    "review": _review,
}
