"""What people said, saw and think: Three Columns, Three Houses, and what they say of it all."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, day, line, link, number, text, yes_no


class Tool(StrEnum):
    """Where a statement stands."""

    columns = "columns"
    houses = "houses"
    comments = "comments"


class Conversation(CaseRecord, table=True):
    """One talk with one person: when, where, who was there, and what may be shown to whom.

    Source: Newcastle 10.1, 7.3.1.
    """

    __tablename__ = "conversations"
    one_row: ClassVar[str] = "a conversation"

    tool: str = choice("Tool", "code:tool", default="columns")
    with_id: str | None = link("With", "people", "people")
    on: date | None = day("On", past=True)
    place: str = line("Where")
    present: str = line("Who was there")
    written_by: str = line("Who wrote", "the child, or you as they pointed")
    how: str = line("How", "wrote, drew, pointed, was watched at play")
    child_seen: bool | None = yes_no("Child seen")
    may_show: str = line("May be shown to", "as the child says")
    interpreter: str = line("Interpreter")


class Statement(CaseRecord, table=True):
    """One thing that somebody said, that was seen, or that somebody thinks; always with its owner.

    Source: Newcastle 10.1, 10.2 (fact and opinion marked apart).
    """

    __tablename__ = "statements"
    one_row: ClassVar[str] = "a statement"
    known_by: ClassVar[tuple[str, ...]] = ("text",)

    tool: str = choice("Tool", "code:tool", default="columns")
    part: str = choice("Column or house", "code:part")
    conversation_id: str | None = link("Conversation", "conversations", "conversations", index=True)
    owner_id: str | None = link("Whose view", "people", "people")
    owner_name: str = line("Whose view, outside the family", "SENCo, midwife")
    owner_agency_id: str | None = link("Their service", "agencies", "agencies")
    about_id: str | None = link("About", "people", "people")
    on: date | None = day("On", past=True)
    basis: str = choice("Kind", "code:basis", default="said")
    verbatim: bool | None = yes_no("Their own words")
    weigh_harm: bool | None = yes_no("Weigh for harm", "a risk of harm? come back to it")
    harm_weighed: date | None = day("Weighed for harm on", past=True)
    harm_view: str = line("What came of weighing it", "and who was consulted")
    text: str = text("Words")
    remark: str = line("Remark", "what the writer thinks: marked as opinion")
    position: int = 0


class Scale(CaseRecord, table=True):
    """A number from 0 (worst) to 10 (best) that somebody gave, on a day."""

    __tablename__ = "scales"
    one_row: ClassVar[str] = "a score"

    question: str = line("Asked", "how safe and settled does it feel")
    owner_id: str | None = link("Who", "people", "people")
    owner_name: str = line("Who, outside the family")
    score: int | None = number("0–10", ge=0, le=10)
    on: date | None = day("On", past=True)
    meeting_id: str | None = link("At", "meetings", "meetings")
