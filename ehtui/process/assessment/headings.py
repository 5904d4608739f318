"""The headings of an assessment: what is asked under each, and what stands there.

Source: Doncaster p. 14, 15; Derby 6, 8; Gloucestershire, "My Assessment"; Hull 3.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ehtui.process.course.levels import level_now

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Asked, Procedure, Section, Topic
    from data.records.assessment import Statement
    from data.records.findings import Finding

VIEWS: Final = "views_on_assessment"
"""The section, and what is compulsory, of what they say about the assessment itself."""
VIEW_PARTS: Final = ("view_agrees", "view_worried", "view_wrong")
"""The parts of a statement about the assessment: what is right in it, worrying, wrong."""
ELSEWHERE: Final = {
    "people": "people",
    "services": "people",
    "columns": "columns",
    "houses": "houses",
    "outcomes": "outcomes",
    "comments": "comments",
    "checklist": "checklists",
    VIEWS: "views",
}
"""Sections of an assessment that are written on a screen of their own, and where."""
TOLD: Final = ("needs", "strengths", "risks", "protects", "words", "not_known")
"""The fields of a finding that say something."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the assessment, or a section that has none, with what stands under it."""

    section: Section
    topic: Topic | None
    found: tuple[Finding, ...] = ()

    @property
    def key(self) -> str:
        """What tells this heading from every other of the area."""
        return f"{self.section.key}/{self.topic.key}" if self.topic else self.section.key

    @property
    def title(self) -> str:
        """What it is called; a template."""
        return self.topic.title if self.topic else self.section.title

    @property
    def hint(self) -> str:
        """The plain words that help to fill it in; a template, empty where there are none."""
        return self.topic.hint if self.topic else self.section.hint

    @property
    def names(self) -> dict[str, str]:
        """The fields by which a finding belongs here."""
        return {"section": self.section.key, "item": self.topic.key if self.topic else ""}

    @property
    def fields(self) -> tuple[str, ...]:
        """What is asked here; whom it is known from and what is not known always. Source: Derby 8.

        Several findings stand side by side, each with whom it is known from: that is what makes
        the picture whole. Source: Doncaster p. 14.
        """
        asks = (*asked_under(self.section, self.topic), "known_from", "not_known", "not_known_why")
        return ("about_id", "on", *dict.fromkeys(asks))

    @property
    def is_filled(self) -> bool:
        """Whether anything is written under it."""
        return any(map(says_something, self.found))


def headings_of(file: CaseFile, procedure: Procedure) -> list[Heading]:
    """Return every heading asked for at the case's level and written here, in the area's order."""
    found = []
    for section in sections_at(file, procedure):
        if not elsewhere(section):
            for topic in section.items or (None,):
                here = (section.key, topic.key if topic else "")
                rows = [one for one in file.findings if (one.section, one.item) == here]
                found.append(Heading(section, topic, tuple(rows)))
    return found


def sections_at(file: CaseFile, procedure: Procedure) -> list[Section]:
    """Return the sections that the case's level asks for, and those written in at another."""
    level = level_now(file)
    written = {one.section for one in file.findings}
    return [
        one
        for one in procedure.sections
        if not one.levels or level in one.levels or one.key in written
    ]


def strays_of(file: CaseFile, procedure: Procedure) -> list[Finding]:
    """Return what stands under no heading of this area: the family came with it from another."""
    placed = {one.id for heading in headings_of(file, procedure) for one in heading.found}
    return [one for one in file.findings if one.id not in placed]


def elsewhere(section: Section) -> str:
    """Return the key of the screen on which a section is written; empty where it is here."""
    if section.items and section.key != VIEWS:
        return ""
    return ELSEWHERE.get(section.key, "")


def stands_elsewhere(file: CaseFile, section: Section) -> bool:
    """Whether anything is written where a section leads to."""
    if section.key == VIEWS:
        return bool(views(file))
    if section.key in ("columns", "houses"):
        return any(one.tool == section.key for one in file.statements)
    if section.key == "comments":
        said = [one for one in file.statements if one.tool == "comments"]
        own = any(one.part not in VIEW_PARTS for one in said)
        return own or bool(file.case.family_comments)
    tables = {"services": "agencies", "checklist": "check_answers"}
    return bool(getattr(file, tables.get(section.key, section.key), ()))


def views(file: CaseFile) -> list[Statement]:
    """Return what was said about the assessment itself. Source: Doncaster p. 15."""
    return [one for one in file.statements if one.part in VIEW_PARTS and one.text]


def says_something(finding: Finding) -> bool:
    """Whether a finding holds more than its date."""
    return any(getattr(finding, field) for field in TOLD)


def asked_under(section: Section, topic: Topic | None) -> tuple[Asked, ...]:
    """Return what an area asks under a heading, besides what is asked everywhere."""
    own: tuple[Asked, ...] = topic.asks if topic else ()
    if own or section.asks:
        return own or section.asks
    return ("needs", "strengths") if section.items else ("words",)
