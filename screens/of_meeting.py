"""What the screens of one meeting share: which meeting it is, and a draft for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from screens.case import CaseScreen

if TYPE_CHECKING:
    from data.records.meetings import Meeting
    from screens.desk import Desk


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
