"""Consent to get, to look at again, and to ask for again. Source: Newcastle 8, 8.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.consent.allowed import may_start
from ehtui.process.due.meetings import next_review_day
from ehtui.process.facts import SOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.people import Agency
    from ehtui.process.facts import Facts


def starting_due(facts: Facts) -> Iterator[DueDate]:
    """Give the consent to start while a plan goes on without one. Source: Newcastle 8."""
    started = facts.file.case.plan_started
    if started is None:
        return
    verdict = may_start(facts.file)
    if not verdict:
        what = "Consent to start is not recorded"
        why = facts.filled("the {plan} was started on ") + show_short(started, started)
        why = f"{why}; {verdict.why.rstrip('.')}"
        yield DueDate("consent", started, started, what, why, facts.lead, "consent")


def looking_again_due(facts: Facts) -> Iterator[DueDate]:
    """Give consent to be looked at with the next review, where the area says so."""
    consent = facts.procedure.consent
    if consent is None or "review" not in consent.revisit:
        return
    day = next_review_day(facts)
    if day is None:
        return
    what = "Ask again about consent, at the review"
    why = f"at every review; the next is on {show_short(day, day)}"
    yield DueDate("consent", day - SOON, day, what, why, facts.lead, "consent")


def level_consent_due(facts: Facts) -> Iterator[DueDate]:
    """Give consent to be looked at since the level changed, where the area says so.

    Source: Gloucestershire, "if the level increases".
    """
    consent = facts.procedure.consent
    if consent is None or "level_change" not in consent.revisit:
        return
    for change in facts.file.level_changes:
        if (day := change.on) and change.to_level and not change.consent_looked_at:
            why = facts.filled("the {level} changed on ") + show_short(day, day)
            what = "Look at consent again"
            yield DueDate("consent", day, day, what, why, facts.lead, "decisions", change.id)


def services_due(facts: Facts) -> Iterator[DueDate]:
    """Give each service that works with the family and that no consent names, in or out.

    Every area shares only with those who are named, so this holds in every one.
    Source: Newcastle 10.2; Gloucestershire, "Consent", where a service joins.
    """
    if not facts.file.consents:
        return
    replaced = {one.replaces_id for one in facts.file.consents}
    scopes = (one for one in facts.file.consent_scopes if one.consent_id not in replaced)
    named = {one.agency_id for one in scopes}
    for agency in facts.file.agencies:
        if agency.id not in named and (day := _joined(facts, agency)) is not None:
            what = f"Ask about consent for: {agency.name or agency.worker or 'a service'}"
            why = f"with the family since {show_short(day, day)}; no consent names it"
            yield DueDate("consent", day, day, what, why, facts.lead, "consent", agency.id)


def refusals_due(facts: Facts) -> Iterator[DueDate]:
    """Give what follows a refusal, until the family says yes: asking again, talking it over.

    Source: Newcastle 8.1; Hull, on refusal (a day to ask again).
    """
    refusals = sorted(
        (one for one in facts.file.refusals if one.on), key=lambda one: (str(one.on), one.id)
    )
    last = refusals[-1] if refusals else None
    if last is None or last.on is None or _said_yes_since(facts, last.on):
        return
    said = f"they said no on {show_short(last.on, last.ask_again or last.on)}"
    if day := last.ask_again:
        what = "Ask the family again"
        yield DueDate("consent", day - SOON, day, what, said, facts.lead, "start", last.id)
    consent = facts.procedure.consent
    if len(refusals) > 1 and not last.talked_to and consent and consent.refused_again:
        what = facts.filled(consent.refused_again[0])
        why = f"{said}, not for the first time"
        yield DueDate("consent", last.on, last.on, what, why, facts.lead, "start", last.id)


def _said_yes_since(facts: Facts, day: date) -> bool:
    if facts.file.case.plan_started and facts.file.case.plan_started >= day:
        return True
    return any(one.start == "yes" and one.on and one.on >= day for one in facts.file.consents)


def _joined(facts: Facts, agency: Agency) -> date | None:
    """The first day on which a service is known to work with the family, None if it doesn't."""
    members = [one for one in facts.file.members if one.agency_id == agency.id and not one.until]
    if not agency.involved and not members:
        return None
    in_team = {one.id for one in members}
    held = {one.id: one.on for one in facts.held}
    there = (one for one in facts.file.attendances if one.member_id in in_team)
    came = (held.get(one.meeting_id or "") for one in there if one.state == "present")
    days = [agency.since, *(one.since for one in members), *came]
    first_asked = min((one.on for one in facts.file.consents if one.on), default=None)
    known = min((day for day in days if day), default=None)
    # Who was there before the family was asked is asked about from that day on.
    return max((day for day in (known, first_asked) if day), default=None)
