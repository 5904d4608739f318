"""What an auditor would say of this family's case, and the way to where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ehtui.dates import show_date
from ehtui.process.auditing.rules import audit
from screens.case.commands import Back, Sections
from screens.case.frame import CaseScreen
from screens.commands import Command, CommandClass
from screens.widgets.hanging import Hanging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from ehtui.opening import OpenCase
    from ehtui.process.auditing.remark import Remark

WHEN = 17
"""The width of the date's column, in cells."""
HIDDEN = "It names people: show the names to read it."


class GoThere(Command):
    """Go to where this is mended."""

    key = "enter"
    footer = "go there"


class AuditingScreen(CaseScreen):
    """Each thing somebody would ask about, the oldest first; Enter goes there."""

    SECTION = "auditing"
    TITLE = "What an auditor would say"
    OWN_EYES = True
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (GoThere, Sections, Back)

    _remarks: list[Remark]

    def build(self) -> Iterable[Widget]:
        """Give the remarks, one below the other; they tell of what is kept from whom (S3)."""
        self._remarks = self._asked(self.opened)
        lines = OptionList(*map(Option, self._lines()), id="remarks")
        if not self._remarks:
            nothing = Content("An auditor would find nothing to ask about.")
            lines.add_option(Option(nothing, disabled=True))
        lines.border_title = f"To ask about {len(self._remarks)}"
        yield lines

    def _asked(self, opened: OpenCase) -> list[Remark]:
        return audit(opened.file, opened.procedure, self.desk.today)

    def _lines(self) -> Iterator[Hanging]:
        """Give each remark as it may be read; what is asked follows from the record itself."""
        read = [*self._remarks] if self.shown is self.opened else self._asked(self.shown)
        for one in self._remarks:
            same = [other for other in read if _place(other) == _place(one)]
            if same:
                read.remove(same[0])
            why = same[0].why if same else HIDDEN
            since = show_date(one.since) if one.since else ""
            yield Hanging(f"{since:<{WHEN}}", Content(why).stylize("$foreground"))

    @on(OptionList.OptionSelected, "#remarks")
    def _go(self, event: OptionList.OptionSelected) -> None:
        one = self._remarks[event.option_index]
        self.go_to(one.section, one.record)

    @on(GoThere)
    def go_there(self) -> None:
        """Go to where the highlighted remark is mended."""
        for lines in self.query("#remarks").results(OptionList):
            lines.action_select()


def _place(one: Remark) -> tuple[object, ...]:
    return one.what, one.record, one.since
