"""One person's score from 0 to 10: last time beside this time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from data.records.assessment import Scale
from ehtui.entry import BadEntry, read_entry, write_entry
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from textual.app import ComposeResult

    from screens.forms.editing import Editing

LOWEST, HIGHEST = 0, 10


class ScoreLine(Horizontal):
    """The score goes into the screen's change set as it is typed."""

    def __init__(
        self,
        editing: Editing,
        name: str,
        last: int | None,
        existing: Scale | None,
        begins: Mapping[str, Any],
    ) -> None:
        """Show ``last`` time's score; ``begins`` is what a new score says besides the number."""
        super().__init__(classes="score-line")
        self._editing = editing
        self._called = name
        self._last = "–" if last is None else str(last)
        self._existing = existing
        self._begins = dict(begins)

    def compose(self) -> ComposeResult:
        """Lay out name, last time, this time."""
        change = self._editing.changes.row(self._existing.id) if self._existing else None
        typed = change.typed.get("score") if change else None
        now = typed if typed is not None else write_entry(getattr(self._existing, "score", None))
        yield Static(Content(self._called), classes="label")
        yield Static(Content(f"{self._last} →"), classes="last")
        yield LineInput(now, compact=True)
        yield Static("", classes="remark")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._existing is None:
            row = self._editing.changes.new(Scale, **self._begins)
            self._existing = Scale(id=row.record_id, case_id="", version=0)
        row_now = self._editing.changes.row(self._existing.id)
        row_now = row_now or self._editing.changes.edit(self._existing)
        self._editing.typed(row_now, "score", event.value)
        self.query_one(".remark", Static).update(Content(_remark(self._editing, event.value)))


def _remark(editing: Editing, text: str) -> str:
    try:
        score = read_entry(Scale, "score", text, editing.today)
    except BadEntry:
        return "✗ a whole number from 0 to 10"
    fits = score is None or LOWEST <= score <= HIGHEST
    return "" if fits else "✗ from 0 (worst) to 10 (best)"
