"""A review without a meeting: who was asked, who has answered, and what they say.

Source: Doncaster p. 16.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work

from data.records.meetings import Update
from ehtui.changes import ChangeSet
from ehtui.dates import show_short
from ehtui.process.meetings.updating import sender, to_ask, updates_for
from screens.commands import Command, CommandClass
from screens.meetings.of_meeting import OfMeeting
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.say import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase


class AskEveryone(Command):
    """Write down that everybody was asked for their update today. Who may not be is left out."""

    key = "f4"
    footer = "ask all"


class Remind(Command):
    """Write down that everybody who has not answered was reminded today."""

    key = "r"
    footer = "reminded"


class WriteReview(Command):
    """Write the review from the updates, item by item."""

    key = "f5"
    footer = "review"


def _update(opened: OpenCase, one: Update) -> str:
    if one.received:
        state = f"✓ came {show_short(one.received)}"
    elif one.chased:
        state = f"· reminded {show_short(one.chased)}"
    else:
        state = f"· asked {show_short(one.asked)}" if one.asked else "· not asked"
    return f"{state}  {sender(opened.file, one)}: {one.text.partition(chr(10))[0][:40]}"


class UpdatesScreen(OfMeeting, RowsScreen):
    """One review's updates."""

    SECTION = "updates"
    TITLE = "Updates"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (AskEveryone, Remind, WriteReview)
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(
            Update,
            "Updates",
            _update,
            fields=("member_id", "person_id", "received", "how", "text", "child_seen", "chased"),
        ),
    )

    def above(self) -> Iterable[Widget]:
        """Say which review it is, and who was not asked and why."""
        found = to_ask(self.whole.file, self.opened.procedure, self.the_meeting)
        yield from self.still_to_ask(found, "Not asked yet")

    def rows_of(self, kind: RowKind) -> list[Any]:
        """Return the updates for this review."""
        return updates_for(self.opened.file, self.the_meeting)

    def defaults_of(self, kind: RowKind) -> dict[str, Any]:
        """Begin an update as one of this review, asked for today."""
        return {"meeting_id": self.meeting_id, "asked": self.desk.today}

    @on(AskEveryone)
    async def ask_everyone(self) -> None:
        """Begin an update for everybody who may be asked."""
        changes = ChangeSet(self.case_id)
        for one in to_ask(self.opened.file, self.opened.procedure, self.the_meeting):
            if not one.why_not:
                changes.new(
                    Update,
                    meeting_id=self.meeting_id,
                    member_id=one.member_id,
                    person_id=None if one.member_id else one.person_id,
                    asked=self.desk.today,
                )
        await self._save(changes, "asked")

    @on(Remind)
    async def remind(self) -> None:
        """Write down that those who have not answered were reminded."""
        changes = ChangeSet(self.case_id)
        for one in updates_for(self.opened.file, self.the_meeting):
            if one.asked and not one.received:
                changes.edit(one, chased=self.desk.today)
        await self._save(changes, "reminded")

    async def _save(self, changes: ChangeSet, done: str) -> None:
        count = len(changes.rows)
        if not count:
            say(self.app, f"Nobody is left to be {done}.")
        elif await self.save_changes(changes):
            say(self.app, f"{count} {done} today.")

    @on(WriteReview)
    @work
    async def write_review(self) -> None:
        """Save what is typed, then open the review's minutes."""
        from screens.minutes.screen import MinutesScreen

        if await self.save_now():
            self.app.push_screen(MinutesScreen(self.desk, self.case_id, self.meeting_id))
