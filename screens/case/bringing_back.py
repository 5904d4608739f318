"""Undoing a removal: what was taken away while a section is open comes back under its own key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from data.records.base import values_of
from ehtui.changes import ChangeSet, RowChange
from screens.case.frame import CaseScreen
from screens.commands import Command, CommandClass, key_name
from screens.say import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.records.base import Record
    from ehtui.opening import OpenCase

ITS_OWN = ("id", "version")
"""What a row has of itself, without anybody writing it."""


class BringBack(Command):
    """Bring back what was removed here last, as it stood. In a field it undoes typing."""

    key = "ctrl+z"
    title = "Bring back what was removed"


class BringingBack(CaseScreen):
    """A section from which something can be removed."""

    OFFERS: ClassVar[tuple[CommandClass, ...]] = (BringBack,)

    removed: tuple[tuple[Record, ...], ...] = ()
    """What was removed while this screen is open, each with its parts, the last one last."""

    def took_away(self, *gone: Record) -> None:
        """Remember what was removed together, the whole before its parts, and say the way back."""
        self.removed = (*self.removed, gone)
        say(self.app, f"Removed. {key_name(BringBack.key)} brings it back.")

    def stand_on(self, row: Record) -> None:
        """Have the cursor on a row once it is back."""
        self.wanted = row.id

    @on(BringBack)
    @work
    async def bring_back(self) -> None:
        """Make what was removed last anew, as it stood."""
        if not self.removed:
            say(self.app, "Nothing was removed here.")
            return
        *before, last = self.removed
        changes = ChangeSet(self.case_id)
        changes.rows = [made_anew(row) for row in last]
        self.stand_on(last[0])
        if await self.save_changes(changes):
            self.removed = tuple(before)
            say(self.app, "It is back.")


def belonging_to(opened: OpenCase, rows: Sequence[Record]) -> str:
    """Return what else names these rows and would point at nothing; empty for nothing."""
    keys = {row.id for row in rows}
    others = (one for one in opened.file.rows() if one.id not in keys)
    named = (one for one in others if keys & set(values_of(one).values()))
    filled = opened.wording.filled
    return ", ".join(dict.fromkeys(filled(type(one).one_row) for one in named))


def made_anew(row: Record) -> RowChange:
    """Return the change that makes a removed row again under its own key."""
    values = {name: value for name, value in values_of(row).items() if name not in ITS_OWN}
    return RowChange(str(row.__tablename__), row.id, 0).put(**values)
