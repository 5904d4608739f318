"""A page of rows to go through with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.widgets import DataTable
from textual.widgets.data_table import RowDoesNotExist

PAGE = 200
"""Rows shown at most: a table of thousands takes seconds to draw. Ask the store for a page."""


@dataclass(frozen=True)
class Row:
    """One line: its key, given back when it is opened, and the text of each column."""

    key: str
    cells: tuple[str, ...]
    note: str = ""
    """A sentence under the wide column's text, in as many lines as it needs."""


class Listing(DataTable[Text]):
    """Rows of plain text; one column takes what width is left. Enter opens (`RowSelected`)."""

    def __init__(
        self,
        *columns: str,
        wide: int,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make a list; `wide` is the index of the column that takes the rest of the width."""
        super().__init__(cursor_type="row", show_header=any(columns), id=id, classes=classes)
        self._titles = columns
        self._wide = wide
        self._shown: tuple[Row, ...] = ()

    @property
    def current(self) -> str | None:
        """The key of the row the cursor is on, or None when the list is empty."""
        return self._shown[self.cursor_row].key if self._shown else None

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows and stay on the row the cursor was on.

        Raises:
            ValueError: If there are more than a page of them.
        """
        if len(rows) > PAGE:
            raise ValueError(f"{len(rows)} rows: show at most {PAGE}")
        stay = self.current
        self._shown = tuple(rows)
        self._draw(stay)

    def on_resize(self, event: events.Resize) -> None:
        """Share the width out again."""
        self._draw(self.current)

    def _draw(self, stay: str | None) -> None:
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            for title, width in zip(self._titles, self._widths(), strict=True):
                self.add_column(Text(title), width=width)
            for row in self._shown:
                cells = [Text(cell, no_wrap=True, overflow="ellipsis") for cell in row.cells]
                if row.note:
                    cells[self._wide] = Text(f"{row.cells[self._wide]}\n{row.note}")
                self.add_row(*cells, key=row.key, height=None if row.note else 1)
            if stay is not None:
                with suppress(RowDoesNotExist):
                    self.move_cursor(row=self.get_row_index(stay))

    def _widths(self) -> list[int]:
        """Return the width of each column in cells: as wide as its text, one takes the rest."""
        table = [self._titles, *(row.cells for row in self._shown)]
        widths = [
            max(Text(cell).cell_len for cell in column) for column in zip(*table, strict=True)
        ]
        others = sum(widths) - widths[self._wide] + 2 * self.cell_padding * len(widths)
        widths[self._wide] = max(10, self.scrollable_content_region.width - others)
        return widths
