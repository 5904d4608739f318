"""What an auditor would say of this family's case, and the way to where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ehtui.dates import show_date
from ehtui.process.auditing.rules import audit
from screens.case import CaseScreen
from screens.case_commands import Back, Sections
from screens.commands import Command, CommandClass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.process.auditing.remark import Remark

WHEN = 17
"""The width of the date's column, in cells."""


class GoThere(Command):
    """Go to where this is mended."""

    key = "enter"
    footer = "go there"


class AuditingScreen(CaseScreen):
    """Each thing somebody would ask about, the oldest first; Enter goes there."""

    SECTION = "auditing"
    TITLE = "What an auditor would say"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (GoThere, Sections, Back)

    _remarks: list[Remark]

    def build(self) -> Iterable[Widget]:
        """Give the remarks, one below the other."""
        opened = self.opened
        self._remarks = audit(opened.file, opened.procedure, self.desk.today)
        lines = OptionList(*(Option(self._line(one)) for one in self._remarks), id="remarks")
        if not self._remarks:
            nothing = Content("An auditor would find nothing to ask about.")
            lines.add_option(Option(nothing, disabled=True))
        lines.border_title = f"To ask about {len(self._remarks)}"
        yield lines

    def _line(self, one: Remark) -> Content:
        since = show_date(one.since) if one.since else ""
        return Content.assemble(f"{since:<{WHEN}}", (one.why, "$foreground"))

    @on(OptionList.OptionSelected, "#remarks")
    def _go(self, event: OptionList.OptionSelected) -> None:
        one = self._remarks[event.option_index]
        self.go_to(one.section, one.record)

    @on(GoThere)
    def go_there(self) -> None:
        """Go to where the highlighted remark is mended."""
        self.query_one("#remarks", OptionList).action_select()
