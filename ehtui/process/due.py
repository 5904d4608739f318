"""What is due in a case: worked out from the facts, free of today.

Each rule is a small function that looks at one kind of thing; this module only gathers them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process import due_copies, due_harm, due_meetings, due_outcomes, due_plan, due_voices
from ehtui.process.consent import stopped
from ehtui.process.due_actions import actions_due
from ehtui.process.due_consent import (
    level_consent_due,
    looking_again_due,
    refusals_due,
    services_due,
    starting_due,
)
from ehtui.process.due_contacts import calls_due, unsafe_due
from ehtui.process.due_drift import drift_due, went_on_due, wrongs_due
from ehtui.process.due_duties import closing_due, duties_due, withdrawal_due
from ehtui.process.due_lead import lead_ends_due
from ehtui.process.due_quality import audit_due, supervision_due
from ehtui.process.due_requests import escalations_due, requests_due
from ehtui.process.facts import facts_of
from ehtui.process.stages import is_open
from ehtui.process.updating import family_hears_due, updates_due

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.casefile import CaseFile
    from data.due import DueDate
    from data.procedures.model import Procedure
    from ehtui.process.facts import Facts

    Rule = Callable[[Facts], Iterator[DueDate]]

RULES = 10
"""Goes up whenever a rule changes: kept due rows made by other rules are then written anew."""

SAFETY: tuple[Rule, ...] = (
    due_harm.harm_contacts_due,
    due_harm.decided_due,
    due_harm.weighing_due,
    due_harm.marked_due,
    calls_due,
    unsafe_due,
)
"""What never stops, consent or not, open or not."""

OPEN_CASE: tuple[Rule, ...] = (
    *SAFETY,
    due_plan.asking_due,
    due_plan.finishing_due,
    due_plan.moving_away_due,
    starting_due,
    refusals_due,
    services_due,
    looking_again_due,
    level_consent_due,
    duties_due,
    lead_ends_due,
    due_copies.plan_copies_due,
    due_copies.plan_again_due,
    due_copies.minutes_due,
    due_meetings.first_taf_due,
    due_meetings.review_due,
    due_meetings.next_date_due,
    due_meetings.other_meetings_due,
    actions_due,
    due_outcomes.contingencies_due,
    due_outcomes.outcomes_due,
    due_outcomes.drafts_due,
    due_outcomes.left_out_due,
    due_voices.hearing_due,
    due_voices.seeing_due,
    due_voices.owners_due,
    requests_due,
    escalations_due,
    supervision_due,
    audit_due,
    updates_due,
    family_hears_due,
    drift_due,
    wrongs_due,
)
WITHDRAWN_CASE: tuple[Rule, ...] = (*SAFETY, withdrawal_due, went_on_due)
"""After withdrawal only safeguarding, the notice and the closing review go on (S6)."""
CLOSED_CASE: tuple[Rule, ...] = (*SAFETY, closing_due, due_copies.minutes_due)


def due_dates(file: CaseFile, procedure: Procedure) -> list[DueDate]:
    """Return everything due in a case, soonest first; the order of entry plays no part."""
    facts = facts_of(file, procedure)
    found = {due for rule in rules_for(file) for due in rule(facts)}
    return sorted(found, key=lambda one: (one.due, one.at, one.what, one.record, one.why))


def rules_for(file: CaseFile) -> tuple[Rule, ...]:
    """Return the rules that hold for a case: open, stopped by withdrawal, or closed.

    What another record carries on is due there; only what is a matter of safety stays.
    """
    if file.case.continued_in:
        return SAFETY
    if stopped(file):
        return WITHDRAWN_CASE if is_open(file) else (*SAFETY, closing_due)
    return OPEN_CASE if is_open(file) else CLOSED_CASE
