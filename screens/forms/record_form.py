"""A form over one record, made from the record's own words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Vertical
from textual.content import Content

from data.records.fields import described
from ehtui.entry import write_entry
from screens.forms.field_row import FieldRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.css.query import DOMQuery

    from data.records.base import Record
    from ehtui.changes import Problem, RowChange
    from ehtui.wording import Wording
    from screens.forms.editing import Editing


NONE: Mapping[str, Any] = MappingProxyType({})


class RecordForm(Vertical):
    """The fields of one row, new or existing. What is typed goes into the editing's change set."""

    def __init__(
        self,
        editing: Editing,
        wording: Wording,
        record: type[Record],
        *,
        existing: Record | None = None,
        row: RowChange | None = None,
        fields: Sequence[str] | Callable[[Callable[[str], str]], Sequence[str]] = (),
        title: str = "",
        id: str | None = None,
        defaults: Mapping[str, Any] = NONE,
    ) -> None:
        """Show ``fields`` of a record (all that are described, if none are named); a function is
        given what each field holds, and returns those that fit.

        ``existing`` is the row as saved, None for a new one; ``row`` is what was typed before,
        where a draft came back. ``defaults`` are put into a new row once something is typed in it.
        """
        super().__init__(id=id, classes="record-form")
        self.editing = editing
        self.record = record
        self.existing = existing
        self._wording = wording
        self._defaults = defaults
        self._row = row or (editing.changes.row(existing.id) if existing else None)
        shown = fields(self._text) if callable(fields) else fields
        self._fields = self._asked(shown or described(record))
        if title:
            self.border_title = Content(title)
            self.add_class("frame")

    def compose(self) -> ComposeResult:
        """Give a row for each field."""
        for field in self._fields:
            yield self._field_row(field)

    @property
    def row_id(self) -> str:
        """The key of the row as saved, or as begun here; empty while nothing was typed."""
        if self.existing is not None:
            return self.existing.id
        return self._row.record_id if self._row is not None else ""

    @property
    def row(self) -> RowChange:
        """The row's change in the editing's change set, begun now if need be."""
        if self._row is None or self.editing.changes.row(self._row.record_id) is None:
            if self.existing is not None:
                self._row = self.editing.existing(self.existing)
            else:
                self._row = self.editing.changes.new(self.record).put(**self._defaults)
        return self._row

    @property
    def field_rows(self) -> DOMQuery[FieldRow]:
        """The fields on the screen."""
        return self.query(FieldRow)

    def field_row(self, field: str) -> FieldRow:
        """Return one field. KeyError when the form does not show it."""
        for row in self.field_rows:
            if row.field == field:
                return row
        raise KeyError(field)

    async def show_only(self, fields: Sequence[str]) -> None:
        """Show these fields instead; those that stay keep their text and the focus."""
        self._fields = self._asked(fields)
        for row in list(self.field_rows):
            if row.field not in self._fields:
                await row.remove()
        above: FieldRow | None = None
        for field in self._fields:
            shown = [one for one in self.field_rows if one.field == field]
            row = shown[0] if shown else self._field_row(field)
            if not shown:
                await self.mount(row, after=above, before=None if above else 0)
            above = row

    def held(self, field: str) -> str:
        """Return the text of a field as it stands on the form, or would if it were shown."""
        return self._text(field)

    def show_problems(self, problems: Iterable[Problem]) -> FieldRow | None:
        """Say at each field what is wrong with it; return the first such field."""
        first = None
        for problem in problems:
            if self._row is not None and problem.record_id == self._row.record_id:
                for row in self.field_rows:
                    if row.field == problem.field:
                        row.complain(problem.sentence)
                        first = first or row
        return first

    @on(FieldRow.Typed)
    def _typed(self, event: FieldRow.Typed) -> None:
        self.editing.typed(self.row, event.row.field, event.text)

    def _asked(self, fields: Iterable[str]) -> tuple[str, ...]:
        """Leave out a choice that the area gives nothing to choose for."""
        chosen = {name for name, words in described(self.record).items() if words.kind == "choice"}
        return tuple(
            field
            for field in fields
            if field not in chosen or self._text(field) or self._wording.options(self.record, field)
        )

    def put(self, **texts: str) -> None:
        """Put texts into fields, shown or not, as if they had been typed."""
        for field, text in texts.items():
            self.editing.typed(self.row, field, text)
        for row in self.field_rows:
            if row.field in texts:
                row.load(texts[row.field])

    def _field_row(self, field: str) -> FieldRow:
        text, today = self._text(field), self.editing.today
        return FieldRow(self.record, field, text, self._wording, today)

    def _text(self, field: str) -> str:
        if self._row is not None and field in self._row.typed:
            return self._row.typed[field]
        if self.existing is not None:
            return write_entry(getattr(self.existing, field))
        if field in self._defaults:
            return write_entry(self._defaults[field])
        return write_entry(self.record.model_fields[field].default)
