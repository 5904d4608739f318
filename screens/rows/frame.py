"""A section made of rows: a list to choose from, and the form of the row that is chosen."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data.records.fields import described
from screens.case.bringing_back import belonging_to
from screens.commands import Command, CommandClass, key_name
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.rows.listed import NEW, ListedRows
from screens.say import say
from screens.widgets.confirm import Confirm
from screens.widgets.hanging import Hanging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from textual.widget import Widget

    from data.records.base import Record
    from ehtui.changes import Unreadable
    from screens.rows.kinds import RowKind


class AddRow(Command):
    """Add another row of the kind the cursor is on."""

    key = "f7"
    footer = "add"


class RemoveRow(Command):
    """Take this row away, after asking. The trace keeps what stood in it."""

    key = "f8"
    title = "Remove this row"


class ToList(Command):
    """Go to the list of rows, and from the list to the form."""

    key = "f6"
    footer = "list/form"


class RowsScreen(ListedRows):
    """A list of the rows, and the form of one of them."""

    OFFERS: ClassVar[tuple[CommandClass, ...]] = (AddRow, ToList, RemoveRow)

    _left: FieldRow | None = None
    """The field that the cursor was in before the last save."""
    chosen: str = ""
    """The key of the row in the form, or ``new:`` and a table for one not begun yet."""
    preset: Mapping[str, Any] = MappingProxyType({})
    """What the next new row begins with besides its kind's defaults."""

    def above(self) -> Iterable[Widget]:
        """Give what stands above the list: nothing, unless a section has something to say."""
        return ()

    def build(self) -> Iterable[Widget]:
        """Give the list and the form of the chosen row."""
        yield from self.above()
        with_rows = Container(id="rows")
        yield with_rows
        self.call_later(self._fill, with_rows)

    async def _fill(self, place: Container) -> None:
        keys = [key for key, _ in self.lines() if key]
        if self.wanted in keys:
            self.chosen = self.wanted
        if self.chosen not in keys:
            self.chosen = keys[0]
        listing = OptionList(
            *self._options(),
            id="row-list",
            compact=True,
        )
        await place.mount(listing, Vertical(id="row-form"))
        listing.highlighted = listing.get_option_index(self.chosen)
        await self.show_form()

    def _options(self) -> list[Option]:
        return [Option(_hung(line), key or None, disabled=not key) for key, line in self.lines()]

    def _form(self) -> RecordForm:
        for kind in self.kinds:
            defaults = {**self.defaults_of(kind), **self.preset}
            if self.chosen == f"{NEW}{kind.table}":
                return self._record_form(kind, defaults=defaults)
            for change in self.begun(kind):
                if change.record_id == self.chosen:
                    return self._record_form(kind, row=change, defaults=defaults)
            for row in self.saved(kind):
                if row.id == self.chosen:
                    return self._record_form(kind, existing=row)
        raise KeyError(self.chosen)

    def _record_form(self, kind: RowKind, **more: Any) -> RecordForm:
        return RecordForm(
            self.editing,
            self.shown.wording,
            kind.record,
            fields=partial(self._fields, kind, more.get("existing")),
            **more,
        )

    def _fields(
        self, kind: RowKind, existing: Record | None, held: Callable[[str], str]
    ) -> tuple[str, ...]:
        """Return the fields that fit what is held and may be seen."""
        fitting = kind.fitting(held) if kind.fitting else kind.fields
        return tuple(one for one in fitting or described(kind.record) if self.asks(one, existing))

    async def show_form(self) -> None:
        """Show the form of the chosen row."""
        place = self.query_one_optional("#row-form")
        if place is None:  # the list is being made anew, and shows the form when it is there
            return
        async with place.batch():
            await place.remove_children()
            form = self._form()
            await place.mount(*self.before_form(form), form, *self.after_form(form))

    def before_form(self, form: RecordForm) -> Iterable[Widget]:
        """Give what stands above the form of a row: nothing, unless a section helps there."""
        return ()

    def after_form(self, form: RecordForm) -> Iterable[Widget]:
        """Give what stands below the form of a row: nothing, unless a section has more to ask."""
        return ()

    @on(FieldRow.Typed)
    async def _refit(self, event: FieldRow.Typed) -> None:
        """Show the fields that fit the choice; typing never moves a field."""
        form = event.row.query_ancestor(RecordForm)
        kind = next((one for one in self.kinds if one.record is form.record), None)
        if kind and kind.fitting and event.row.words.kind in ("choice", "yes_no"):
            await form.show_only(self._fields(kind, form.existing, form.held))

    def arrive(self) -> None:
        """Begin in the form when a row was asked for or there is none yet, else in the list."""
        self.call_later(self._arrive)

    def _arrive(self) -> None:
        wanted, self.wanted = self.wanted, ""
        to_add = (kind for kind in self.kinds if kind.addable)
        none_yet = not any(self.saved(kind) or self.begun(kind) for kind in to_add)
        if none_yet or (wanted and wanted == self.chosen):
            self.go_to_form()
        else:
            self.query("#row-list").focus()

    def on_key(self, event: events.Key) -> None:
        """Say where one types, when letters come that mean nothing in the list."""
        on_list = self.focused is not None and self.focused.id == "row-list"
        if on_list and event.is_printable and event.key not in self.active_bindings:
            self.say_state(f"{key_name('enter')} types here, {key_name(AddRow.key)} adds")

    @on(OptionList.OptionHighlighted, "#row-list")
    async def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        # A new list highlights its first line, and tells it when another has been chosen already.
        here = event.option_list.highlighted_option
        if here is event.option and event.option.id and event.option.id != self.chosen:
            self.flush()
            await self.turn_to(event.option.id)
            self.refresh_bindings()

    async def turn_to(self, key: str, /, **preset: Any) -> None:
        """Show the form of a row; what is typed and not saved yet stands in the list by now."""
        self.chosen, self.preset = key, preset
        self.list_anew()
        await self.show_form()

    def list_anew(self) -> None:
        """Show the lines as they stand now; the form stays as it is."""
        listing = self.query_one("#row-list", OptionList)
        stands = [(one.id or "", str(one.prompt)) for one in listing.options]
        if stands != list(self.lines()):
            with self.prevent(OptionList.OptionHighlighted):
                listing.clear_options()
                listing.add_options(self._options())
        # What is being typed may be kept from somebody who looks: then no line stands for it.
        keys = [one.id for one in listing.options]
        listing.highlighted = keys.index(self.chosen) if self.chosen in keys else None

    @on(OptionList.OptionSelected, "#row-list")
    def _enter_form(self) -> None:
        self.go_to_form()

    def go_to_form(self) -> None:
        """Begin in the first field; of a new row in the first that nothing stands in yet."""
        for form in self.query("#row-form > RecordForm").results(RecordForm):
            fields = [row for row in form.field_rows if row.field not in self.preset]
            empty = [row for row in fields if form.existing is None and not form.held(row.field)]
            (empty or fields)[0].editor.focus()
            return

    @on(ToList)
    def to_list(self) -> None:
        """Change between the list and the form."""
        listing = self.query_one("#row-list", OptionList)
        if self.focused is listing:
            self.go_to_form()
        else:
            self.flush()
            self._stay_on_begun()
            self.list_anew()
            listing.focus()

    @on(AddRow)
    async def add_row(self) -> None:
        """Begin a row of the kind the cursor is on, or else of the first that can be added."""
        here = self.kind_of(self.chosen)
        kind = next((one for one in (here, *self.kinds) if one.addable), None)
        if kind is None:
            say(self.app, "Nothing can be added here.")
        else:
            await self.begin_row(kind)

    async def begin_row(self, kind: RowKind, /, **preset: Any) -> None:
        """Show the form of a new row that begins with ``preset``, ready to type."""
        self.flush()
        await self.turn_to(f"{NEW}{kind.table}", **preset)
        self.go_to_form()

    async def after_save(self) -> None:
        """Stay on the row that was new until now."""
        self._stay_on_begun()
        here = self.focused.parent if self.focused else None
        self._left = here if isinstance(here, FieldRow) else None
        await super().after_save()

    def _stay_on_begun(self) -> None:
        for form in self.query("#row-form > RecordForm").results(RecordForm):
            if form.row_id and self.chosen == f"{NEW}{form.record.__tablename__}":
                self.chosen, self.preset = form.row_id, {}

    def show_problems(self, wrong: Unreadable) -> None:
        """Say what is wrong in the row where it is, also when another one is in the form."""
        rows = [one.record_id for one in wrong.problems]
        keys = [key for key, _ in self.lines()]
        elsewhere = next((one for one in rows if one in keys), None)
        if elsewhere is None or any(form.row_id in rows for form in self.query(RecordForm)):
            super().show_problems(wrong)
        else:
            self.call_later(self._show_problems_of, elsewhere, wrong)

    async def _show_problems_of(self, row_id: str, wrong: Unreadable) -> None:
        await self.turn_to(row_id)
        super().show_problems(wrong)

    def go_back_to(self, place: str | None) -> None:
        """Go back to the field the cursor was in, once it is there."""
        self.call_later(self._back_to, self._left)

    def _back_to(self, left: FieldRow | None) -> None:
        """Go back to a field and to the place in it, or else to the list."""
        if self.focused is not None:
            return
        for row in self.query(FieldRow):
            if left is not None and row.field == left.field:
                row.stand_as(left)
                return
        self.query("#row-list").focus()

    def kind_of(self, key: str) -> RowKind:
        """Return the kind of a row, or of the line that begins one; the first for any other key."""
        for kind in self.kinds:
            keys = [row.id for row in self.saved(kind)]
            begun = [row.record_id for row in self.begun(kind)]
            if key in (*keys, *begun, f"{NEW}{kind.table}"):
                return kind
        return self.kinds[0]

    @on(RemoveRow)
    @work
    async def remove_row(self) -> None:
        """Ask, then take the row away."""
        kind = self.kind_of(self.chosen)
        row = next((one for one in self.saved(kind) if one.id == self.chosen), None)
        if row is None or not kind.removable:
            say(self.app, "Only a saved row can be removed here.")
            return
        if on_it := belonging_to(self.whole, [row]):
            on_it = f"{on_it} in the record belongs to it. Change that first."
            say(self.app, f"Not removed: {self.why(on_it)}")
            return
        one_row = self.shown.wording.filled(kind.record.one_row)
        question = f"Remove {one_row}: “{self.line(kind, row).strip()}”?"
        if await self.app.push_screen_wait(Confirm(question, yes="Remove")):
            self.editing.changes.remove(row)
            if await self.save_now():
                self.took_away(row)

    def stand_on(self, row: Record) -> None:
        """Have the row in the form once it is back."""
        self.chosen = row.id


def _hung(line: str) -> Hanging:
    """Return the line with its blanks and mark in the margin."""
    start = next((at for at, letter in enumerate(line) if letter.isalnum()), 0)
    return Hanging(line[:start], Content(line[start:]), further_in=2)
