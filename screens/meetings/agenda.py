"""Before a meeting: its agenda in the order that suits, and who comes. Source: Newcastle 13."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on

from data.codes.lists import words
from data.records.meetings import AgendaItem, Attendance
from ehtui.changes import ChangeSet
from ehtui.dates import show_short
from ehtui.meetings import invite, write_agenda
from ehtui.process.meetings.room import invitees
from screens.commands import Command, CommandClass
from screens.meetings.of_meeting import OfMeeting
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.say import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase


class InviteEveryone(Command):
    """Invite the family and the team. Whoever may not be is left out, and the reason is said."""

    key = "f4"
    footer = "invite"


class SuggestedAgenda(Command):
    """Add the procedure's items and the open outcomes that are not on the agenda yet."""

    key = "f5"
    footer = "usual items"


class ItemUp(Command):
    """Move this item up."""

    key = "u"
    footer = "up"


class ItemDown(Command):
    """Move this item down."""

    key = "d"
    footer = "down"


def _item(_opened: OpenCase, one: AgendaItem) -> str:
    return f"{one.position}  {one.title}"


def _attendance(opened: OpenCase, one: Attendance) -> str:
    name = one.name or opened.file.name(one.member_id or one.person_id, "somebody")
    invited = f"invited {show_short(one.invited)}" if one.invited else ""
    state = words("attendance", one.state).lower() if one.state not in ("", "invited") else ""
    only = f"only for: {words('subject', one.only_subject).lower()}" if one.only_subject else ""
    return "  ".join(part for part in (name, invited, state, only, one.part) if part)


ITEMS = RowKind(AgendaItem, "Agenda", _item, fields=("title", "outcome_id"))
PEOPLE = RowKind(
    Attendance,
    "Invited",
    _attendance,
    fields=("name", "person_id", "member_id", "invited", "part", "only_subject"),
)


class AgendaScreen(OfMeeting, RowsScreen):
    """One meeting's agenda and invitations."""

    SECTION = "agenda"
    TITLE = "Agenda and invitations"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (InviteEveryone, SuggestedAgenda, ItemUp, ItemDown)
    KINDS: ClassVar[tuple[RowKind, ...]] = (ITEMS, PEOPLE)

    def above(self) -> Iterable[Widget]:
        """Say which meeting it is, and who is not invited and why."""
        found = invitees(self.whole.file, self.opened.procedure, self.the_meeting)
        yield from self.still_to_ask(found, "Not invited yet")

    def rows_of(self, kind: RowKind) -> list[Any]:
        """Return the meeting's own, in the order of the agenda."""
        own = [one for one in super().rows_of(kind) if one.meeting_id == self.meeting_id]
        return sorted(own, key=lambda one: (getattr(one, "position", 0), one.id))

    def defaults_of(self, kind: RowKind) -> dict[str, Any]:
        """Begin an item at the foot of this agenda, and somebody as invited to this meeting."""
        if kind is PEOPLE:
            return {"meeting_id": self.meeting_id, "state": "invited"}
        position = max((one.position for one in self.rows_of(ITEMS)), default=0) + 1
        return {"meeting_id": self.meeting_id, "position": position}

    @on(InviteEveryone)
    async def invite_everyone(self) -> None:
        """Invite everybody who may be invited."""
        changes = ChangeSet(self.case_id)
        opened = self.opened
        invite(changes, opened.file, opened.procedure, self.the_meeting, self.desk.today)
        found = invitees(self.whole.file, opened.procedure, self.the_meeting)
        count = len(changes.rows)
        if await self.save_changes(changes):
            said = f"{count} invited." if count else "Nobody else to invite."
            left = ", ".join(one.name for one in found if one.why_not)
            not_asked = f" Not invited: {left}." if left and not self.desk.showing_to else ""
            say(self.app, said + not_asked)

    @on(SuggestedAgenda)
    async def suggested_agenda(self) -> None:
        """Add what the procedure suggests and the outcomes."""
        changes = ChangeSet(self.case_id)
        write_agenda(changes, self.opened.file, self.opened.procedure, self.the_meeting)
        if changes.is_empty:
            say(self.app, "All of it is on the agenda.")
        else:
            await self.save_changes(changes)

    @on(ItemUp)
    async def item_up(self) -> None:
        """Move the item up."""
        await self._move(-1)

    @on(ItemDown)
    async def item_down(self) -> None:
        """Move the item down."""
        await self._move(1)

    async def _move(self, by: int) -> None:
        items = self.rows_of(ITEMS)
        at = next((at for at, one in enumerate(items) if one.id == self.chosen), None)
        if at is None or not 0 <= at + by < len(items):
            return
        items.insert(at + by, items.pop(at))
        changes = ChangeSet(self.case_id)
        for position, one in enumerate(items, 1):
            if one.position != position:
                changes.edit(one, position=position)
        await self.save_changes(changes)

    def why_not(self, command: CommandClass) -> str | None:
        """Say that only a saved item can be moved."""
        moves = command in (ItemUp, ItemDown) and hasattr(self, "opened")
        if moves and all(one.id != self.chosen for one in self.rows_of(ITEMS)):
            return "Choose an item of the agenda in the list first."
        return super().why_not(command)
