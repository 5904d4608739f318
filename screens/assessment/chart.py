"""Scores over time as a small picture of text: the way on the scale, and always the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ehtui.dates import show_short
from ehtui.process.assessment.tools import numbers, picture

if TYPE_CHECKING:
    from ehtui.process.assessment.tools import Chart

AREA = 27
"""Cells for an area's name."""


def chart_shown(chart: Chart, whose: str) -> Content:
    """Return a line about whose scores and when, then a line for each area: ○ first, ● last."""
    days = [show_short(one) if one else "no date" for one in chart.days]
    when = days[0] if len(days) == 1 else f"{days[0]} → {days[-1]} ({len(days)})"
    ends = f", {chart.tool.lowest}-{chart.tool.highest}" if chart.tool.highest is not None else ""
    lines = [Content(f"{whose}{ends}: {when}").stylize("bold")]
    wide = max((len(numbers(one)) for one in chart.courses), default=0)
    for course in chart.courses:
        way = picture(chart.tool, course)
        change = f"{course.change:+}" if course.change else "=" if course.change == 0 else ""
        area = Content(course.area).truncate(AREA, ellipsis=True, pad=True)
        said = f" {way}{'  ' if way else ''}{numbers(course):<{wide}}  {change}"
        lines.append(area + Content(said.rstrip()))
    return Content("\n").join(lines)
