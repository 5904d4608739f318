"""The dashboard's list: what is due, under the headings overdue, next seven days and later."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from data.codes.lists import words
from data.due import Counts
from ehtui.dates import in_words, show_date, show_short
from screens.dashboard.due_line import due_line, sees_to_it
from screens.widgets.unfolding import Foldable, Unfolding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from data.due import DueRow
    from screens.desk import Desk

WEEK = timedelta(days=7)
WHEN, FAMILY = 11, 17
"""Widths of the columns, in cells."""
GROUPS = ("Overdue", "Next 7 days", "Later")
"""What `Counts` counts."""


class DueListing(Unfolding):
    """A page of what is due, as whoever looks at the screen may read it."""

    def __init__(self, desk: Desk, *, id: str) -> None:
        """Stand empty until something is shown."""
        super().__init__(id=id)
        self._desk = desk
        self._rows: Sequence[DueRow] = ()
        self._counts = Counts(0, 0, 0)
        self._nothing = ""

    def show(self, rows: Sequence[DueRow], counts: Counts, nothing: str) -> None:
        """Show a page of rows, how many there are in all, or a sentence where there is none."""
        self._rows, self._counts, self._nothing = rows, counts, nothing
        self.draw()

    def draw(self) -> None:
        """Draw the lines anew, the cursor where it was: the width or who looks on has changed."""
        here, day = self.highlighted, self._desk.today
        self.clear_options()
        counted = dict(zip(GROUPS, self._counts, strict=True))
        for title, rows in groupby(enumerate(self._rows), lambda one: _group(one[1].due, day)):
            self._say(f"{title} {counted[title]}")
            for at, row in rows:
                self.add_option(Foldable(partial(self._told, row, day), id=str(at)))
        if more := sum(self._counts) - len(self._rows):
            self._say(f"{more} more are due after these: k and w show a part.")
        if not self._rows and self._nothing:
            self._say(self._nothing)
        first = next((i for i, one in enumerate(self.options) if not one.disabled), None)
        self.highlighted = here if here is not None and here < self.option_count else first

    @property
    def current(self) -> DueRow | None:
        """The row on which the cursor stands."""
        at = self.highlighted_option
        return self.row(at) if at else None

    def row(self, option: Option) -> DueRow | None:
        """Return the row of a line, None for a heading."""
        return self._rows[int(option.id)] if option.id else None

    def _say(self, sentence: str) -> None:
        self.add_option(Option(Content(sentence), disabled=True))

    def _told(self, row: DueRow, day: date, whole: bool) -> Content:
        family, what, why = row.family, row.what, row.why
        if self._desk.lists_references_only:
            # An action or a child to be heard is told in words that name people: only its kind.
            family, what, why = row.reference or row.family, words("due_kind", row.kind), ""
        start = Content.assemble(
            f"{_when(row.due, day):>{WHEN}}  ",
            Content(family).truncate(FAMILY, ellipsis=True, pad=True).stylize("bold"),
            "  ",
        )
        who = sees_to_it(self._desk, row.who)
        width = max(60, self.screen.size.width - 6)
        told = f"{what} {row.at}".strip()
        return due_line(start, told, why, who, indent=WHEN + 2, width=width, whole=whole)


def _group(due_day: date, day: date) -> str:
    return GROUPS[(due_day >= day) + (due_day > day + WEEK)]


def _when(due_day: date, day: date) -> str:
    if due_day < day:
        return in_words((day - due_day).days)
    if due_day == day:
        return "today"
    if due_day <= day + WEEK:
        return show_date(due_day)[:6].strip()
    return show_short(due_day, beside=day)
