"""The plan: outcomes hoped for, what each person does, and how it went."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, day, line, link, text


class Outcome(CaseRecord, table=True):
    """One change hoped for. It may be saved as a draft thought. Source: Newcastle 10.1, 6 (5)."""

    __tablename__ = "outcomes"
    one_row: ClassVar[str] = "an outcome"
    known_by: ClassVar[tuple[str, ...]] = ("title",)

    number: int = 0
    title: str = line("Outcome", "the change, not the service: sleeps 5 nights of 7")
    for_id: str | None = link("For whom", "people", "people", "empty: the whole family")
    subject: str = choice("Touches", "code:subject", "who may see only this sees the outcome too")
    worry_id: str | None = link("Answers the worry", "worries", "statements")
    measure: str = line("How we'd know", "what is counted or asked")
    starting: str = line("Now", "where it starts from: 1 night of 7")
    target: str = line("Target", "5 nights of 7")
    by: date | None = day("By when")
    measured_by: str = line("Who measures it, and how")
    agreed_with: str = line("Wanted by", "who in the family said they want this")
    contingency: str = line("If there is no progress", "what happens then")
    contingency_by: date | None = day("Decide that on")
    contingency_decided: date | None = day("Decided on", past=True)
    contingency_result: str = line("What was decided")
    status: str = choice("State", "code:outcome_status", default="draft")
    ended: date | None = day("Ended on", past=True)
    analysis: str = text("What changed, and will it last")
    framework: str = choice("Works towards", "procedure:framework_outcomes")


class Action(CaseRecord, table=True):
    """What one person will do, by when. Its first date is kept when it is moved."""

    __tablename__ = "actions"
    one_row: ClassVar[str] = "an action"
    known_by: ClassVar[tuple[str, ...]] = ("what",)

    outcome_id: str | None = link("For outcome", "outcomes", "outcomes", index=True)
    what: str = line("What")
    who: str = line("Who", choices="people_and_members")
    who_person_id: str | None = link("Who, in the family", "people", "people")
    who_member_id: str | None = link("Who, in the team", "members", "members")
    due: date | None = day("By")
    first_due: date | None = day("First by")
    moved_at_id: str | None = link("Moved at", "meetings", "meetings")
    agreed_at_id: str | None = link("Agreed at", "meetings", "meetings")
    status: str = choice("State", "code:action_status", default="open")
    done: date | None = day("Done on", past=True)
    note: str = line("Note")
    position: int = 0


class Progress(CaseRecord, table=True):
    """How one outcome or action stood at one meeting."""

    __tablename__ = "progress"
    one_row: ClassVar[str] = "progress"

    meeting_id: str | None = link("At", "meetings", "meetings", index=True)
    on: date | None = day("On", past=True)
    outcome_id: str | None = link("Outcome", "outcomes", "outcomes")
    action_id: str | None = link("Action", "actions", "actions")
    value: str = line("This time", "the measure's value: 3 of 7")
    status: str = choice("State", "code:progress_status")
    note: str = text("How it goes")
    moved_to: date | None = day("New date")
