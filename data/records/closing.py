"""Logging with the centre, handing over, closing and opening again."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, day, line, link, text


class Logging(CaseRecord, table=True):
    """The plan, a review or a closing was logged with the centre. Source: Newcastle 11.1."""

    __tablename__ = "loggings"
    one_row: ClassVar[str] = "a central logging"

    what: str = choice("What", "code:logging_kind", default="plan")
    meeting_id: str | None = link("Review", "meetings", "meetings")
    on: date | None = day("Logged on", past=True)
    how: str = line("How", "export, post")
    number: str = line("Number that came back")
    left_out: str = text("Left out, and why")
    digest: str = ""


class Handover(CaseRecord, table=True):
    """The lead passes from one practitioner to another. Source: Newcastle 14.1, 14.3, 14.4."""

    __tablename__ = "handovers"
    one_row: ClassVar[str] = "a handover"

    on: date | None = day("From which day")
    why: str = choice("Why", "code:handover_reason")
    why_words: str = text("Why, in words")
    to_name: str = line("New {lead}")
    to_role: str = line("Role")
    to_agency: str = line("Agency")
    to_phone: str = line("Phone")
    to_email: str = line("Email")
    accepted: date | None = day("Accepted on", past=True)
    family_consulted: date | None = day("Family consulted on", past=True)
    family_view: str = text("What the family says")
    team_briefed: date | None = day("Team briefed on", past=True)
    open_needs: str = text("What is still open")
    previous_agency_told: date | None = day("Previous lead's agency told", past=True)
    logged: date | None = day("Logged with the {eht}", past=True)
    new_area: str = line("New area", "where the family moves to another authority")
    new_team_told: date | None = day("New area's team told", past=True)
    own_team_copied: date | None = day("Own {eht} copied in", past=True)


class Closing(CaseRecord, table=True):
    """The plan ends, with its analysis; a later opening again is recorded beside it.

    Source: Newcastle 14.2, 8.1.
    """

    __tablename__ = "closings"
    one_row: ClassVar[str] = "a closing"

    on: date | None = day("Closed on", past=True)
    reason: str = choice("Reason", "procedure:closing_reasons")
    meeting_id: str | None = link("Final review", "meetings", "meetings")
    analysis: str = text("What changed, and why")
    still_open: str = text("What is still open, and who carries it on")
    will_last: str = text("Will it last, and what helps")
    family_view: str = text("What the family says")
    child_view: str = text("What the children say")
    told_family: date | None = day("Family given the closing", past=True)
    told_team: date | None = day("Team told", past=True)
    told_centre: date | None = day("{Eht} told", past=True)
    destination: str = line("Handed on to", "universal or specialist services, social care")
    reopened: date | None = day("Opened again on", past=True, after="on")
    reopened_why: str = text("Why opened again")
