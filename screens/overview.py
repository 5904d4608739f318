"""A family at one glance: the seven stages, what is due, who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from ehtui.dates import show_date
from ehtui.process.due import due_dates
from ehtui.process.stages import stage_of
from screens.case import CaseScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class OverviewScreen(CaseScreen):
    """Where the case stands and what comes next."""

    SECTION = "overview"
    TITLE = "Overview"

    def build(self) -> Iterable[Widget]:
        """Give the spine of stages, what is due, and the people."""
        yield Static(self._spine(), classes="spine")
        yield Static(self._due(), classes="frame")

    def _spine(self) -> Content:
        opened = self.opened
        here = stage_of(opened.file, opened.procedure)
        parts = []
        for stage in opened.procedure.stages:
            title = opened.wording.filled(stage.title)
            parts.append(Content(f"▸ {title}").stylize("bold") if stage == here else Content(title))
        return Content("  ").join(parts)

    def _due(self) -> Content:
        lines = [
            Content(f"{show_date(one.due)}  {one.what}  {one.who}")
            for one in due_dates(self.opened.file, self.opened.procedure)
        ]
        return Content("\n").join(lines or [Content("Nothing is due.")])
