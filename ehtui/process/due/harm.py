"""Harm: contacts that wait for writing or an answer, and worries nobody has weighed (S2, S3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.assessment.statements import said_on, section_of, whose
from ehtui.process.sharing.restrictions import unweighed
from ehtui.process.times.clocks import limit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.procedures.clock import Event
    from data.records.assessment import Statement
    from data.records.contacts import HarmContact
    from ehtui.process.facts import Facts
    from ehtui.process.times.clocks import Limit


def harm_contacts_due(facts: Facts) -> Iterator[DueDate]:
    """Give what still follows each contact about harm: why, in writing, and the answer.

    The area's own times govern; where it states none, an answer is waited for from the same day.
    Source: Hull 7 (in writing within 48 hours, ask after 5 working days).
    """
    for contact in facts.file.harm_contacts:
        if contact.on is None:
            continue
        about = "" if contact.case_id else f" about {contact.about or 'nobody named'}"
        day = show_short(contact.on, contact.on)
        rung = f"{contact.rung or 'social care'} rung on {day}{about}"
        if not contact.reason:
            yield _contact(facts, contact, contact.on, "Write down what the worry is", rung)
        if contact.nameless:
            continue  # a consultation asks for advice, and gave nothing away to follow up
        if not contact.written and (by := _limit(facts, contact, "contact_written")):
            yield _contact(facts, contact, by.due, "Follow up in writing", f"{rung}; {by.why}")
        if not contact.answered:
            by = _limit(facts, contact, "contact_answered")
            due = by.due if by else contact.on
            why = f"{rung}; {by.why if by else 'no time is stated for an answer'}"
            if contact.chased:
                why = f"{why}; asked again on {show_short(contact.chased, due)}"
            yield _contact(facts, contact, due, "No answer yet about harm: ask", why)


def decided_due(facts: Facts) -> Iterator[DueDate]:
    """Give the decision to go to social care now that no contact about harm has followed (S2)."""
    rung = [one.on for one in facts.file.harm_contacts if one.on]
    for one in facts.file.start_decisions:
        if one.on and one.decision == "harm" and not any(day >= one.on for day in rung):
            what = facts.filled("Ring the {front_door} now (F9)")
            why = f"decided on {show_short(one.on, one.on)}; no contact about harm is recorded"
            yield DueDate("harm", one.on, one.on, what, why, facts.lead, "start", one.id)


def weighing_due(facts: Facts) -> Iterator[DueDate]:
    """Give what is kept from somebody and was never weighed for harm (S3)."""
    for held in unweighed(facts.file):
        statement = _statement(facts, held.record_id)
        marked = statement and statement.weigh_harm
        day = held.since or (statement and said_on(facts.file, statement)) or _begun(facts)
        if day and not marked:
            kept = facts.file.name(held.from_person_id or held.from_agency_id, "somebody")
            what = f"Kept from {kept}: could it be a risk of harm?"
            why = f"held back since {show_short(day, day)}, never weighed for harm"
            section = section_of(statement) if statement else "consent"
            yield DueDate("harm", day, day, what, why, facts.lead, section, held.id)


def marked_due(facts: Facts) -> Iterator[DueDate]:
    """Give the statements that somebody marked as a worry and nobody has weighed for harm yet."""
    for one in facts.file.statements:
        day = said_on(facts.file, one) or _begun(facts)
        if day and one.weigh_harm and not one.harm_weighed:
            what = f"Marked worry of {whose(facts.file, one)}: could it be a risk of harm?"
            why = f"said on {show_short(day, day)}, never weighed for harm"
            yield DueDate("harm", day, day, what, why, facts.lead, section_of(one), one.id)


def _limit(facts: Facts, contact: HarmContact, event: Event) -> Limit | None:
    """By when the area wants an event to follow a contact of its kind, and why."""
    kind = contact.request or "harm"
    clocks = [one for one in facts.procedure.clocks if not one.routes or kind in one.routes]
    days: dict[Event, date | None] = {
        "contact_made": contact.on,
        "contact_written": contact.written,
    }
    happened = {one: day for one, day in days.items() if day}
    return limit(clocks, event, happened, facts.procedure)


def _contact(facts: Facts, contact: HarmContact, due: date, what: str, why: str) -> DueDate:
    shown_from = contact.on or due
    return DueDate("harm", shown_from, due, what, why, facts.lead, "calls", contact.id)


def _statement(facts: Facts, record_id: str) -> Statement | None:
    return next((one for one in facts.file.statements if one.id == record_id), None)


def _begun(facts: Facts) -> date | None:
    return facts.file.case.plan_started or facts.file.case.first_concern
