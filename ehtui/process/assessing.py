"""The assessment, heading by heading: what is asked, what stands there, what is missing.

Source: Doncaster p. 14, 15; Derby 6, 8; Gloucestershire, "My Assessment"; Hull 3.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ehtui.process.consent import may_start, stopped
from ehtui.process.levels import level_now
from ehtui.process.tools import missing_tools
from ehtui.process.unmet import Unmet
from ehtui.process.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Asked, Compulsory, Procedure, Section, Topic
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
        asks = (*_asks(self.section, self.topic), "known_from", "not_known", "not_known_why")
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
    """Return the sections of the assessment that the case's level asks for."""
    level = level_now(file)
    return [one for one in procedure.sections if not one.levels or level in one.levels]


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


def may_assess(file: CaseFile) -> Verdict:
    """Whether the family has agreed: nothing is assessed before that, or after they took it back.

    Source: Newcastle 8.
    """
    if halt := stopped(file):
        return Verdict(False, halt.why)
    return may_start(file)


def missing(file: CaseFile, procedure: Procedure) -> list[Unmet]:
    """Return what the assessment still lacks at the case's level, in order; nothing blocks."""
    return [*_empty(headings_of(file, procedure)), *missing_beside(file, procedure)]


def missing_beside(file: CaseFile, procedure: Procedure) -> list[Unmet]:
    """Return what is missing besides headings with nothing under them."""
    found = list(_views_missing(file, procedure))
    for tool in missing_tools(file, procedure):
        words = f"{tool.title}: always used at this {{level}}, and no use or reason is recorded."
        found.append(Unmet(words, "", tool.source))
    if rule := _compulsory(file, procedure, "not_assessed"):
        for one in file.findings:
            if one.not_known and not one.not_known_why:
                words = "Something is not known, and not why."
                found.append(Unmet(words, "not_known_why", rule.source))
    return found


def _empty(headings: list[Heading]) -> Iterator[Unmet]:
    for section in dict.fromkeys(one.section for one in headings):
        own = [one for one in headings if one.section == section]
        empty = [one for one in own if not one.is_filled]
        if not empty or not _asks(section, own[0].topic) or section.asks == ("not_known",):
            continue  # that nothing was out of reach is no gap
        count = f"{len(empty)} of {len(own)} empty" if section.items else "empty"
        yield Unmet(f"{section.title}: {count}.", "", section.source)


def _views_missing(file: CaseFile, procedure: Procedure) -> Iterator[Unmet]:
    rule = _compulsory(file, procedure, VIEWS)
    if rule is None:
        return
    owners = {one.owner_id for one in views(file)}
    born = [child for child in file.children if not child.is_unborn]
    for whose, people in (("the child", born), ("a parent or carer", file.adults)):
        if people and not any(one.id in owners for one in people):
            words = f"What {whose} says about the {{assessment}} itself is not written down."
            yield Unmet(words, "", rule.source)


def _compulsory(file: CaseFile, procedure: Procedure, key: str) -> Compulsory | None:
    level = level_now(file)
    for one in procedure.compulsory:
        if one.key == key and (not one.levels or level in one.levels):
            return one
    return None


def _asks(section: Section, topic: Topic | None) -> tuple[Asked, ...]:
    own: tuple[Asked, ...] = topic.asks if topic else ()
    if own or section.asks:
        return own or section.asks
    return ("needs", "strengths") if section.items else ("words",)
