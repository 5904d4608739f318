"""The rules of an audit in one list, and which of them a case has to answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ehtui.process.auditing import (
    actions,
    compulsory,
    consent,
    copies,
    drift,
    ending,
    excluded,
    held_back,
    interpreters,
    late,
    meetings,
    outcomes,
    parents,
    sharing,
    statements,
    telling,
    voices,
    withdrawn,
)
from ehtui.process.auditing.remark import sentence
from ehtui.process.consent.allowed import stopped
from ehtui.process.course.handover import MOVED
from ehtui.process.course.stages import is_open
from ehtui.process.facts import facts_of

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from ehtui.process.auditing.remark import Remark, Rule

WRONGS: tuple[Rule, ...] = (
    held_back.never_weighed,
    held_back.in_a_copy,
    excluded.invited,
    excluded.sent_to,
    consent.without_capacity,
    sharing.without_decision,
    sharing.to_a_stranger,
)
"""What was done and can't be undone by going on: asked of every case, closed ones too."""
TOLD: tuple[Rule, ...] = (telling.centre_not_told,)
ENDED: tuple[Rule, ...] = (
    *WRONGS,
    *TOLD,
    copies.minutes_not_sent,
    ending.open_actions,
    ending.no_analysis,
    ending.handover_without_family,
    ending.lead_changed,
    withdrawn.went_on,
)
"""What a closed case still has to answer."""
GOING_ON: tuple[Rule, ...] = (
    *WRONGS,
    excluded.listed,
    consent.no_consent,
    consent.not_signed,
    consent.services_not_named,
    voices.sibling_without_voice,
    voices.only_adults,
    voices.owner_missing,
    late.child_heard_late,
    parents.parent_never_asked,
    interpreters.interpreter_missing,
    statements.no_strengths,
    statements.opinion_as_fact,
    statements.worry_unanswered,
    outcomes.incomplete,
    outcomes.still_draft,
    outcomes.names_service,
    actions.all_on_one,
    actions.none_on_family,
    meetings.no_next_date,
    meetings.held_late,
    meetings.without_meeting,
    meetings.overdue,
    late.plan_not_started,
    late.plan_not_finished,
    copies.plan_not_given,
    copies.minutes_not_sent,
    *TOLD,
    compulsory.tools_missing,
    compulsory.sections_missing,
    compulsory.not_assessed_why,
    compulsory.no_lead,
    ending.handover_without_family,
    ending.lead_changed,
    drift.drifting,
)
"""What an open case has to answer."""
WITHDRAWN: tuple[Rule, ...] = (*WRONGS, *TOLD, withdrawn.went_on)
"""After withdrawal nothing goes on that could still be mended (S6)."""


def audit(file: CaseFile, procedure: Procedure, today: date) -> list[Remark]:
    """Return what somebody who audits the case today would ask about, the oldest first.

    What bears no day comes last. The order of entry plays no part.
    """
    facts = facts_of(file, procedure)
    remarks = (remark for rule in rules_for(file) for remark in rule(facts, today))
    found = {replace(one, why=sentence(one.why)) for one in remarks}
    return sorted(found, key=lambda one: (one.since or date.max, one.what, one.record, one.why))


def rules_for(file: CaseFile) -> tuple[Rule, ...]:
    """Return the rules for a case: open, stopped by withdrawal, moved away, or closed.

    A record that another one carries on has nothing to answer.
    """
    if file.case.continued_in:
        return ()
    if not is_open(file) or _moved_away(file):
        return ENDED
    return WITHDRAWN if stopped(file) else GOING_ON


def _moved_away(file: CaseFile) -> bool:
    """Whether the family's plan has gone to another area, which has it in hand."""
    return any(
        one.why == MOVED and one.on and one.accepted and one.new_team_told for one in file.handovers
    )
