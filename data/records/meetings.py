"""The team around the family, its meetings, and who gets which copy."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, clock_time, day, line, link, text, yes_no


class Member(CaseRecord, table=True):
    """Somebody in the team around a family: family, friend, practitioner. Source: Newcastle 13."""

    __tablename__ = "members"
    one_row: ClassVar[str] = "a member of the team"

    person_id: str | None = link("Family member", "people", "people")
    name: str = line("Name")
    role: str = line("Role", "SENCo, midwife, income officer")
    agency_id: str | None = link("Service", "agencies", "agencies")
    phone: str = line("Phone")
    email: str = line("Email")
    part: str = line("Part in the plan")
    since: date | None = day("Since", past=True)
    until: date | None = day("Until", after="since")
    confidentiality: date | None = day("Confidentiality agreed", past=True)
    gets_copies: bool | None = yes_no("Gets copies")
    copies_how: str = line("Copies how", "by hand, by post, secure mail")


class Meeting(CaseRecord, table=True):
    """A meeting planned or held. Source: Newcastle 13."""

    __tablename__ = "meetings"
    one_row: ClassVar[str] = "a meeting"
    known_by: ClassVar[tuple[str, ...]] = ("on",)

    kind: str = choice("Kind", "procedure:meeting_kinds")
    on: date | None = day("Date")
    at: str = clock_time("Time")
    place: str = line("Where")
    way: str = choice("In person or virtual", "code:meeting_way")
    chair: str = line("Chair", choices="people_and_members")
    minutes_by: str = line("Minutes by", choices="people_and_members")
    late_reason: str = line("Why later than usual", "a recorded reason makes a later date right")
    talk_with_family: date | None = day("Talk with the family before", past=True)
    hear_how: str = line("How those who stay away will hear")
    held: bool | None = yes_no("Held")
    cancelled_why: str = line("Not held because")
    confidentiality: bool | None = yes_no("Confidentiality explained")
    showing_to: str = line("Showing the screen to")
    next_step: str = choice("Next step", "procedure:next_steps")
    next_step_why: str = text("Why that step")
    lead_confirmed: str = line("{Lead} from here")
    family_agrees: bool | None = yes_no("The family agrees")
    family_view: str = text("What the family says about it")
    next_on: date | None = day("Next meeting", after="on")
    next_at: str = clock_time("At")
    minutes_state: str = choice("Minutes", "code:minutes_state", default="draft")
    pasted: str = text("Minutes taken by somebody else")
    why_without_family: str = text("Why without the family")
    family_told: bool | None = yes_no("The family was told of it")
    not_told_why: str = line("Why not told")
    family_heard: date | None = day("Family told what came of it", past=True, after="on")


class Attendance(CaseRecord, table=True):
    """One person at one meeting: invited, there, apologies."""

    __tablename__ = "attendances"
    one_row: ClassVar[str] = "an attendance"

    meeting_id: str | None = link("Meeting", "meetings", "meetings", index=True)
    member_id: str | None = link("Team member", "members", "members")
    person_id: str | None = link("Family member", "people", "people")
    name: str = line("Name")
    invited: date | None = day("Invited on", past=True)
    state: str = choice("Attendance", "code:attendance")
    part: str = line("Which part", "first ten minutes, by video, for the rent only")
    only_subject: str = choice("Only for", "code:subject")
    wants_minutes: bool | None = yes_no("Wants the minutes")


class AgendaItem(CaseRecord, table=True):
    """One item of an agenda, and what was said to it."""

    __tablename__ = "agenda_items"
    one_row: ClassVar[str] = "an agenda item"

    meeting_id: str | None = link("Meeting", "meetings", "meetings", index=True)
    position: int = 0
    key: str = ""
    """The procedure's key of the item; empty for one's own."""
    title: str = line("Item")
    outcome_id: str | None = link("Outcome", "outcomes", "outcomes")
    notes: str = text("Notes")
    spoke: str = line("Who spoke")


class Copy(CaseRecord, table=True):
    """One copy of a plan, minutes or letter for one recipient; unsent ones freeze on withdrawal."""

    __tablename__ = "copies"
    one_row: ClassVar[str] = "a copy"

    what: str = choice("What", "code:copy_kind")
    meeting_id: str | None = link("Minutes of", "meetings", "meetings")
    person_id: str | None = link("To", "people", "people")
    member_id: str | None = link("To the team member", "members", "members")
    agency_id: str | None = link("To the service", "agencies", "agencies")
    to: str = line("To somebody else")
    made: date | None = day("Made on", past=True)
    sent: date | None = day("Sent on", past=True, after="made")
    how: str = line("How", "by hand, by post, secure mail")
    not_sent_why: str = line("Not sent because")
    digest: str = ""
    """SHA-256 of what was made, so that it can be said later what went out."""


class Update(CaseRecord, table=True):
    """What one member sent for a review without a meeting. Source: Doncaster p. 12, 16."""

    __tablename__ = "updates"
    one_row: ClassVar[str] = "an update"

    meeting_id: str | None = link("For the review", "meetings", "meetings", index=True)
    member_id: str | None = link("From", "members", "members")
    person_id: str | None = link("From, in the family", "people", "people")
    asked: date | None = day("Asked on", past=True)
    chased: date | None = day("Reminded on", past=True, after="asked")
    received: date | None = day("Came on", past=True, after="asked")
    how: str = line("How", "by phone, by mail, at a visit")
    text: str = text("What they say")
    child_seen: bool | None = yes_no("Child seen")
