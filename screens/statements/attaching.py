"""Putting a file with a record, or saying where the paper is kept (S10)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from data.records.cases import Attachment
from ehtui.attaching import CannotAttach, attach, read_file
from ehtui.changes import ChangeSet, Problem, Unreadable
from screens.forms.row_dialog import RowDialog
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.changes import RowChange
    from ehtui.wording import Wording
    from screens.forms.editing import Editing


class AttachDialog(RowDialog):
    """Asks what it is, where the paper lies, and which file to put inside the record."""

    def __init__(self, editing: Editing, wording: Wording, **values: Any) -> None:
        """Attach to the record that ``values`` name."""
        super().__init__(
            editing,
            wording,
            Attachment,
            title="Attach a file of up to 10 MB, or say where the paper is kept",
            fields=("what", "on", "kept_at"),
            defaults=values,
        )

    def more(self) -> Iterable[Widget]:
        """Ask for the file."""
        yield Horizontal(
            Static(Content("File"), classes="label"),
            LineInput(id="file", placeholder="where the scan or photo lies", compact=True),
            classes="field",
        )

    async def rows(self) -> list[RowChange]:
        """Read the file beside the screen; its bytes are no part of the draft."""
        row = self._form.row
        typed = self.query_one("#file", LineInput).value
        if not typed.strip():
            if not row.typed.get("kept_at", "").strip():
                raise _problem(row, "Name the file, or say where the paper is kept.")
            return [row]
        try:
            path, content = await asyncio.to_thread(read_file, typed)
        except CannotAttach as wrong:
            raise _problem(row, str(wrong)) from None
        return [row, attach(ChangeSet(self._editing.changes.case_id), row, path, content)]


def _problem(row: RowChange, sentence: str) -> Unreadable:
    return Unreadable([Problem(row.table, row.record_id, "", sentence)])
