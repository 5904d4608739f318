"""The scores of one use of a tool: a number for each area, the areas' names where none are given.

Only numbers are kept; what a licensed scale says of each number stays with the tool.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from data.records.findings import ToolScore
from ehtui.entry import BadEntry, read_entry, write_entry
from ehtui.process.assessment.tools import off_scale
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from data.procedures.model import Tool
    from ehtui.changes import RowChange
    from screens.forms.editing import Editing


class AreaLine(Horizontal):
    """One area and its number; an area without a name is named here."""

    def __init__(
        self,
        editing: Editing,
        tool: Tool,
        area: str,
        existing: ToolScore | None,
        begins: Callable[[], dict[str, Any]],
    ) -> None:
        """Show what was scored; ``begins`` gives what a new score says besides area and number."""
        super().__init__(classes="field area-line")
        self._editing = editing
        self._tool = tool
        self.area = area
        self._existing = existing
        self._begins = begins
        self.row: RowChange | None = editing.changes.row(existing.id) if existing else None

    def take(self, row: RowChange) -> None:
        """Go on with what was typed before and not saved."""
        self.row = row

    def compose(self) -> ComposeResult:
        """Lay out the area, its number, and what is wrong with it."""
        if self.area:
            yield Static(Content(self.area), classes="label")
        else:
            name = self.row.typed.get("area", "") if self.row else ""
            yield LineInput(name, placeholder="an area of its own", compact=True, classes="area")
        typed = self.row.typed.get("score") if self.row else None
        now = typed if typed is not None else write_entry(getattr(self._existing, "score", None))
        yield LineInput(now, compact=True, classes="score")
        yield Static("", classes="remark")

    def on_mount(self) -> None:
        """Say what is wrong with what stands there already."""
        self._remark()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.row is None and self._existing is not None:
            self.row = self._editing.existing(self._existing)
        elif self.row is None:
            self.row = self._editing.changes.new(ToolScore, area=self.area, **self._begins())
        field = "score" if event.input.has_class("score") else "area"
        self._editing.typed(self.row, field, event.value)
        self._remark()

    def _remark(self) -> None:
        said = wrong_with(self._editing, self._tool, self.row) if self.row else ""
        self.query_one(".remark", Static).update(Content(f"✗ {said}" if said else ""))


class Scores(Vertical):
    """A line for each area of the tool, or for areas of one's own where it names none."""

    OWN = 3
    """Lines for further areas, where the tool's areas are not listed."""

    def __init__(
        self,
        editing: Editing,
        tool: Tool,
        use_id: str,
        saved: list[ToolScore],
        known: list[str],
        begins: Callable[[], dict[str, Any]],
    ) -> None:
        """Show the scores of the use ``use_id``, empty for one not begun; ``known`` are areas."""
        super().__init__(classes="scores")
        rows = [
            row
            for row in editing.changes.rows
            if row.table == "tool_scores" and not row.version and row.typed.get("use_id") == use_id
        ]
        own = [one.area for one in saved]
        own += [row.typed["area"] for row in rows if row.typed.get("area")]
        areas = list(dict.fromkeys((*known, *own)))
        self.lines_of = []
        for area in (*areas, *([""] * (0 if tool.areas else self.OWN))):
            existing = next((one for one in saved if area and one.area == area), None)
            line = AreaLine(editing, tool, area, existing, begins)
            mine = next((row for row in rows if row.typed.get("area", "") == area), None)
            if mine is not None:
                line.take(mine)
                rows.remove(mine)
            self.lines_of.append(line)

    def compose(self) -> ComposeResult:
        """Give a line for each."""
        yield from self.lines_of

    def rows(self) -> list[RowChange]:
        """Return the rows that were touched."""
        return [line.row for line in self.lines_of if line.row is not None]


def wrong_with(editing: Editing, tool: Tool, row: RowChange) -> str:
    """Return in a plain sentence what is wrong with a typed score; empty if nothing is."""
    text = row.typed.get("score", "").strip()
    if text and not row.typed.get("area", "saved").strip():
        return "Name the area beside its number."
    try:
        score = read_entry(ToolScore, "score", text, editing.today)
    except BadEntry:
        ends = f" from {tool.lowest} to {tool.highest}" if tool.highest is not None else ""
        return f"A whole number{ends}."
    if score is None:
        return ""
    return "A number from 0 up." if score < 0 else off_scale(tool, score)


def is_empty(row: RowChange) -> bool:
    """Return whether a score was begun and its number left empty."""
    return not row.version and not row.typed.get("score", "").strip()
