"""Consent as an auditor reads it: by whom, signed where asked for, and naming every service.

Source: Newcastle 8, 8.2, 10.2; Gloucestershire, "Consent".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.dates import show_short
from ehtui.process.auditing.naming import own_service
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.safeguarding import because_of_harm
from ehtui.process.consent.allowed import may_start, stopped
from ehtui.process.consent.capacity import capacity_gaps, decides_for, has_capacity, is_of_age
from ehtui.process.consent.ledger import PARTS, in_force, voices
from ehtui.process.sharing.recipients import same_service, service_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.consent import Consent
    from ehtui.process.facts import Facts

IN_WRITING = ("signed", "electronic")
BESIDE = ("", "none", "adult_self")
"""In what capacity somebody's yes may stand beside the one that counts."""


def without_capacity(facts: Facts, _today: date) -> Iterator[Remark]:
    """Give each yes by somebody whose word doesn't count, and each child nobody spoke for.

    Whoever was only heard, spoke for themselves, or was found not able to decide is no fault where
    somebody with a say said yes as well.
    """
    file = facts.file
    # A yes that counted once: after a withdrawal nobody's does any more, and that is no fault.
    agreed = any(one.start == "yes" and has_capacity(file, one) for one in file.consents)
    for entry in in_force(file):
        said_yes = any(getattr(entry, part) == "yes" for part in PARTS)
        if not said_yes or has_capacity(file, entry) or _by_birth(file, entry):
            continue
        if agreed and (entry.capacity in BESIDE or _found_unable(file, entry)):
            continue
        who = file.name(entry.by_id, "somebody")
        gaps = " ".join(capacity_gaps(file, entry)) or f"{who} was asked in no capacity to consent."
        why = f"{_as(entry, who)}. {gaps}"
        yield Remark("consent_without_capacity", why, who, entry.on, "consent", entry.id)
    if agreed and not stopped(file):
        yield from _spoken_for_by_nobody(facts)


def no_consent(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a plan that goes on without anybody's yes to it. Source: Newcastle 8."""
    file, started = facts.file, facts.file.case.plan_started
    if started is None or started > today or may_start(file):
        return
    if any(one.start == "yes" and _by_birth(file, one) for one in in_force(file)):
        return
    if next(without_capacity(facts, today), None) is None:
        why = f"The {_plan(facts)} was started on {show_short(started, today)}. "
        yield Remark("no_consent", why + may_start(file).why, "", started, "consent")


def not_signed(facts: Facts, today: date) -> Iterator[Remark]:
    """Give consent that is nowhere in writing, where the area wants it signed.

    Source: Newcastle 8; Doncaster p. 9; Gloucestershire, "Consent".
    """
    file, started = facts.file, facts.file.case.plan_started
    asked = facts.asks_for("consent_signed")
    if asked is None or started is None or started > today or not may_start(file):
        return
    # What was signed once and only added to since is signed: corrected entries count too.
    counting = [one for one in file.consents if one.start == "yes" and has_capacity(file, one)]
    paper = any("consent" in one.what.casefold() for one in file.attachments)
    if paper or any(one.how in ("", *IN_WRITING) for one in counting):
        return
    how = ", ".join(dict.fromkeys(words("how_consent", one.how).lower() for one in counting))
    why = f"The yes to starting is recorded only as: {how}. The area asks for it signed."
    yield Remark("consent_not_signed", why, "", started, "consent", counting[-1].id)


def services_not_named(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each service in the team, or come in since, that no consent names, in or out."""
    file, given = facts.file, set()
    entries = {one.id for one in in_force(file)}
    named = [one.agency_id for one in file.consent_scopes if one.consent_id in entries]
    asked = min((one.on for one in file.consents if one.on), default=None)
    for agency in file.agencies:
        if asked is None or own_service(facts, agency) or agency.kind == "interpreter":
            continue
        if service_key(agency) in given or because_of_harm(file, agency, today):
            continue
        if any(same_service(file, agency, key) for key in named):
            continue
        members = [one for one in file.members if one.agency_id == agency.id]
        members = [one for one in members if one.until is None or one.until > today]
        since = min((one.since for one in members if one.since), default=agency.since)
        came_since = bool(agency.involved and agency.since and agency.since > asked)
        if (not members and not came_since) or (since and since > today):
            continue
        given.add(service_key(agency))
        name = agency.name or agency.worker or "A service"
        place = "is in the team" if members else "works with the family"
        why = f"{name} {place}{_since(since, today)}, and no consent names it."
        yield Remark("service_not_in_consent", why, "", since, "consent", agency.id)


def _spoken_for_by_nobody(facts: Facts) -> Iterator[Remark]:
    """A child for whom only somebody without a say said yes, beside children rightly spoken for."""
    file = facts.file
    family = [one for one in in_force(file) if one.start == "yes" and one.about_id is None]
    for child in file.children:
        if child.is_unborn or child.died or child.lives_in_home is False or not family:
            continue
        if is_of_age(child, family[-1].on):
            continue
        if any(one.agrees or one.against for one in voices(file, "start", child)):
            continue
        entry = family[-1]
        if not (decides_for(file, entry, child) or _by_birth(file, entry, child.id)):
            who = file.name(entry.by_id, "somebody")
            why = (
                f"{_as(entry, who)}, who has no recorded say for {child.called}; "
                "nobody with a say has said yes for this child."
            )
            yield Remark(
                "consent_without_capacity", why, child.called, entry.on, "consent", entry.id
            )


def _by_birth(file: CaseFile, entry: Consent, child_id: str = "") -> bool:
    """Whether a mother said it whose responsibility nobody wrote down: the law gives it to her."""
    asked = file.person(entry.by_id)
    if asked is None or asked.is_child or entry.has_capacity is False or entry.capacity == "none":
        return False
    return any(
        one.kind == "mother" and one.parental_responsibility is None
        for one in file.relationships
        if one.person_id == asked.id and (not child_id or one.child_id == child_id)
    )


def _found_unable(file: CaseFile, entry: Consent) -> bool:
    """Whether it is a child's yes that the finding itself says doesn't count."""
    asked = file.person(entry.by_id)
    return asked is not None and asked.is_child and entry.has_capacity is False


def _as(entry: Consent, who: str) -> str:
    on = f" on {show_short(entry.on, entry.on)}" if entry.on else ""
    role = f" as: {words('capacity', entry.capacity).lower()}" if entry.capacity else ""
    return f"{who} said yes{on}{role}"


def _since(day: date | None, today: date) -> str:
    return f" since {show_short(day, today)}" if day else ""


def _plan(facts: Facts) -> str:
    return facts.filled("{plan}")
