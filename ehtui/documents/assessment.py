"""What the assessment found, as it stands in a document: headings, outcomes reached, scores.

Whoever reads it gets the case as they may see it: nothing here asks again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.records.findings import Finding
from ehtui.dates import show_short
from ehtui.documents.document import Heading, Table
from ehtui.documents.statements import kept_back
from ehtui.process.assessment.framework import states_of
from ehtui.process.assessment.headings import says_something
from ehtui.process.assessment.tools import charts_of, uses_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.base import Record
    from data.records.findings import ToolUse
    from ehtui.opening import OpenCase
    from ehtui.process.assessment.tools import Chart

SAID = ("needs", "strengths", "risks", "protects", "words", "not_known", "not_known_why")


def assessment(case: OpenCase) -> Iterator[Heading | Table]:
    """Give the findings by section, the area's outcomes with their state, and the tools' scores."""
    yield from _findings(case)
    yield from _framework(case)
    yield from tools(case)


def _findings(case: OpenCase) -> Iterator[Heading | Table]:
    found = [one for one in case.file.findings if says_something(one)]
    order = [one.key for one in case.procedure.sections]
    order += [one.section for one in found if one.section not in order]
    for key in dict.fromkeys(order):
        own = [one for one in found if one.section == key]
        if own:
            yield Heading(case.wording.value(own[0], "section") or "Not sorted yet", 2)
            header = ("Heading", "About", "What is known", "Known from", "On")
            yield Table(header, tuple(_finding(case, one) for one in own))


def _finding(case: OpenCase, one: Finding) -> tuple[str, ...]:
    pairs = ((name, case.wording.value(one, name)) for name in SAID)
    told = [
        value if name == "words" else f"{case.wording.label(Finding, name)}: {value}"
        for name, value in pairs
        if value
    ]
    about = case.file.name(one.about_id, "the family")
    text = "\n".join([*told, *_kept(case, one)])
    return _heading(case, one), about, text, one.known_from, _day(one.on)


def _heading(case: OpenCase, one: Finding) -> str:
    for section in case.procedure.sections:
        for topic in section.items:
            if (section.key, topic.key) == (one.section, one.item):
                return case.wording.filled(topic.title)
    return case.wording.value(one, "item")


def _framework(case: OpenCase) -> Iterator[Heading | Table]:
    framework = case.procedure.framework
    rows = []
    for one in states_of(case.file, case.procedure):
        if one.latest and one.state:
            state = case.wording.value(one.latest, "state")
            why = "\n".join([*filter(None, [one.latest.why]), *_kept(case, one.latest)])
            rows.append((case.wording.filled(one.headline.title), state, _day(one.latest.on), why))
    if framework and rows:
        yield Heading(case.wording.filled(framework.title), 2)
        yield Table(("Outcome", "How it stands", "On", "Why"), tuple(rows))


def tools(case: OpenCase) -> Iterator[Heading | Table]:
    """Give for each tool what came of every use, and its scores over time."""
    for tool in case.procedure.tools:
        uses = uses_of(case.file, tool)
        if not uses:
            continue
        yield Heading(case.wording.filled(tool.title), 2)
        header = ("On", "With", "Edition", "Scored by", "What came of it")
        yield Table(header, tuple(_use(case, one) for one in uses))
        yield from (_scores(one) for one in charts_of(case.file, tool))


def _use(case: OpenCase, one: ToolUse) -> tuple[str, ...]:
    told = [one.result] if one.result else []
    if one.done is False:
        told.insert(0, f"Not used: {one.not_done_why or 'no reason recorded'}")
    came = "\n".join([*told, *_kept(case, one)])
    return _day(one.on), case.file.name(one.with_id), one.edition, one.scored_by, came


def _scores(chart: Chart) -> Table:
    """A column for each use, and the change from the first to the last; numbers alone."""
    tool = chart.tool
    ends = f", {tool.lowest} to {tool.highest}" if tool.highest is not None else ""
    header = (f"Area{ends}", *(_day(one) or "no date" for one in chart.days), "Change")
    return Table(
        header,
        tuple(
            (
                course.area,
                *("–" if score is None else str(score) for score in course.scores),
                "" if course.change is None else f"{course.change:+}",
            )
            for course in chart.courses
        ),
    )


def _kept(case: OpenCase, one: Record) -> list[str]:
    kept = kept_back(case, one)
    return [f"Not to be shown to: {', '.join(kept)}"] if kept else []


def _day(on: date | None) -> str:
    return show_short(on) if on else ""
