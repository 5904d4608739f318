"""Whether the family may be assessed, and what their assessment still lacks.

Source: Newcastle 8; Doncaster p. 13, 15; Derby 8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.assessment.headings import VIEWS, asked_under, headings_of, views
from ehtui.process.assessment.tools import missing_tools
from ehtui.process.consent.allowed import may_start, stopped
from ehtui.process.course.levels import compulsory_at, level_now
from ehtui.process.unmet import Unmet
from ehtui.process.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from ehtui.process.assessment.headings import Heading


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
    if rule := compulsory_at(procedure, level_now(file), "not_assessed"):
        for one in file.findings:
            if one.not_known and not one.not_known_why:
                words = "Something is not known, and not why."
                found.append(Unmet(words, "not_known_why", rule.source))
    return found


def _empty(headings: list[Heading]) -> Iterator[Unmet]:
    for section in dict.fromkeys(one.section for one in headings):
        own = [one for one in headings if one.section == section]
        empty = [one for one in own if not one.is_filled]
        if not empty or not asked_under(section, own[0].topic) or section.asks == ("not_known",):
            continue  # that nothing was out of reach is no gap
        count = f"{len(empty)} of {len(own)} empty" if section.items else "empty"
        yield Unmet(f"{section.title}: {count}.", "", section.source)


def _views_missing(file: CaseFile, procedure: Procedure) -> Iterator[Unmet]:
    rule = compulsory_at(procedure, level_now(file), VIEWS)
    if rule is None:
        return
    owners = {one.owner_id for one in views(file)}
    born = [child for child in file.children if not child.is_unborn]
    for whose, people in (("the child", born), ("a parent or carer", file.adults)):
        if people and not any(one.id in owners for one in people):
            words = f"What {whose} says about the {{assessment}} itself is not written down."
            yield Unmet(words, "", rule.source)
