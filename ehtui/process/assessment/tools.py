"""Tools: what is used at this level, and scores over time. Numbers only, never a scale's words.

Source: Doncaster p. 12, 13; Hull 3.2; Gloucestershire, "What is The Graduated Pathway?".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ehtui.process.course.levels import level_now

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from data.procedures.model import Procedure, Tool
    from data.records.findings import ToolUse

STEP: Final = 2
"""Cells from one number of a scale to the next, in a picture."""


@dataclass(frozen=True, slots=True)
class Course:
    """One area's scores, one for each use of the tool, None where it was not scored."""

    area: str
    scores: tuple[int | None, ...]

    @property
    def given(self) -> tuple[int, ...]:
        """The scores that were given, oldest first."""
        return tuple(one for one in self.scores if one is not None)

    @property
    def change(self) -> int | None:
        """By how much the last score lies above the first; None before there are two."""
        return self.given[-1] - self.given[0] if len(self.given) > 1 else None


@dataclass(frozen=True, slots=True)
class Chart:
    """The scores of one tool with one person, over time."""

    tool: Tool
    with_id: str | None
    uses: tuple[ToolUse, ...]
    courses: tuple[Course, ...]

    @property
    def days(self) -> tuple[date | None, ...]:
        """The day of each use, oldest first."""
        return tuple(one.on for one in self.uses)


def uses_of(file: CaseFile, tool: Tool) -> list[ToolUse]:
    """Return every use of a tool, and every reason why it was not used, oldest first."""
    found = [one for one in file.tool_uses if one.tool == tool.key]
    return sorted(found, key=lambda one: (str(one.on or ""), one.id))


def charts_of(file: CaseFile, tool: Tool) -> list[Chart]:
    """Return the scores of a tool over time, a chart for each person it was used with."""
    uses = [one for one in uses_of(file, tool) if one.done is not False]
    found = []
    for with_id in dict.fromkeys(one.with_id for one in uses):
        scored = [one for one in uses if one.with_id == with_id and _scores(file, tool, one)]
        if scored:
            given = [_scores(file, tool, one) for one in scored]
            areas = [item.title for item in tool.areas]
            areas = list(dict.fromkeys((*areas, *(area for one in given for area in one))))
            courses = (Course(area, tuple(one.get(area) for one in given)) for area in areas)
            shown = tuple(course for course in courses if course.given)
            found.append(Chart(tool, with_id, tuple(scored), shown))
    return found


def is_asked(file: CaseFile, tool: Tool) -> bool:
    """Whether a tool is always used at the case's level."""
    return tool.always and (not tool.levels or level_now(file) in tool.levels)


def missing_tools(file: CaseFile, procedure: Procedure) -> list[Tool]:
    """Return the tools always used at this level, without a use and without a reason for none."""
    return [
        tool
        for tool in procedure.tools
        if is_asked(file, tool)
        and not any(one.done is not False or one.not_done_why for one in uses_of(file, tool))
    ]


def off_scale(tool: Tool, score: int) -> str:
    """Return in a plain sentence that a score lies outside the tool's scale; empty if it doesn't.

    A tool whose scale the area does not state takes any score.
    """
    if tool.lowest is None or tool.highest is None or tool.lowest <= score <= tool.highest:
        return ""
    return f"A whole number from {tool.lowest} to {tool.highest}."


def picture(tool: Tool, course: Course) -> str:
    """Return the way from the first score (○) to the last (●) along the scale: ··○──●··.

    Empty where the scale is not stated, or nothing was scored on it.
    """
    if tool.lowest is None or tool.highest is None or not course.given:
        return ""
    ends = course.given[0], course.given[-1]
    if any(off_scale(tool, one) for one in ends):
        return ""
    first, last = ((one - tool.lowest) * STEP for one in ends)
    cells = ["·" if cell % STEP == 0 else " " for cell in range(_width(tool))]
    low, high = sorted((first, last))
    cells[low : high + 1] = "─" * (high - low + 1)
    cells[first] = "○"
    cells[last] = "●"  # after the other: where nothing changed, only now is shown
    return "".join(cells)


def numbers(course: Course, most: int = 4) -> str:
    """Return the scores in order: "3 → 5 → 6"; of many the first and the last ones."""
    said = ["–" if one is None else str(one) for one in course.scores]
    if len(said) > most:
        said = [said[0], "…", *said[-(most - 2) :]]
    return " → ".join(said)


def _width(tool: Tool) -> int:
    return ((tool.highest or 0) - (tool.lowest or 0)) * STEP + 1


def _scores(file: CaseFile, tool: Tool, use: ToolUse) -> dict[str, int]:
    """The scores of one use by the name of the area, as the area's procedure has it."""
    titles = {one.key.casefold(): one.title for one in tool.areas}
    titles |= {one.title.casefold(): one.title for one in tool.areas}
    return {
        titles.get(one.area.strip().casefold(), one.area.strip()): one.score
        for one in file.tool_scores
        if one.use_id == use.id and one.score is not None and one.area.strip()
    }
