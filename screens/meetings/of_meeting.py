"""What the screens of one meeting share: which meeting it is, and a draft for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from ehtui.dates import show_date
from screens.case.frame import CaseScreen
from screens.case.looked_at import NOT_NOW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from data.records.meetings import Meeting
    from ehtui.changes import ChangeSet
    from ehtui.opening import OpenCase
    from ehtui.process.meetings.room import Invitee
    from screens.desk import Desk

GONE = (
    "This meeting is not in the record any more: it was taken away in another window. "
    "What you typed here is kept, and is read from the list of what is unsaved. Esc goes back."
)


class OfMeeting(CaseScreen):
    """A screen beneath one meeting."""

    ALSO_WITHOUT: ClassVar[bool] = False
    """Whether it stands for the whole plan, too, where no meeting is given."""

    def __init__(self, desk: Desk, case_id: str, meeting_id: str = "") -> None:
        """Open it for a meeting, or for none where the whole plan is meant.

        Each meeting has its own draft: what is typed for one is never saved with another.
        """
        super().__init__(desk, case_id)
        self.meeting_id = self.draft_of = meeting_id

    @property
    def meeting(self) -> Meeting | None:
        """The meeting as saved, None where there is none with this key."""
        return next((one for one in self.opened.file.meetings if one.id == self.meeting_id), None)

    @property
    def the_meeting(self) -> Meeting:
        """The meeting as saved. KeyError where there is none."""
        if self.meeting is None:
            raise KeyError(self.meeting_id)
        return self.meeting

    @property
    def closed(self) -> str:
        """Why nothing of the meeting is shown: it is gone, or kept from somebody who looks."""
        meeting = self.meeting
        if meeting is None:
            return "" if self.ALSO_WITHOUT and not self.meeting_id else GONE
        return super().closed or ("" if self.sees(meeting) else NOT_NOW)

    async def save_now(self) -> bool:
        """Save, unless the meeting is gone: nothing can be added to it then."""
        return not await self._is_gone() and await super().save_now()

    async def save_changes(self, changes: ChangeSet) -> bool:
        """Save these alone, unless the meeting is gone."""
        return not await self._is_gone() and await super().save_changes(changes)

    async def _is_gone(self) -> bool:
        """Look whether another window removed the meeting meanwhile; if so, keep what is typed."""
        sought = self.desk.store.reading().execute(
            "SELECT 1 FROM meetings WHERE id = ?", (self.meeting_id,)
        )
        if not self.meeting_id or sought.fetchone():
            return False
        self.flush()
        await self.read_facts()
        await self.show_case()
        return True

    def still_to_ask(self, found: Iterable[Invitee], said: str) -> Iterator[Widget]:
        """Give which meeting it is, ``said`` with who is to be asked, and who is not and why."""
        yield Static(Content(meeting_words(self.shown, self.the_meeting)), classes="checks")
        seen = {one.id for one in (*self.shown.file.people, *self.shown.file.members)}
        named = [one for one in found if (one.member_id or one.person_id) in seen]
        if ready := ", ".join(one.name for one in named if not one.why_not):
            yield Static(Content(f"{said}: {ready} (F4)."), classes="not-yet")
        for one in named:
            if one.why_not and not self.desk.showing_to:
                yield Static(Content(f"{one.name}: {one.why_not}"), classes="checks")


def meeting_words(opened: OpenCase, one: Meeting) -> str:
    """Return the day, the time and the kind of a meeting."""
    day = f"{show_date(one.on)} {one.at}".strip() if one.on else "no date yet"
    return f"{day}  {opened.wording.value(one, 'kind') or 'meeting'}"
