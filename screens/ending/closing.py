"""Closing with an analysis, and opening again. Source: Newcastle 14.2, 8.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.widgets import Static

from data.records.closing import Closing
from ehtui.dates import show_date
from ehtui.process.consent.allowed import stopped
from ehtui.process.course.closing import missing_from_closing
from ehtui.process.course.duties import MOVED_AWAY
from ehtui.process.course.handover import moving
from ehtui.process.course.stages import is_open
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
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
    """What a closing begins with: why, where that is known already; else the final review."""
    held = opened.file.held_meetings
    if stopped(opened.file):
        return {"reason": "consent_withdrawn"}
    if away := moving(opened.file):
        known = {one.key for one in opened.procedure.closing_reasons}
        there = ", ".join(filter(None, (away.to_name, away.to_agency, away.new_area)))
        reason = MOVED_AWAY if MOVED_AWAY in known else ""
        return {"reason": reason, "destination": there, "still_open": away.open_needs}
    return {"meeting_id": held[-1].id if held else None}


class ClosingScreen(RowsScreen):
    """The end of a plan: what changed, whether it will last, who was told."""

    SECTION = "closing"
    TITLE = "Closing"
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Closing, "Closings", _closing, defaults=_begin, removable=False),
    )

    def above(self) -> Iterable[Widget]:
        """Say what is still missing, and that a closed case can be opened again."""
        if self.desk.showing_to:  # what is missing may be what is kept back
            return
        file = self.shown.file
        closing = next((one for one in reversed(file.closings) if not one.reopened), None)
        missing = missing_from_closing(closing, file, self.opened.procedure)
        yield Static(unmet_lines("Closing", missing), classes="checks")
        if not is_open(file):
            again = "This case is closed. To open it again, fill in “Opened again on” and why."
            yield Static(Content(again), classes="checks")
        elif file.closings and all(one.reopened for one in file.closings):
            who = f"{file.lead.name} leads" if file.lead and file.lead.name else "Nobody leads yet"
            again = f"Opened again. {who}; somebody else takes it over under Handover (F2)."
            yield Static(Content(again), classes="checks")
