"""The consent ledger, and what must be kept from someone."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, clock_time, day, line, link, text, yes_no


class Answer(StrEnum):
    """What was said to one part of the consent."""

    yes = "yes"
    no = "no"
    heard = "heard"
    """No objection, and no consent either: heard, not counted."""
    withdrawn = "withdrawn"
    not_asked = ""


class Consent(CaseRecord, table=True):
    """One asking: who, in what capacity, about whom, and what they said to start, store and share.

    Once saved an entry never changes; a later one names the one it replaces. Source: Newcastle 8.
    """

    __tablename__ = "consents"
    one_row: ClassVar[str] = "an entry of the consent ledger"

    on: date | None = day("Asked on", past=True)
    at: str = clock_time("At")
    by_id: str | None = link("Who was asked", "people", "people")
    capacity: str = choice("As", "code:capacity")
    about_id: str | None = link("About", "people", "people", "empty: the whole family")
    start: str = choice("Start", "code:answer")
    store: str = choice("Store", "code:answer")
    share: str = choice("Share", "code:answer")
    how: str = choice("How", "code:how_consent")
    explained: str = text("What was explained")
    stored_how: str = line("How it is stored", "paper, the {central_log}")
    privacy_notice: date | None = day("Privacy notice given", past=True)
    may_fetch: bool | None = yes_no("May fetch what others hold already")
    words: str = text("What they said", "conditions, doubts, their own words")
    reason: str = text("Reason", "why no, or why withdrawn")
    understood_how: str = text("How understanding was shown", "told it back, asked questions")
    understands_who_sees: bool | None = yes_no("Knows who would see it")
    understands_can_refuse: bool | None = yes_no("Knows they can say no")
    understands_risks: str = text("Risks, results and other ways talked through")
    pressure: str = line("Pressure from anybody")
    mca_understands: bool | None = yes_no("Can understand it")
    mca_retains: bool | None = yes_no("Can keep it in mind")
    mca_weighs: bool | None = yes_no("Can weigh it up")
    mca_communicates: bool | None = yes_no("Can say what they decide")
    has_capacity: bool | None = yes_no(
        "Able to decide this", "your finding, for this decision only"
    )
    capacity_reasons: str = text("Reasons for that")
    assessed_by: str = line("Judged by")
    conflict: str = text("Family in conflict", "why this person was asked, and who decided")
    replaces_id: str | None = link("Corrects the entry", "consents", "consents")


class ConsentScope(CaseRecord, table=True):
    """One agency in or out of a consent, and for which subject (S5)."""

    __tablename__ = "consent_scopes"
    one_row: ClassVar[str] = "an agency of the consent"

    consent_id: str | None = link("Consent", "consents", "consents", index=True)
    agency_id: str | None = link("Service", "agencies", "agencies")
    included: bool | None = yes_no("May see")
    subject: str = choice("What", "code:subject", default="everything")
    note: str = line("Only this", "about the rent only")


class Restriction(CaseRecord, table=True):
    """A record, or one field of it, kept from one person or service until lifted (S3)."""

    __tablename__ = "restrictions"
    one_row: ClassVar[str] = "something held back"

    record_id: str = ""
    field: str = ""
    """Empty: the whole record."""
    from_person_id: str | None = link("Kept from", "people", "people")
    from_agency_id: str | None = link("Kept from the service", "agencies", "agencies")
    why: str = line("Why")
    asked_by_id: str | None = link("Who asked for it", "people", "people")
    since: date | None = day("Since", past=True)
    lifted: date | None = day("Lifted on", past=True, after="since")
    harm_weighed: date | None = day("Weighed for harm on", past=True)
    harm_view: str = text("Could this be a risk of harm?")
    harm_consulted: str = line("Who was consulted")
