"""The meetings of a family: planning one, and the way to its agenda, minutes and copies.

Source: Newcastle 12, 13.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from data.codes.lists import words
from data.records.meetings import Meeting
from ehtui.changes import ChangeSet
from ehtui.meetings import next_state
from ehtui.process.consent.allowed import stopped
from ehtui.process.meetings.planning import remark, suggested, when_due
from screens.commands import Command, CommandClass, key_name
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.meetings.of_meeting import meeting_words
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.say import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from data.procedures.model import Procedure
    from ehtui.opening import OpenCase

PLAN = (
    *("kind", "on", "at", "place", "way", "chair", "minutes_by", "late_reason"),
    *("talk_with_family", "hear_how"),
)
WITHOUT_FAMILY = ("why_without_family", "family_told", "not_told_why", "family_heard")
OUTCOME = (
    *("held", "confidentiality", "next_step", "next_step_why", "lead_confirmed", "family_agrees"),
    *("family_view", "next_on", "next_at"),
)


class TakeMinutes(Command):
    """Take the minutes of this meeting, item by item, while it goes on."""

    key = "f5"
    footer = "minutes"


class PrepareMeeting(Command):
    """Write the agenda and invite people."""

    key = "f4"
    footer = "agenda, invite"


class CollectUpdates(Command):
    """Ask everyone for their update instead of meeting, and see who has answered."""

    key = "u"
    footer = "updates"


class MinutesCopies(Command):
    """See who is to have the minutes, what each gets, and write down that they went."""

    key = "c"
    footer = "copies"


class MinutesOn(Command):
    """The minutes go on from draft to checked, and from checked to agreed."""

    key = "s"
    title = "Minutes checked, minutes agreed"


def fitting(procedure: Procedure, held: Callable[[str], str]) -> tuple[str, ...]:
    """Return the fields to ask: why it was called off only where it was.

    Why the family is not there is asked where the area wants it written. Source: Derby 8.
    """
    alone = any(one.key == held("kind") and one.reason_asked for one in procedure.meeting_kinds)
    plan = (*PLAN, *(WITHOUT_FAMILY if alone else ()))
    if held("held") == "yes":
        return (*plan, *OUTCOME)
    return (*plan, "held", *(("cancelled_why",) if held("held") == "no" else ()))


def _meeting(opened: OpenCase, one: Meeting) -> str:
    if one.held:
        stands = f"held, minutes {words('minutes_state', one.minutes_state).lower()}"
    elif one.held is False or one.cancelled_why:
        stands = "not held"
    else:
        listed = [other for other in opened.file.attendances if other.meeting_id == one.id]
        if any(other.state == "present" for other in listed):
            stands = f"minutes begun, not ended: {key_name(TakeMinutes.key)}"
        else:
            stands = f"planned, {len(listed)} invited" if listed else "planned, nobody invited yet"
    return f"{meeting_words(opened, one)}  {stands}"


class MeetingsScreen(RowsScreen):
    """Every meeting, planned and held, the latest first."""

    SECTION = "meetings"
    TITLE = "Meetings"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        TakeMinutes,
        PrepareMeeting,
        CollectUpdates,
        MinutesCopies,
        MinutesOn,
    )
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(
            Meeting,
            "Meetings",
            _meeting,
            defaults=lambda opened: suggested(opened.file, opened.procedure),
        ),
    )

    @property
    def kinds(self) -> tuple[RowKind, ...]:
        """Ask what the area wants to know about each kind of meeting."""
        asking = partial(fitting, self.opened.procedure)
        return tuple(replace(one, fitting=asking) for one in self.KINDS)

    def above(self) -> Iterable[Widget]:
        """Say by when the team is to meet next, and why."""
        if said := when_due(self.shown.file, self.opened.procedure):
            yield Static(Content(said), classes="checks")

    def rows_of(self, kind: RowKind) -> list[Any]:
        """Return the meetings, the latest first."""
        return sorted(super().rows_of(kind), key=lambda one: (str(one.on), one.at), reverse=True)

    @property
    def meeting(self) -> Meeting | None:
        """The saved meeting that the list stands on."""
        return next((one for one in self.opened.file.meetings if one.id == self.chosen), None)

    @property
    def _by_updates(self) -> bool:
        kinds = {one.key for one in self.opened.procedure.meeting_kinds if one.by_updates}
        return self.meeting is not None and self.meeting.kind in kinds

    def before_form(self, form: RecordForm) -> Iterable[Widget]:
        """Say what there is to say about the day."""
        yield Static(Content(self._remark(form)), id="day-remark")

    @on(FieldRow.Typed)
    def _say_remark(self) -> None:
        for form in self.query(RecordForm):
            for said in self.query("#day-remark").results(Static):
                said.update(Content(self._remark(form)))

    def _remark(self, form: RecordForm) -> str:
        found = next((one for one in self.typed.file.meetings if one.id == form.row_id), None)
        return remark(self.shown.file, self.opened.procedure, found) if found else ""

    @on(TakeMinutes)
    @work
    async def take_minutes(self) -> None:
        """Save what is planned, then open the minutes."""
        from screens.minutes.screen import MinutesScreen

        if self.meeting is not None and await self.save_now():
            self.app.push_screen(MinutesScreen(self.desk, self.case_id, self.meeting.id))

    @on(PrepareMeeting)
    @work
    async def prepare(self) -> None:
        """Save what is planned, then open agenda and invitations."""
        from screens.meetings.agenda import AgendaScreen

        if self.meeting is not None and await self.save_now():
            self.app.push_screen(AgendaScreen(self.desk, self.case_id, self.meeting.id))

    @on(CollectUpdates)
    @work
    async def collect_updates(self) -> None:
        """Save what is planned, then open the updates."""
        from screens.meetings.updates import UpdatesScreen

        if self.meeting is not None and await self.save_now():
            self.app.push_screen(UpdatesScreen(self.desk, self.case_id, self.meeting.id))

    @on(MinutesCopies)
    def copies(self) -> None:
        """Open the copies of the minutes."""
        from screens.going_out.copies import CopiesScreen

        self.flush()
        self.app.push_screen(CopiesScreen(self.desk, self.case_id, self.chosen))

    @on(MinutesOn)
    async def minutes_on(self) -> None:
        """Save the minutes' next state."""
        if self.meeting is not None:
            changes = ChangeSet(self.case_id)
            state = next_state(self.meeting)
            changes.edit(self.meeting, minutes_state=state)
            if await self.save_changes(changes):
                say(self.app, f"The minutes are {words('minutes_state', state).lower()}.")

    def usable_key(self, command: CommandClass) -> str | None:
        """Offer the updates only where the review is made of them."""
        if command is CollectUpdates and not (hasattr(self, "opened") and self._by_updates):
            return None
        return super().usable_key(command)

    def why_not(self, command: CommandClass) -> str | None:
        """Say what has to come first."""
        mine = (TakeMinutes, PrepareMeeting, CollectUpdates, MinutesCopies, MinutesOn)
        if command not in mine or not hasattr(self, "opened"):
            return super().why_not(command)
        if self.meeting is None:
            return "Save the meeting first (Ctrl+S), then choose it in the list."
        if command is CollectUpdates and not self._by_updates:
            return "That is for a review without a meeting: choose that kind first."
        if command in (TakeMinutes, PrepareMeeting, CollectUpdates) and (
            halt := stopped(self.whole.file)
        ):
            return self.why(halt.why)
        if command in (MinutesCopies, MinutesOn) and not self.meeting.held:
            return "There are no minutes yet: the meeting has not been held."
        if command is MinutesOn and self.meeting.minutes_state == "agreed":
            return "These minutes are agreed."
        return super().why_not(command)
