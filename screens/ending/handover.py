"""Handing over: the lead never just leaves while needs are open. Source: Newcastle 14."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from data.records.cases import Lead
from data.records.closing import Handover
from ehtui.changes import ChangeSet
from ehtui.dates import show_date
from ehtui.process.course.handover import MOVED, may_leave, missing_from_handover, to_think_of
from screens.commands import Command, CommandClass
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.widgets.checks import unmet_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase


class PassTheLead(Command):
    """Make the new lead the lead of this case, or close it here where the family moves away."""

    key = "f5"
    footer = "pass the lead"


def _handover(_opened: OpenCase, row: Handover) -> str:
    when = show_date(row.on) if row.on else "no date yet"
    return f"{when}  to {row.to_name or 'nobody yet'}"


def _lead(_opened: OpenCase, row: Lead) -> str:
    since = f"since {show_date(row.since)}" if row.since else ""
    return f"{row.name}  {row.role}  {row.agency}  {since}"


def _still_open(opened: OpenCase) -> dict[str, Any]:
    file = opened.file
    needs = [one.title for one in file.outcomes if one.status in ("open", "draft")]
    needs += [f"{one.what} ({one.who})" for one in file.actions if one.status == "open"]
    return {"open_needs": "\n".join(needs)}


class HandoverScreen(RowsScreen):
    """From one lead to the next, with the family asked and the team told."""

    SECTION = "handover"
    TITLE = "Handover"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (PassTheLead,)
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Handover, "Handovers", _handover, defaults=_still_open),
        RowKind(Lead, "Who led, who leads", _lead, removable=False),
    )

    @property
    def handover(self) -> Handover | None:
        """The handover being prepared: the last one written."""
        handovers = self.opened.file.handovers
        return handovers[-1] if handovers else None

    def above(self) -> Iterable[Widget]:
        """Say what is still missing."""
        if self.handover is None:
            yield Static(Content("No handover is written. Nobody leaves while needs are open."))
            return
        if not self.desk.showing_to:  # what is missing may be what is kept back
            missing = missing_from_handover(self.handover, self.shown.file, self.opened.procedure)
            yield Static(unmet_lines("Before the lead passes on", missing), classes="checks")
        for thought in to_think_of(self.opened.procedure):
            yield Static(Content(f"· {self.shown.wording.filled(thought)}"), classes="checks")

    def why_not(self, command: CommandClass) -> str | None:
        """Say why the lead cannot be passed on yet."""
        if command is not PassTheLead or not hasattr(self, "opened"):
            return super().why_not(command)
        handover = self.handover
        if handover is None:
            return "Write the handover first."
        lead = self.opened.file.lead
        if lead is not None and lead.name == handover.to_name:
            return f"{self.shown.wording.said(Lead, 'name', lead.name)} leads already."
        file, procedure = self.opened.file, self.opened.procedure
        if not may_leave(handover, file, procedure) or not handover.to_name:
            missing = missing_from_handover(handover, file, procedure)
            return self.why(f"Not yet: {'; '.join(one.words for one in missing)}.")
        return None

    @on(PassTheLead)
    @work
    async def pass_the_lead(self) -> None:
        """Write the new lead; with a move the lead is another area's, and the case ends here."""
        handover = self.handover
        if handover is None or not await self.save_now():
            return
        if handover.why == MOVED:
            self.go_to("closing")
            return
        changes = ChangeSet(self.case_id)
        lead = self.opened.file.lead
        if lead is not None:
            changes.edit(lead, until=handover.on)
        changes.new(
            Lead,
            name=handover.to_name,
            role=handover.to_role,
            agency=handover.to_agency,
            phone=handover.to_phone,
            email=handover.to_email,
            since=handover.on,
        )
        await self.save_changes(changes)
