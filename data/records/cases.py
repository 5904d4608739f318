"""The case: one family, one plan, one record."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from data.records.base import CaseRecord, Record
from data.records.fields import blob, choice, clock_time, day, line, link, text, yes_no


class Case(Record, table=True):
    """One family's early help, from the first concern to the closing. Source: Newcastle 6."""

    __tablename__ = "cases"
    one_row: ClassVar[str] = "a family"

    reference: str = Field(unique=True)
    """Short enough to be said on the phone."""
    procedure_id: str
    procedure_version: str
    procedure_text_id: str = Field(foreign_key="procedure_texts.id")

    family_name: str = line("Family", "the name the family goes by")
    first_concern: date | None = day("First concern", "the day it was first raised", past=True)
    raised_by: str = line("Raised by", "who first said something: school, family, you")
    why_now: str = text("Why now", "what is happening, in a few plain words")
    route: str = choice("Way in", "procedure:routes")
    level: str = choice("Level", "procedure:levels")
    plan_started: date | None = day("{Plan} started", past=True)
    plan_dated: date | None = day(
        "{Plan} agreed", "the day it was finished", past=True, after="plan_started"
    )
    plan_due: date | None = day("{Plan} to be finished by", "only where later than usual, and why")
    plan_given: date | None = day("{Plan} given to the family", past=True)
    plan_late_reason: str = line("Why later than usual", "with a reason, a later date is right")
    own_records: date | None = day("In your agency's own records", past=True)
    central_number: str = line("{Central_log} number", "the number that came back")
    family_comments: str = text(
        "The family's own comments", "on how this was done, in their own words"
    )
    paused_reason: str = line("Reason for waiting")
    came_from: str = line("Came from", "the area or team that the family comes from")
    stepped_down: date | None = day("Step down decided on", past=True)
    stands_in: str = line("Assessment that stands in", "whose, and of which day")
    continued_in: str = ""
    """The key of the record that carries this family on, where two were begun for one family."""


class Lead(CaseRecord, table=True):
    """Who leads, since when: one row for each lead practitioner. Source: Newcastle 15, 17.4."""

    __tablename__ = "leads"
    one_row: ClassVar[str] = "a {lead}"

    name: str = line("Name")
    role: str = line("Role")
    agency: str = line("Agency")
    phone: str = line("Phone")
    email: str = line("Email")
    since: date | None = day("Leads since")
    until: date | None = day("Until", "where the lead is for a set time", after="since")
    interim: bool | None = yes_no("Interim", "until the {taf} has met")
    shared_with: str = line("Shared with")
    chosen_because: str = text("Why this person", "main needs, the family's choice, skills, duties")
    family_agrees: bool | None = yes_no("The family agrees")


class Note(CaseRecord, table=True):
    """A note for one's own agency; never waits for consent (S6)."""

    __tablename__ = "notes"
    one_row: ClassVar[str] = "a note"

    on: date | None = day("Date", past=True)
    at: str = clock_time("Time")
    kind: str = choice("Kind", "code:note_kind", default="note")
    about_id: str | None = link("About", "people", "people")
    child_seen: bool | None = yes_no("Child seen")
    text: str = text("Note")
    by: str = line("Written by")


class Notice(CaseRecord, table=True):
    """Somebody was told what they had to be: of a start, a withdrawal, a handover, a closing."""

    __tablename__ = "notices"
    one_row: ClassVar[str] = "a notice"

    what: str = choice("About what", "code:notice_kind")
    to: str = line("Told", "which team or person")
    on: date | None = day("On", past=True)
    how: str = line("How")
    spoke_to: str = line("Spoke to")
    number: str = line("Number that came back")
    note: str = line("Note")
    duty: str = ""
    """The procedure's key of the duty that is done with it; empty for any other notice."""


class Attachment(CaseRecord, table=True):
    """A signed form or a drawing: inside the file, or said to be kept somewhere (S10)."""

    __tablename__ = "attachments"
    one_row: ClassVar[str] = "an attachment"

    what: str = line("What it is", "signed consent, drawing, letter")
    on: date | None = day("Dated", past=True)
    about_id: str | None = link("About", "people", "people")
    of_record: str = ""
    """The key of the record it belongs to, where there is one."""
    kept_at: str = line("Kept at", "where the paper lies")
    file_name: str = ""
    media_type: str = ""


class AttachmentContent(CaseRecord, table=True):
    """The bytes of an attachment, apart so that opening a case does not read them."""

    __tablename__ = "attachment_contents"

    attachment_id: str = Field(foreign_key="attachments.id", index=True)
    content: bytes | None = blob("File")


class ProcedureText(Record, table=True):
    """A procedure as it stood when a case was begun under it."""

    __tablename__ = "procedure_texts"

    procedure_id: str
    procedure_version: str
    text: str


class Event(CaseRecord, table=True):
    """A line of the chronology: an event of its own, or a mark on a row as significant.

    Source: Gloucestershire, chronology and significant events.
    """

    __tablename__ = "events"
    one_row: ClassVar[str] = "an event"

    on: date | None = day("On", past=True)
    what: str = line("What happened")
    about_id: str | None = link("About", "people", "people")
    source: str = line("Known from")
    significant: bool | None = yes_no("Significant")
    of_record: str = ""
    """The key of the record that it marks; empty for an event of its own."""
