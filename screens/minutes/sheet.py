"""One page of the minutes with all that it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from screens.forms.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from data.casefile import CaseFile
    from data.records.base import Record
    from data.records.meetings import Attendance, Meeting
    from ehtui.opening import OpenCase
    from ehtui.process.meetings.minuting import Page
    from screens.forms.editing import Editing


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page with all that it is made from."""

    page: Page
    case: OpenCase
    """The case as typed."""
    shown: OpenCase
    """The case as typed, as its names may be read."""
    saved: CaseFile
    """The case as it is on the disk."""
    meeting: Meeting
    """The meeting as typed."""
    editing: Editing
    sees: Callable[[Record], bool]
    """Whether the room may see a record."""
    person: str = ""
    """The attendance that the list of people stands on."""

    @property
    def file(self) -> CaseFile:
        """The case file as typed."""
        return self.case.file

    def form(
        self, row: Record | None, record: type[Record], fields: Iterable[str], **more: object
    ) -> RecordForm:
        """Return the form of a row of this meeting, saved, only typed, or not begun yet."""
        kept = self.saved.find(row.id) if row else None
        change = self.editing.changes.row(row.id) if row else None
        return RecordForm(
            self.editing,
            self.shown.wording,
            record,
            existing=kept,
            row=change,
            fields=tuple(fields),
            defaults={"meeting_id": self.meeting.id, **more},
        )


def attendances(sheet: Sheet) -> list[Attendance]:
    """Return who is on the list of this meeting, as typed."""
    return [one for one in sheet.file.attendances if one.meeting_id == sheet.meeting.id]
