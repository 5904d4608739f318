"""Calls, and going to social care at once."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from data.records.base import Record
from data.records.fields import choice, clock_time, day, line, text, yes_no


class Call(Record, table=True):
    """One phone call, with or without a match to a case. Source: Newcastle 9.3."""

    __tablename__ = "calls"
    one_row: ClassVar[str] = "a call"

    case_id: str | None = Field(default=None, foreign_key="cases.id", index=True)
    on: date | None = day("Date", past=True)
    at: str = clock_time("Time")
    direction: str = choice("Call", "code:call_direction", default="in")
    who: str = line("Who")
    agency: str = line("From where")
    number: str = line("Number")
    identity: str = choice("Identity", "code:identity")
    asked_about: str = line("About whom", "as the caller said it")
    asked: str = text("What they asked")
    told: str = text("What was told")
    not_told: str = text("What was not told, and why")
    concern: str = text("What worries them", "needs no consent")
    outcome: str = choice("Outcome", "code:call_outcome")
    ring_back: date | None = day("Ring back by")
    rung_back: date | None = day("Answered on", past=True, after="on")


class HarmContact(Record, table=True):
    """Social care or 999 was rung about harm; the reason follows and blocks nothing (S2)."""

    __tablename__ = "harm_contacts"
    one_row: ClassVar[str] = "a contact about harm"

    case_id: str | None = Field(default=None, foreign_key="cases.id", index=True)
    on: date | None = day("Date", past=True)
    at: str = clock_time("Time")
    about: str = line("About whom")
    rung: str = line("Rung", "which number, which team")
    spoke_to: str = line("Spoke to")
    reason: str = text("What the worry is")
    parents_told: bool | None = yes_no("Parents told first")
    parents_not_told_why: str = text("Why not told")
    child_told: bool | None = yes_no("Child told")
    written: date | None = day("Followed up in writing on", past=True, after="on")
    reference: str = line("Their reference")
    answer: str = text("What they will do")
    answered: date | None = day("Answered on", past=True, after="on")
    nameless: bool | None = yes_no("Asked without names", "a consultation before deciding")
    request: str = choice("As what", "procedure:requests")
    outcome: str = choice("What came of it", "procedure:request_outcomes")
    chased: date | None = day("Asked after the answer on", past=True, after="on")
