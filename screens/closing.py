"""Closing with an analysis, and opening again. Source: Newcastle 14.2, 8.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.widgets import Static

from data.records.closing import Closing
from ehtui.dates import show_date
from ehtui.process.closing import missing_from_closing
from ehtui.process.consent import stopped
from ehtui.process.stages import is_open
from screens.rows import RowKind, RowsScreen
from screens.widgets.checks import unmet_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase


def _closing(opened: OpenCase, row: Closing) -> str:
    when = f"closed {show_date(row.on)}" if row.on else "being prepared"
    again = f", opened again {show_date(row.reopened)}" if row.reopened else ""
    return f"{when}  {opened.wording.value(row, 'reason')}{again}"


def _begin(opened: OpenCase) -> dict[str, Any]:
    """What a closing begins with: the reason, where consent was withdrawn, and the final review."""
    held = opened.file.held_meetings
    reason = "consent_withdrawn" if stopped(opened.file) else ""
    return {"reason": reason, "meeting_id": held[-1].id if held and not reason else None}


class ClosingScreen(RowsScreen):
    """The end of a plan: what changed, whether it will last, who was told."""

    SECTION = "closing"
    TITLE = "Closing"
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Closing, "Closings", _closing, defaults=_begin, removable=False),
    )

    def above(self) -> Iterable[Widget]:
        """Say what is still missing, and that a closed case can be opened again."""
        file = self.shown.file
        closing = next((one for one in reversed(file.closings) if not one.reopened), None)
        missing = missing_from_closing(closing, file, self.opened.procedure)
        yield Static(unmet_lines("Closing", missing), classes="checks")
        if not is_open(file):
            again = "This case is closed. To open it again, fill in “Opened again on” and why."
            yield Static(Content(again), classes="checks")
