"""One row in a dialogue: changed and saved by itself, or left as a draft."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.store.errors import StoreError
from ehtui.changes import Unreadable
from ehtui.refusals import LedgerEntry, StaleSave
from screens.commands import Command, CommandModal
from screens.forms.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from data.records.base import Record
    from ehtui.changes import RowChange
    from ehtui.wording import Wording
    from screens.forms.editing import Editing


class SaveRow(Command):
    """Save this and close."""

    key = "ctrl+s"
    second_key = "f10"


class LeaveRow(Command):
    """Close. What is typed and not saved is kept as a draft."""

    key = "escape"


class RowDialog(CommandModal[str | None]):
    """Gives the key of the row once it is saved, None when it was left."""

    HELP = "Fill in what you know. Ctrl+S saves it; Esc keeps it as a draft."
    OFFERS = (SaveRow, LeaveRow)

    def __init__(
        self,
        editing: Editing,
        wording: Wording,
        record: type[Record],
        *,
        title: str,
        begin: str = "",
        before_save: Callable[[RowChange], None] = lambda _row: None,
        **form: Any,
    ) -> None:
        """Show one row under ``title``, the cursor in the field ``begin``.

        ``before_save`` may fill in what follows from what was typed, or raise Unreadable; the rest
        is what `RecordForm` takes.
        """
        super().__init__()
        self._editing = editing
        self._wording = wording
        self._title = title
        self._begin = begin
        self._before_save = before_save
        self._form = RecordForm(editing, wording, record, **form)

    def compose(self) -> ComposeResult:
        """Lay the form out under its title."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._title), classes="question")
            with VerticalScroll(can_focus=False):
                yield self._form
                yield from self.more()
            yield Static("", classes="remark")
            yield Static(Content("Ctrl+S save   Esc leave, kept as a draft"), classes="keys")

    def more(self) -> Iterable[Widget]:
        """Give what stands under the form: nothing, unless a dialogue asks for more."""
        return ()

    async def rows(self) -> list[RowChange]:
        """Return the rows to save together. Raises Unreadable."""
        self._before_save(self._form.row)
        return [self._form.row]

    def on_mount(self) -> None:
        """Begin where there is something to say."""
        rows = list(self._form.field_rows)
        begin = next((row for row in rows if row.field == self._begin), rows[0])
        self.set_focus(begin.editor)  # at once: Tab may be typed ahead

    def flush(self) -> None:
        """Keep what is typed as a draft."""
        self._editing.flush()

    @on(SaveRow)
    @work(exclusive=True)
    async def save(self) -> None:
        """Save the row, or say at each field what is wrong."""
        try:
            rows = await self.rows()
            await asyncio.wrap_future(self._editing.save_some(rows))
        except Unreadable as wrong:
            first = self._form.show_problems(wrong.problems)
            if first is None:
                self._tell(wrong.problems[0].sentence)
            else:
                first.go_to()
            return
        except StaleSave as stale:
            await self._settle(stale)
            return
        except (LedgerEntry, StoreError) as failed:
            self._tell(f"Not saved: {failed} What you typed is still here.")
            return
        self._editing.leave_out(rows)
        self.dismiss(rows[0].record_id)

    async def _settle(self, stale: StaleSave) -> None:
        from screens.forms.settling import Settling

        keep_mine = await self.app.push_screen_wait(Settling(stale.conflicts, self._wording))
        if keep_mine is not None:
            self._editing.settle(stale.conflicts, keep_mine=keep_mine)
            self.save()

    def _tell(self, sentence: str) -> None:
        self.query_one(".dialogue > .remark", Static).update(Content(f"✗ {sentence}"))

    @on(LeaveRow)
    def leave(self) -> None:
        """Close and keep the draft."""
        self.flush()
        self.dismiss(None)
