"""What is due in a case: worked out from the facts, free of today.

Each rule is a small function that looks at one kind of thing; this module only gathers them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.consent.allowed import stopped
from ehtui.process.course.stages import is_open
from ehtui.process.due import copies, harm, meetings, outcomes, plan, voices
from ehtui.process.due.actions import actions_due
from ehtui.process.due.consent import (
    level_consent_due,
    looking_again_due,
    refusals_due,
    services_due,
    starting_due,
)
from ehtui.process.due.contacts import calls_due, unsafe_due
from ehtui.process.due.drift import drift_due, went_on_due, wrongs_due
from ehtui.process.due.duties import closing_due, duties_due, withdrawal_due
from ehtui.process.due.lead import lead_ends_due
from ehtui.process.due.quality import audit_due, supervision_due
from ehtui.process.due.requests import escalations_due, requests_due
from ehtui.process.facts import facts_of
from ehtui.process.meetings.updating import family_hears_due, updates_due

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.casefile import CaseFile
    from data.due import DueDate
    from data.procedures.model import Procedure
    from ehtui.process.facts import Facts

    Rule = Callable[[Facts], Iterator[DueDate]]

RULES = 24
"""Goes up whenever a rule changes, or what people are found by: what follows from a case, its due
rows and its words in the look-up, is then written anew."""

SAFETY: tuple[Rule, ...] = (
    harm.harm_contacts_due,
    harm.decided_due,
    harm.weighing_due,
    harm.marked_due,
    calls_due,
    unsafe_due,
)
"""What never stops, consent or not, open or not."""

OPEN_CASE: tuple[Rule, ...] = (
    *SAFETY,
    plan.beginning_due,
    plan.asking_due,
    plan.finishing_due,
    plan.moving_away_due,
    starting_due,
    refusals_due,
    services_due,
    looking_again_due,
    level_consent_due,
    duties_due,
    lead_ends_due,
    copies.plan_copies_due,
    copies.plan_again_due,
    copies.minutes_due,
    meetings.first_taf_due,
    meetings.review_due,
    meetings.next_date_due,
    meetings.opened_again_due,
    meetings.other_meetings_due,
    actions_due,
    outcomes.contingencies_due,
    outcomes.outcomes_due,
    outcomes.drafts_due,
    outcomes.left_out_due,
    voices.hearing_due,
    voices.seeing_due,
    voices.owners_due,
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
CLOSED_CASE: tuple[Rule, ...] = (*SAFETY, closing_due, copies.minutes_due)


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
