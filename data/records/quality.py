"""Looking at the work: supervision of the lead practitioner, and audits of a case."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from data.records.base import CaseRecord
from data.records.fields import choice, day, line, link, text, yes_no


class Supervision(CaseRecord, table=True):
    """One talk with the line manager about this family. Source: Newcastle 15.1, 15.2."""

    __tablename__ = "supervisions"
    one_row: ClassVar[str] = "a supervision"

    on: date | None = day("On", past=True)
    with_whom: str = line("With")
    covered: str = text("What was talked about")
    agreed: str = text("What was agreed, by whom")
    next_on: date | None = day("Next", after="on")


class QualityAudit(CaseRecord, table=True):
    """Somebody looked at the quality of this case, with the lead and the family.

    Source: Doncaster p. 8.
    """

    __tablename__ = "quality_audits"
    one_row: ClassVar[str] = "an audit"

    on: date | None = day("On", past=True)
    by: str = line("By")
    with_family: bool | None = yes_no("With the family")
    family_view: str = text("What the family says")
    grade: str = choice("Grade", "procedure:grades")
    works_well: str = text("What works well")
    to_improve: str = text("What to do better, by whom, by when")
    look_again: date | None = day("Look again on", after="on")


class QualityMark(CaseRecord, table=True):
    """How one standard of an audit was met."""

    __tablename__ = "quality_marks"
    one_row: ClassVar[str] = "a mark of an audit"

    audit_id: str | None = link("Audit", "quality_audits", "quality_audits", index=True)
    standard: str = choice("Standard", "procedure:standards")
    grade: str = choice("Grade", "procedure:grades")
    evidence: str = text("Seen in")
