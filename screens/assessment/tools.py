"""The area's tools: each use with its scores, or why not; and the scores over time as a picture.

Source: Doncaster p. 11-13; Hull 3.2; Gloucestershire, "What is The Graduated Pathway?".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.content import Content

from data.records.findings import ToolScore, ToolUse
from ehtui.changes import Problem, Unreadable
from ehtui.dates import show_short
from ehtui.process.assessment.tools import charts_of, is_asked, missing_tools, uses_of
from screens.assessment.chart import chart_shown
from screens.assessment.commands import NotDone
from screens.assessment.frame import AssessingScreen
from screens.assessment.scores import is_empty, wrong_with
from screens.assessment.use_dialog import UseDialog
from screens.case.sections import SECTIONS
from screens.forms.row_dialog import RowDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.procedures.model import Tool
    from data.records.base import Record
    from ehtui.changes import RowChange
    from screens.commands import CommandClass

PLACES: Final = {"three-houses": "houses", "genogram": "genogram", "chronology": "chronology"}
"""Tools that are a section of the case by themselves."""
NOT_USED = ("on", "with_id", "not_done_why")


class ToolsScreen(AssessingScreen):
    """Every tool of the area with its uses; below, the scores of the tool the list stands on."""

    SECTION = "tools"
    TITLE = "Tools and scores"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (NotDone,)

    def above(self) -> Content:
        """Say which tool is missing at this level."""
        gaps = missing_tools(self.shown.file, self.opened.procedure)
        if not gaps:
            return Content("Enter records a use; n says why a tool was not used.")
        names = ", ".join(self._filled(one.title) for one in gaps)
        said = f"Missing at this {{level}}: {names}. Record a use, or with n why there is none."
        return Content(self._filled(said))

    def lines(self) -> Iterator[tuple[str, Content]]:
        """Give every tool with its uses beneath."""
        missing = missing_tools(self.opened.file, self.opened.procedure)
        for tool in self.opened.procedure.tools:
            yield tool.key, self._tool_line(tool, missing=tool in missing)
            for use in self.for_room(uses_of(self.opened.file, tool)):
                yield use.id, Content("      ") + self._use(use) + self.marked(use)
            for row in self.begun("tool_uses"):
                if row.typed.get("tool") == tool.key:
                    yield row.record_id, Content("    • begun (not saved yet)")

    def _tool_line(self, tool: Tool, *, missing: bool) -> Content:
        place = place_of(tool)
        uses = uses_of(self.opened.file, tool)
        mark = "→" if place else "!" if missing else "✓" if uses else "·"
        said = Content(f"  {mark} {self._filled(tool.title)}")
        if is_asked(self.opened.file, tool):
            said += Content(self._filled("  always used at this {level}")).stylize("$text-muted")
        return said

    def _use(self, use: ToolUse) -> Content:
        use = self.shown.own(use)
        on = show_short(use.on) if use.on else "no date"
        whom = f" with {name}" if (name := self.shown.file.name(use.with_id)) else ""
        if use.done is False:
            return Content(f"{on}  not used{whom}: {use.not_done_why or 'no reason yet'}")
        edition = f", edition {use.edition}" if use.edition else ""
        count = sum(
            one.use_id == use.id and one.score is not None for one in self.opened.file.tool_scores
        )
        scored = f", {count} areas scored" if count else ""
        return Content(f"{on}{whom}{edition}{scored}")

    def below(self) -> Content:
        """Return the scores over time: of a use's person, of everybody on the tool's own line."""
        tool = self._tool(self.at)
        if tool is None:
            return Content("")
        file = self.opened.file
        file = replace(
            file,
            tool_uses=self.for_room(file.tool_uses),
            tool_scores=self.for_room(file.tool_scores),
        )
        use = self.record(self.at)
        shown = [
            one
            for one in charts_of(file, tool)
            if not isinstance(use, ToolUse) or one.with_id == use.with_id
        ]
        if not shown:
            return Content(self._filled(tool.use)).stylize("$text-muted")
        names = [self.shown.file.name(one.with_id, "with nobody named") for one in shown]
        return Content("\n").join(map(chart_shown, shown, names))

    # Which tool

    def _tool(self, key: str) -> Tool | None:
        use = self.record(key)
        begun = next((one for one in self.begun("tool_uses") if one.record_id == key), None)
        if isinstance(use, ToolUse):
            key = use.tool
        elif begun is not None:
            key = begun.typed.get("tool", "")
        return next((one for one in self.opened.procedure.tools if one.key == key), None)

    def record(self, key: str) -> Record | None:
        """Return the use of a line."""
        return next((one for one in self.opened.file.tool_uses if one.id == key), None)

    def parts_of(self, row: Record) -> list[Record]:
        """Return the scores of a use: they go and come back with it."""
        return [one for one in self.opened.file.tool_scores if one.use_id == row.id]

    # Writing

    def open_line(self, key: str) -> None:
        """Record a use of a tool, or change one; a tool that is a section leads there."""
        tool, use = self._tool(key), self.record(key)
        if tool is None:
            return
        if not use and (place := place_of(tool)):
            self.go_to(place)
        elif isinstance(use, ToolUse) and use.done is False:
            self.say_why_not(tool, use)
        else:
            row = next((one for one in self.begun("tool_uses") if one.record_id == key), None)
            if row is not None and row.typed.get("done") == "no":
                self.say_why_not(tool, None, row)
            else:
                self.write_use(tool, use if isinstance(use, ToolUse) else None, row)

    @work
    async def write_use(
        self, tool: Tool, existing: ToolUse | None, row: RowChange | None = None
    ) -> None:
        """Ask when, with whom, and the scores."""
        file = self.opened.file
        before = [one for one in uses_of(file, tool) if one.done is not False]
        scores = [one for one in file.tool_scores if one.use_id in {use.id for use in before}]
        saved = [one for one in scores if existing and one.use_id == existing.id]
        areas = [item.title for item in tool.areas] or [one.area for one in scores if one.area]
        edition = before[-1].edition if before else ""
        if not edition and len(tool.editions) == 1:
            edition = tool.editions[0]
        await self.ask(
            UseDialog(
                self.editing,
                self.shown.wording,
                tool,
                saved=saved,
                known=list(dict.fromkeys(areas)),
                check=self.check,
                existing=existing,
                row=row,
                defaults={
                    "tool": tool.key,
                    "done": True,
                    "on": self.desk.today,
                    "edition": edition,
                    "with_id": before[-1].with_id if before else None,
                },
            )
        )

    @on(NotDone)
    def not_done(self) -> None:
        """Ask why the tool was not used."""
        tool = self._tool(self.at)
        if tool is not None:
            self.say_why_not(tool)

    @work
    async def say_why_not(
        self, tool: Tool, existing: ToolUse | None = None, row: RowChange | None = None
    ) -> None:
        """Ask for the reason."""
        await self.ask(
            RowDialog(
                self.editing,
                self.shown.wording,
                ToolUse,
                title=self._filled(f"{tool.title}: not used, because"),
                begin="not_done_why",
                before_save=self.check,
                fields=NOT_USED,
                existing=existing,
                row=row,
                defaults={"tool": tool.key, "done": False, "on": self.desk.today},
            )
        )

    def check(self, row: RowChange) -> None:
        """Refuse a score off the tool's scale, and a tool not used for no reason."""
        super().check(row)
        problem = ""
        if row.record is ToolScore:
            tool, area = self._scored(row)
            problem = wrong_with(self.editing, tool, row) if tool else ""
            problem = f"{area}: {problem}" if area and problem else problem
            field = "score"
        elif row.record is ToolUse and row.typed.get("done") == "no":
            field = "not_done_why"
            problem = "" if row.typed.get(field, "").strip() else "Say why it was not used."
        if problem:
            raise Unreadable([Problem(row.table, row.record_id, field, problem)])

    def _scored(self, row: RowChange) -> tuple[Tool | None, str]:
        """The tool and the area of a score, saved or not."""
        saved = next((one for one in self.opened.file.tool_scores if one.id == row.record_id), None)
        use_id = row.typed.get("use_id") or (saved.use_id if saved else None) or ""
        return self._tool(use_id), row.typed.get("area") or (saved.area if saved else "")

    async def save_now(self) -> bool:
        """Save; a score begun and left empty is none."""
        if empty := [one for one in self.begun("tool_scores") if is_empty(one)]:
            self.editing.leave_out(empty)
        return await super().save_now()

    def _filled(self, template: str) -> str:
        return self.shown.wording.filled(template)


def place_of(tool: Tool) -> str:
    """Return the key of the section that a tool is by itself; empty where it is none."""
    place = PLACES.get(tool.key, "")
    return place if any(one.key == place for one in SECTIONS) else ""
