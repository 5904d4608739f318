"""Decisions about a case: its level, what is shared, what is asked for, where people differ."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, day, line, link, text, yes_no


class LevelChange(CaseRecord, table=True):
    """The level of need went up or down. Source: Gloucestershire, levels two and three."""

    __tablename__ = "level_changes"
    one_row: ClassVar[str] = "a change of level"

    on: date | None = day("Decided on", past=True)
    from_level: str = choice("From", "procedure:levels")
    to_level: str = choice("To", "procedure:levels")
    why: str = text("Why")
    need: str = choice("Kind of need that rose", "code:need_kind")
    decided_by: str = line("Decided by", "who, and at which meeting")
    meeting_id: str | None = link("At", "meetings", "meetings")
    family_agrees: bool | None = yes_no("The family agrees")
    consent_looked_at: date | None = day("Consent looked at again on", past=True)


class SharingDecision(CaseRecord, table=True):
    """Something was shared, or was not, and why. Source: Derby 6."""

    __tablename__ = "sharing_decisions"
    one_row: ClassVar[str] = "a decision to share"

    on: date | None = day("Decided on", past=True)
    asked_by: str = line("Asked by")
    share: bool | None = yes_no("Share")
    why: str = text("Why, or why not")
    what: str = text("What")
    with_whom: str = line("With whom")
    agency_id: str | None = link("Their service", "agencies", "agencies")
    how: str = line("How", "by phone, secure mail, at a meeting")
    basis: str = choice("Resting on", "code:sharing_basis")
    consulted: str = line("Who was consulted")
    family_told: bool | None = yes_no("The family was told")
    not_told_why: str = line("Why not told")
    names_withheld: bool | None = yes_no("Names left out")


class Request(CaseRecord, table=True):
    """Somebody was turned to with the case: a panel, a service, the front door without harm.

    Source: Newcastle 18, Derby 4, Hull 6, 7.
    """

    __tablename__ = "requests"
    one_row: ClassVar[str] = "a request"

    what: str = choice("What for", "procedure:askable")
    on: date | None = day("Made on", past=True)
    to: str = line("To", "team and person")
    why: str = text("Why")
    family_agrees: bool | None = yes_no("The family agrees")
    without_consent_why: str = line("Why without consent")
    nameless: bool | None = yes_no("Without names")
    sent_with: str = text("What went with it")
    written: date | None = day("In writing on", past=True, after="on")
    chased: date | None = day("Asked after it on", past=True, after="on")
    answered: date | None = day("Answered on", past=True, after="on")
    outcome: str = choice("What came of it", "procedure:request_outcomes")
    answer: str = text("The answer")


class Escalation(CaseRecord, table=True):
    """Practitioners differ, and it goes up until it is settled. Source: Derby 8, Newcastle 15.3."""

    __tablename__ = "escalations"
    one_row: ClassVar[str] = "a difference"

    on: date | None = day("Raised on", past=True)
    about: str = text("What the difference is")
    with_whom: str = line("With whom")
    raised_to: str = line("Raised to", "manager, safeguarding lead, {eht}")
    answer_by: date | None = day("Answer wanted by", after="on")
    answered: date | None = day("Answered on", past=True, after="on")
    answer: str = text("The answer")
    settled: bool | None = yes_no("Settled")
