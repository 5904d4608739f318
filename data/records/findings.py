"""What an assessment found: section by section, by an area's outcomes, and with which tools."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, day, line, link, number, text, yes_no


class Finding(CaseRecord, table=True):
    """What was found under one heading of the assessment, and from whom it is known.

    Source: Doncaster p. 14, Hull 3.3, Derby 8 (what could not be assessed, and why).
    """

    __tablename__ = "findings"
    one_row: ClassVar[str] = "a finding"

    section: str = choice("Section", "procedure:sections")
    item: str = choice("Heading", "procedure:section_items")
    about_id: str | None = link("About", "people", "people", "empty: the whole family")
    on: date | None = day("On", past=True)
    needs: str = text("Needs")
    strengths: str = text("Strengths")
    risks: str = text("What raises the risk")
    protects: str = text("What protects")
    words: str = text("In words")
    known_from: str = line("Known from", "who said or saw it: mum, SENCo, your own visit")
    not_known: str = text("What is not known")
    not_known_why: str = line("Why not", "not let in, not asked yet, nobody to ask")


class FrameworkAnswer(CaseRecord, table=True):
    """Whether the family reaches an outcome of the area's framework. Source: Doncaster p. 15."""

    __tablename__ = "framework_answers"
    one_row: ClassVar[str] = "an answer to the outcomes"

    outcome: str = choice("Outcome", "procedure:framework_outcomes")
    state: str = choice("State", "code:framework_state")
    on: date | None = day("On", past=True)
    why: str = text("Why")


class ToolUse(CaseRecord, table=True):
    """One use of a tool, or the reason why it was not used. Source: Doncaster p. 13, Hull 3.2."""

    __tablename__ = "tool_uses"
    one_row: ClassVar[str] = "a use of a tool"

    tool: str = choice("Tool", "procedure:tools")
    edition: str = line("Edition")
    on: date | None = day("On", past=True)
    with_id: str | None = link("With", "people", "people")
    scored_by: str = line("Scored by", "who decided on the numbers")
    done: bool | None = yes_no("Done")
    not_done_why: str = line("Why not done")
    result: str = text("What came of it")


class ToolScore(CaseRecord, table=True):
    """The score of one area of a tool at one use of it."""

    __tablename__ = "tool_scores"
    one_row: ClassVar[str] = "a score of a tool"

    use_id: str | None = link("Use", "tool_uses", "tool_uses", index=True)
    area: str = line("Area")
    score: int | None = number("Score", ge=0)
