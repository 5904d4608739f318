"""The rows of a section as lines: those that are saved, those begun, and what begins another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from screens.case.bringing_back import BringingBack
from screens.rows.kinds import RowKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.base import Record
    from ehtui.changes import RowChange

NEW = "new:"
"""What the key of a line that begins a row starts with; the table follows."""


class ListedRows(BringingBack):
    """A section whose subclass names the kinds of rows it holds."""

    KINDS: ClassVar[tuple[RowKind, ...]] = ()

    @property
    def kinds(self) -> tuple[RowKind, ...]:
        """The kinds of rows that this case has a use for: all, unless a section knows better."""
        return self.KINDS

    def rows_of(self, kind: RowKind) -> list[Any]:
        """Return the saved rows of a kind, in the order in which they are listed."""
        rows = getattr(self.opened.file, kind.table)
        return [row for row in rows if kind.shown(self.opened, row)]

    def saved(self, kind: RowKind) -> list[Any]:
        """Return the saved rows of a kind, without those kept from somebody who looks."""
        return [row for row in self.rows_of(kind) if self.sees(row)]

    def begun(self, kind: RowKind) -> list[RowChange]:
        """Return the rows of a kind that are typed and not saved, as far as may be seen."""
        file = self.opened.file  # of which a row begun may be part already: saved as it was read
        rows = [row for row in self.editing.changes.rows if row.table == kind.table]
        rows = [row for row in rows if row.version == 0 and file.find(row.record_id) is None]
        if not rows or not self.desk.showing_to:
            return rows
        seen = {row.id for row in getattr(self.typed.file, kind.table) if self.sees(row)}
        return [row for row in rows if row.record_id in seen]

    def defaults_of(self, kind: RowKind) -> dict[str, Any]:
        """Return what a new row of a kind begins with."""
        return kind.defaults(self.opened)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Give key and text of every line of the list; a heading has no key."""
        for kind in self.kinds:
            if len(self.kinds) > 1:
                yield "", self.shown.wording.filled(kind.title)
            for row in self.saved(kind):
                yield row.id, self.marked(kind, row)
            yield from self.new_lines(kind)

    def new_lines(self, kind: RowKind) -> Iterator[tuple[str, str]]:
        """Give the lines of what is begun and not saved, and the one that begins another."""
        if begun := self.begun(kind):
            typed = self.desk.seen(self.typed)
            for row in (typed.file.find(change.record_id) for change in begun):
                if row is not None:
                    said = kind.line(typed, row).strip() or "new"
                    yield row.id, f"• {said}  (not saved yet)"
        if kind.addable:
            one = self.shown.wording.filled(kind.record.one_row)
            yield f"{NEW}{kind.table}", f"  + add {one}"

    def marked(self, kind: RowKind, row: Record) -> str:
        """Return the line of a saved row, with a dot where something typed in it is not saved."""
        mark = "•" if self.editing.changes.row(row.id) else " "
        return f"{mark} {self.line(kind, row)}"

    def line(self, kind: RowKind, row: Record) -> str:
        """Return what is read of a saved row, in initials where names are hidden."""
        shown = self.shown
        return kind.line(shown, row if shown is self.opened else shown.own(row))
