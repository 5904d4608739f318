"""A call or a contact about harm: one row, with or without a family, saved where it is typed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from data import rows
from data.casefile import CaseFile
from data.records.cases import Case
from data.store.errors import StoreError
from ehtui.changes import Unreadable
from ehtui.entry import write_entry
from ehtui.familyless import procedure_in_use
from ehtui.refusals import LedgerEntry, StaleSave
from ehtui.wording import Wording
from screens.case.commands import Save
from screens.forms.typing import TypingScreen
from screens.say import say
from screens.widgets.banner import Banner

if TYPE_CHECKING:
    from data.records.base import Record
    from ehtui.changes import RowChange
    from ehtui.refusals import Conflict
    from screens.commands import CommandScreen
    from screens.desk import Desk

CHANGED_ELSEWHERE = (
    "Not saved: this was saved in another window meanwhile. Ctrl+S shows both texts again; "
    "what you typed is still here."
)


class ContactScreen(TypingScreen):
    """One row that need not belong to a family: begun here, or gone on with."""

    RECORD: ClassVar[type[Record]]
    NOTHING: ClassVar[str]
    """What to say when there is nothing to save."""

    def __init__(self, desk: Desk, case_id: str = "", record: str = "") -> None:
        """Begin a row, or go on with the saved one whose key is ``record``.

        What is typed lies under ``case_id``, or under the saved row: each has a draft of its own.
        """
        super().__init__(desk, "" if record else case_id, record)
        self.procedure = procedure_in_use(desk.settings.procedure)
        self.kept = self._read(record)

    @property
    def wording(self) -> Wording:
        """The area's words for the fields; there is no family yet to take words from."""
        hides = self.desk.showing_references_only
        return Wording(self.procedure, CaseFile(Case.model_construct()), in_initials=hides)

    @property
    def row(self) -> RowChange | None:
        """What is typed; None before the first key."""
        return next(iter(self.editing.changes.rows), None)

    def held(self, field: str) -> str:
        """Return the text of a field: as typed, or else as saved."""
        return held(field, self.row, self.kept)

    def _read(self, record: str) -> Record | None:
        return rows.find(self.desk.store.reading(), self.RECORD, record) if record else None

    @property
    def can_be_saved(self) -> bool:
        """Whether there is anything that somebody could want to save."""
        return self.is_noted

    @on(Save)
    @work
    async def save(self) -> None:
        """Save it, with its family where there is one, and go back to what was in front."""
        async with self._one_save:
            if self.can_be_saved:
                await self.save_now()
            else:
                say(self.app, self.NOTHING)

    async def save_now(self) -> None:
        """Save and leave, or say what stands in the way."""
        self.editing.changes.case_id = self.held("case_id")
        try:
            await asyncio.wrap_future(self.editing.save())
        except Unreadable as wrong:
            self.show_problems(wrong)
        except StaleSave as stale:
            await self.settle(stale)
        except (LedgerEntry, StoreError) as failed:
            self.tell_not_saved(failed)
        else:
            following = self.following()
            self.editing.go_on()
            self.leave("saved ✓")
            if following is not None:
                self.app.push_screen(following)

    def following(self) -> CommandScreen[None] | None:
        """Return the screen to which what is saved leads; None where it is done with that."""
        return None

    async def settle(self, stale: StaleSave) -> None:
        """Show both texts of what was saved elsewhere meanwhile, and go on as told."""
        from screens.forms.settling import Settling

        self.say_state("not saved")
        shown = [self._as_read(one) for one in stale.conflicts]
        keep_mine = await self.app.push_screen_wait(Settling(shown, self.wording))
        if keep_mine is None:
            self.query_one(Banner).tell(CHANGED_ELSEWHERE)
            return
        self.editing.settle(stale.conflicts, keep_mine=keep_mine)
        self.kept = self._read(stale.conflicts[0].record_id)
        if self.editing.is_empty:
            self.editing.give_up()
            self.leave("what was saved elsewhere stands")
        else:
            await self.save_now()

    def _as_read(self, conflict: Conflict) -> Conflict:
        """Name the families where the two texts are keys of cases."""
        if conflict.field != "case_id":
            return conflict
        named = self.desk.families([conflict.theirs, conflict.mine])
        theirs, mine = (named[key] if key else "" for key in (conflict.theirs, conflict.mine))
        return replace(conflict, theirs=theirs, mine=mine)


def held(field: str, row: RowChange | None, kept: Record | None) -> str:
    """Return the text of a field: as typed, or else as saved; empty where there is neither."""
    if row is not None and field in row.typed:
        return row.typed[field]
    return write_entry(getattr(kept, field)) if kept is not None else ""
