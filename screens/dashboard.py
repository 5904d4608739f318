"""The dashboard: what a good colleague would say when you sit down, worst first."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data import due
from ehtui.dates import in_words, show_date, show_short
from ehtui.today import today
from screens.commands import Command, CommandClass, CommandScreen
from screens.say import say
from screens.widgets.banner import Banner
from screens.widgets.keyline import KeyLine
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from data.due import DueRow
    from screens.desk import Desk

WEEK = timedelta(days=7)
PAGE = 100
WHEN, FAMILY, WHO = 9, 18, 16
"""Widths of the columns, in cells."""


class OpenDue(Command):
    """Open the thing that is due, ready to type."""

    key = "enter"
    footer = "open"


class NewFamily(Command):
    """Begin a record about a family."""

    key = "n"
    footer = "new family"


class Families(Command):
    """Find a family, open or closed."""

    key = "slash"
    footer = "find"


class OnlyMine(Command):
    """Show only what I have to do, or everything again."""

    key = "m"


class Privacy(Command):
    """Show references and initials instead of names, or names again."""

    key = "p"


class Dashboard(CommandScreen[None]):
    """What is overdue, due in the next seven days, and due later, for every open case."""

    TITLE = "Dashboard"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        OpenDue,
        Families,
        NewFamily,
        OnlyMine,
        Privacy,
    )

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[DueRow] = []
        self._only_mine = False

    def compose(self) -> ComposeResult:
        """Paint the frame; the rows follow."""
        yield TitleLine("ehtui", "Dashboard", right=show_date(today()))
        yield Banner()
        yield OptionList(id="due")
        yield KeyLine()

    def begin(self, desk: Desk) -> None:
        """Show the rows of the file that is open now."""
        self.desk = desk
        if (why := desk.store.read_only_why) is not None:
            self.query_one(Banner).tell(str(why))
        self.read_rows()

    def on_screen_resume(self) -> None:
        """Read the rows again: what was done meanwhile is no longer due."""
        if hasattr(self, "desk"):
            self.read_rows()

    @work(exclusive=True, group="due")
    async def read_rows(self) -> None:
        """Read a page of what is due, and show it."""
        self._rows = await asyncio.to_thread(self._page)
        self._draw()

    def _page(self) -> list[DueRow]:
        who = self.desk.me if self._only_mine else None
        return due.page(self.desk.store.reading(), self.desk.today, who=who, limit=PAGE)

    def on_resize(self, _event: events.Resize) -> None:
        """Share the width out again."""
        self._draw()

    def _draw(self) -> None:
        listing = self.query_one("#due", OptionList)
        here = listing.highlighted
        listing.clear_options()
        if not hasattr(self, "desk"):
            return
        day = self.desk.today
        for title, rows in groupby(self._rows, lambda row: _group(row.due, day)):
            found = list(rows)
            listing.add_option(Option(Content(f"{title} {len(found)}"), disabled=True))
            for row in found:
                listing.add_option(Option(self._line(row, day), id=str(self._rows.index(row))))
        if not self._rows:
            listing.add_option(Option(Content("Nothing is due. n begins a record."), disabled=True))
        first = next((i for i, one in enumerate(listing.options) if not one.disabled), None)
        listing.highlighted = here if here is not None and here < listing.option_count else first

    def _line(self, row: DueRow, day: date) -> Content:
        width = max(60, self.size.width - 6)
        family = row.reference if self.desk.showing_references_only else row.family
        who = "me" if row.who == self.desk.me else row.who
        what_width = width - WHEN - FAMILY - WHO - 6
        cells = (
            _cell(_when(row.due, day), WHEN, right=True),
            _cell(family, FAMILY).stylize("bold"),
            _cell(f"{row.what} {row.at}".strip(), what_width).stylize("$foreground"),
            _cell(who, WHO),
        )
        text = Content("  ").join(cells)
        why = Content(" " * (WHEN + 2) + row.why).truncate(width, ellipsis=True)
        return Content("\n").join([text, why.stylize("$text-disabled")])

    @on(OptionList.OptionSelected, "#due")
    def _open(self, event: OptionList.OptionSelected) -> None:
        from screens.sections import section_screen

        if event.option.id is not None:
            row = self._rows[int(event.option.id)]
            screen = section_screen(row.section)(self.desk, row.case_id, row.record)
            self.app.push_screen(screen)

    @on(OnlyMine)
    def only_mine(self) -> None:
        """Turn the filter by person."""
        self._only_mine = not self._only_mine
        say(self.app, "Only mine." if self._only_mine else "Everybody's.")
        self.read_rows()

    @on(Privacy)
    def privacy(self) -> None:
        """Turn the privacy switch."""
        self.desk.showing_references_only = not self.desk.showing_references_only
        self._draw()


def _group(due_day: date, day: date) -> str:
    if due_day < day:
        return "Overdue"
    return "Next 7 days" if due_day <= day + WEEK else "Later"


def _when(due_day: date, day: date) -> str:
    if due_day < day:
        return in_words((day - due_day).days)
    if due_day == day:
        return "today"
    if due_day <= day + WEEK:
        return show_date(due_day)[:6].strip()
    return show_short(due_day, beside=day)


def _cell(text: str, width: int, *, right: bool = False) -> Content:
    content = Content(text).truncate(width, ellipsis=True)
    pad = " " * (width - content.cell_length)
    return Content(pad) + content if right else content + Content(pad)
