"""What is being typed on one screen: its change set, its draft, and how far it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.drafts import Draft
from ehtui.changes import ChangeSet, RowChange
from ehtui.entry import write_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future
    from datetime import date

    from data.records.base import Record
    from ehtui.refusals import Conflict
    from screens.desk import Desk

SAVED = "saved ✓"
TYPING = "…"
DRAFT = "draft ✓"


class Editing:
    """The text of one screen, handed to the writer as a draft; never waits for the disk."""

    def __init__(
        self,
        desk: Desk,
        form: str,
        case_id: str,
        say_state: Callable[[str], None],
        record: str = "",
    ) -> None:
        """``form`` names the screen; ``say_state`` shows the state of saving.

        ``record`` is the key of what the screen is about, where each has a draft of its own.

        The draft lies under ``case_id``, whatever case the change set comes to belong to: a call
        that is being taken has none until somebody knows whom it is about.
        """
        self._desk = desk
        self._form = form
        self._place = case_id
        self._record = record
        self._say_state = say_state
        self._waiting = False
        self._being_saved: ChangeSet | None = None
        self.changes = ChangeSet(case_id)

    @property
    def today(self) -> date:
        """What day it is, for dates such as "fri"."""
        return self._desk.today

    @property
    def is_empty(self) -> bool:
        """True when nothing waits to be saved."""
        return self.changes.is_empty

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return Draft(
            device=self._desk.store.device_id,
            process=self._desk.run,
            form=self._form,
            case_id=self._place,
            record=self._record,
            text=self.changes.to_draft(),
        )

    def come_back(self) -> bool:
        """Take up the newest draft left behind for this screen; return whether there was one."""
        left = self._desk.left_behind(self.draft)
        if left is None:
            return False
        self.changes = ChangeSet.from_draft(left.text)
        self._say_state(DRAFT)
        return True

    def typed(self, row: RowChange, field: str, text: str) -> None:
        """Take what was typed into a field, valid or not."""
        row.typed[field] = text
        self.touched()

    def touched(self) -> None:
        """Say that the change set was changed."""
        self._waiting = True
        self._say_state(TYPING)

    def existing(self, record: Record) -> RowChange:
        """Return the change of a row that exists."""
        return self.changes.edit(record)

    def begun(self, record: type[Record], **values: Any) -> RowChange | None:
        """Return the new row with these values that was typed and not saved, or None."""
        sought = {name: write_entry(value) for name, value in values.items()}
        for row in self.changes.rows:
            if row.record is record and not row.version and sought.items() <= row.typed.items():
                return row
        return None

    def flush(self) -> None:
        """Hand the draft to the writer, if anything was typed since the last time.

        Not behind a save: the draft would outlive it, and bring back what is saved.
        """
        if self._waiting and self._being_saved is None:
            self._waiting = False
            if self.is_empty:  # a command found nothing to do, or all of it was taken back
                self._desk.drop(self.draft)
                self._say_state("")
            else:
                self._desk.keep(self.draft).add_done_callback(self._kept)

    def save(self) -> Future[None]:
        """Hand everything to the writer; `go_on` when the future is done."""
        return self._hand_in(self.changes.rows)

    def go_on(self) -> None:
        """Go on, once it is saved, with what was typed while it was being saved: mostly nothing."""
        saved = self._being_saved or ChangeSet(self._place)
        later = self.changes.typed_since(saved)
        self.begin_again()
        if not later.is_empty:
            self.changes = later
            self.touched()

    def save_some(self, rows: Iterable[RowChange]) -> Future[None]:
        """Hand only these rows to the writer; `leave_out` when the future is done."""
        return self._hand_in(rows)

    def leave_out(self, rows: Iterable[RowChange]) -> None:
        """Go on with the other rows: these are saved, or not wanted."""
        gone = {row.record_id for row in rows}
        self.changes.rows = [row for row in self.changes.rows if row.record_id not in gone]
        self._being_saved = None
        if self.changes.is_empty:
            self._desk.drop(self.draft)
            self.begin_again()
        else:
            self.touched()
            self.flush()

    def begin_again(self) -> None:
        """Start with an empty change set, once what was typed is saved."""
        self.changes = ChangeSet(self._place)
        self._waiting = False
        self._being_saved = None
        self._say_state(SAVED)

    def settle(self, conflicts: Iterable[Conflict], *, keep_mine: bool) -> None:
        """Go on after a stale save: with one's own texts, or with those saved meanwhile."""
        for conflict in conflicts:
            row = self.changes.row(conflict.record_id)
            if row is None:
                continue
            row.version = conflict.their_version
            if not keep_mine:
                row.typed.pop(conflict.field, None)
        self.touched()

    def give_up(self) -> Future[None]:
        """Throw what was typed away: only when somebody said so."""
        draft = self.draft
        self.begin_again()
        return self._desk.drop(draft)

    def _hand_in(self, rows: Iterable[RowChange]) -> Future[None]:
        """Hand a copy to the writer: it reads in its own thread, while more may be typed here."""
        handed_in = ChangeSet(self.changes.case_id, list(rows)).copy()
        saved = self._desk.save(handed_in, self.draft)
        self._being_saved = handed_in
        saved.add_done_callback(self._handed_in)
        return saved

    def _handed_in(self, done: Future[None]) -> None:
        if done.cancelled() or done.exception() is not None:
            self._being_saved, self._waiting = None, True

    def _kept(self, done: Future[Any]) -> None:
        if not self._waiting:
            self._say_state(DRAFT if done.exception() is None else f"not kept: {done.exception()}")
