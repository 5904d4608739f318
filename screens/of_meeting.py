"""What the screens of one meeting share: which meeting it is, also when a draft brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.meetings import meeting_meant
from screens.case import CaseScreen

if TYPE_CHECKING:
    from data.records.meetings import Meeting
    from screens.desk import Desk


class OfMeeting(CaseScreen):
    """A screen beneath one meeting."""

    def __init__(self, desk: Desk, case_id: str, meeting_id: str = "") -> None:
        """Open it for a meeting; without a key, for the one that the draft left here is about."""
        super().__init__(desk, case_id)
        self.meeting_id = meeting_id

    async def show_case(self) -> None:
        """Know the meeting before anything is shown."""
        self.find_meeting()
        await super().show_case()

    def find_meeting(self) -> None:
        """Find the meeting in what was typed, where no key was given."""
        if not self.meeting_id:
            self.meeting_id = meeting_meant(self.editing.changes, self.opened.file)

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
