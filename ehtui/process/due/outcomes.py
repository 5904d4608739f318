"""Outcomes: their own day, what happens if nothing moves, and those still to be put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.due.meetings import next_review_day
from ehtui.process.facts import SOON
from ehtui.process.smart import is_pending, smart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.outcomes import Outcome, Progress
    from ehtui.process.facts import Facts


def contingencies_due(facts: Facts) -> Iterator[DueDate]:
    """Give the day to decide what happens where an outcome doesn't move. Source: Hull 5."""
    for outcome in facts.file.outcomes:
        day = outcome.contingency_by
        if day and not outcome.contingency_decided and is_pending(outcome):
            then = outcome.contingency or "no contingency is written down"
            what = f"{_numbered(outcome)}: no progress by {show_short(day, day)}? {then}"
            why = f"from the plan; {_so_far(facts, outcome)}"
            yield _row(facts, "contingency", outcome, day, what, why)


def outcomes_due(facts: Facts) -> Iterator[DueDate]:
    """Give the day by which each outcome hopes to be reached, from the day of the plan on."""
    agreed = facts.file.case.plan_dated
    for outcome in facts.file.outcomes:
        if outcome.by and is_pending(outcome):
            what = f"{_numbered(outcome)}: {outcome.title}"
            why = f"its own date; {_so_far(facts, outcome)}"
            yield _row(facts, "outcome", outcome, outcome.by, what, why, agreed)


def drafts_due(facts: Facts) -> Iterator[DueDate]:
    """Give the outcomes that are still a draft thought: the plan is to be finished with them."""
    limit, case = facts.plan_limit(), facts.file.case
    day = case.plan_dated or (limit.due if limit else None)
    if day is None:
        return
    where = facts.filled(f"in the {{plan}} of {show_short(day, day)}: ") if case.plan_dated else ""
    for outcome in facts.file.outcomes:
        if outcome.status == "draft":
            gaps = [gap.words for gap in smart(outcome, facts.file, facts.procedure)]
            needs = "; ".join(gaps) or "agree it with the family"
            what = f"{_numbered(outcome)} needs work: still a draft thought"
            yield _row(facts, "outcome", outcome, day, what, f"{where}{needs}")


def left_out_due(facts: Facts) -> Iterator[DueDate]:
    """Give the children, unborn ones too, for whom there is no outcome where others have their own.

    Any outcome of theirs counts, a dropped one that says why none is needed as well.
    Source: Newcastle 4 (one plan, each child's and the family's needs).
    """
    dated, outcomes = facts.file.case.plan_dated, facts.file.outcomes
    with_own = {one.for_id for one in outcomes}
    left_out = [one for one in facts.file.children if one.id not in with_own]
    if dated is None or len(left_out) == len(facts.file.children):
        return
    day = next_review_day(facts) or dated
    for child in left_out:
        what = f"No outcome for: {child.called}"
        why = "other children of the family have one of their own"
        yield DueDate("outcome", dated, day, what, why, facts.lead, "outcomes", child.id)


def _row(
    facts: Facts,
    kind: str,
    outcome: Outcome,
    day: date,
    what: str,
    why: str,
    agreed: date | None = None,
) -> DueDate:
    shown_from = min(agreed or day, day - SOON)
    return DueDate(kind, shown_from, day, what, why, facts.lead, "outcomes", outcome.id)


def _numbered(outcome: Outcome) -> str:
    return f"Outcome {outcome.number}" if outcome.number else "Outcome"


def _so_far(facts: Facts, outcome: Outcome) -> str:
    """How it stood last, in the measure's own words."""
    measured = [
        (_on(facts, one), one)
        for one in facts.file.progress
        if one.outcome_id == outcome.id and one.value
    ]
    if not measured:
        return f"at the start {outcome.starting}" if outcome.starting else "nothing measured yet"
    on, last = max(measured, key=lambda pair: (str(pair[0] or ""), pair[1].id))
    return f"{last.value} on {show_short(on, on)}" if on else last.value


def _on(facts: Facts, progress: Progress) -> date | None:
    """The day of the progress: its own, or its meeting's."""
    at = progress.meeting_id
    return progress.on or next((one.on for one in facts.file.meetings if one.id == at), None)
