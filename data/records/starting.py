"""Before a plan: should one be started, and does one exist already?"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, day, line, link, text


class StartDecision(CaseRecord, table=True):
    """Whether to start a plan, with the answers that led there. Source: Newcastle 7."""

    __tablename__ = "start_decisions"
    one_row: ClassVar[str] = "a decision to start"

    on: date | None = day("Decided on", past=True)
    decision: str = choice("Decision", "procedure:start_routes")
    answers: str = text("Answers")
    """One line a question: its key, a colon, yes or no."""
    reason: str = text("Why")
    advice_from: str = line("Who was asked for advice")


class Enquiry(CaseRecord, table=True):
    """Asking the centre whether a plan exists, for one child or for all. Source: Newcastle 9.1."""

    __tablename__ = "enquiries"
    one_row: ClassVar[str] = "a check for an existing plan"

    on: date | None = day("Asked on", past=True)
    asked: str = line("Asked", "the {eht}, and who answered")
    child_id: str | None = link("About", "children", "people", "empty for all the children")
    answer: str = choice("Answer", "code:enquiry_answer")
    reference: str = line("Their reference")
    lead_name: str = line("Lead of the plan that exists")
    lead_contact: str = line("How to reach them")
    closed_year: str = line("Closed in")
    closed_reason: str = line("Good reason to read the closed plan")
    services: str = line("Other services they know of")


class Refusal(CaseRecord, table=True):
    """The family said no, and what had been explained to them. Source: Newcastle 8.1."""

    __tablename__ = "refusals"
    one_row: ClassVar[str] = "a refusal"

    on: date | None = day("On", past=True)
    by_id: str | None = link("Who said no", "people", "people")
    explained: str = text("What was explained")
    reason: str = text("Why, in their words")
    asked_why: str = line("Was the reason asked for")
    ask_again: date | None = day("Ask again on")
    talked_to: str = line("Talked to", "manager or {eht}, where refused again")


class CheckAnswer(CaseRecord, table=True):
    """What was found to one line of a check-list. Source: Derby 3, 4."""

    __tablename__ = "check_answers"
    one_row: ClassVar[str] = "a line of a check-list"

    checklist: str = choice("Check-list", "procedure:checklists")
    item: str = choice("Line", "procedure:checklist_items")
    answer: str = choice("Answer", "code:check_answer")
    note: str = line("Note")
    on: date | None = day("On", past=True)
