"""The desk: what every screen works with. The open store, who works here, and what day it is."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from data import drafts, settings
from data.keys import new_id
from data.store.errors import StoreError
from data.trace import Tracer
from ehtui.today import today

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from data.drafts import Draft
    from data.records.cases import Case
    from data.settings import Settings
    from data.store.driver import Connection
    from data.store.store import Store
    from ehtui.changes import ChangeSet
    from ehtui.documents.seen import Sees
    from ehtui.opening import OpenCase

UNTRACED = {
    "look up": "The trace does not say that this record was looked up: write it down as a note.",
    "write out": "The file is written, but the trace does not say so: write it down as a note.",
}
"""What is said when a trace could not be left, by what was done."""


class Desk:
    """One run of the program on one open file. Its methods may be called from any thread."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.settings = settings.read(store.reading())
        self.run = new_id()
        """The key of this run: drafts of other runs were left behind."""
        self.showing_references_only = self.settings.privacy
        """The privacy switch: references and initials instead of names."""
        self.showing_to: tuple[str, ...] = ()
        """The people and services that can see the screen: what is kept from them is not shown."""
        self.on_untraced: Callable[[str], object] = lambda _sentence: None
        """Says that a trace could not be left; called from the writer's thread."""
        self._in_initials: tuple[OpenCase, OpenCase] | None = None
        self._seen: tuple[OpenCase, tuple[str, ...], OpenCase] | None = None
        self._sees: tuple[OpenCase, tuple[str, ...], Sees] | None = None
        self._typed: dict[tuple[str, str, str, str, str], Draft] = {}

    @property
    def today(self) -> date:
        """What day it is."""
        return today()

    @property
    def me(self) -> str:
        """Who works here."""
        return self.settings.me

    @property
    def lists_references_only(self) -> bool:
        """Whether lists over families name nobody: the switch is on, or somebody looks on."""
        return self.showing_references_only or bool(self.showing_to)

    def family_name(self, case: Case) -> str:
        """Return what to call a family on the screen: its reference while the switch is on."""
        return case.reference if self.showing_references_only else case.family_name

    def shown(self, opened: OpenCase) -> OpenCase:
        """Return a case as its names may be read on the screen: in initials with the switch on.

        Whatever is saved, written to a file or decided is made from the case itself.
        """
        if not self.showing_references_only:
            return opened
        if self._in_initials is None or self._in_initials[0] is not opened:
            self._in_initials = (opened, opened.in_initials())
        return self._in_initials[1]

    def seen(self, opened: OpenCase) -> OpenCase:
        """Return a case as whoever looks at the screen may read it, its names as `shown` has them.

        What is kept from somebody who looks is not there, nor any sign of it (S3).
        """
        if not self.showing_to:
            return self.shown(opened)
        kept = self._seen
        if kept is None or kept[0] is not opened or kept[1] != self.showing_to:
            from ehtui.documents.seen import shown

            self._seen = kept = (opened, self.showing_to, shown(opened, self.sees(opened)))
        return self.shown(kept[2])

    def sees(self, opened: OpenCase) -> Sees:
        """Return whether all who look at the screen may see a record, or one field of it.

        What consent says is worked out once for a case as it was read.
        """
        kept = self._sees
        if kept is None or kept[0] is not opened or kept[1] != self.showing_to:
            from ehtui.process.meetings.room import everybody_sees

            sees = everybody_sees(opened.file, self.showing_to)
            self._sees = kept = (opened, self.showing_to, sees)
        return kept[2]

    def families(self, case_ids: Sequence[str]) -> dict[str, str]:
        """Return what to call each of these families on the screen."""
        marks = ", ".join("?" * len(case_ids))
        shown = "reference" if self.lists_references_only else "family_name"
        rows = self.store.reading().execute(
            f"SELECT case_id, {shown} FROM summaries WHERE case_id IN ({marks})", tuple(case_ids)
        )
        named = {row[0]: row[1] for row in rows}
        return {case_id: named.get(case_id, "a new family") for case_id in case_ids}

    def references(self, case_ids: Sequence[str]) -> dict[str, str]:
        """Return the references of these cases, whatever the privacy switch says."""
        marks = ", ".join("?" * len(case_ids))
        rows = self.store.reading().execute(
            f"SELECT id, reference FROM cases WHERE id IN ({marks})", tuple(case_ids)
        )
        return {row[0]: row[1] for row in rows}

    def case_called(self, typed: str) -> str:
        """Return the key of the case with a reference as somebody types it.

        Raises BadReference, or KeyError with the sentence to show.
        """
        from ehtui.references import read_reference

        wanted = read_reference(typed)
        found = self.store.reading().execute("SELECT id FROM cases WHERE reference = ?", (wanted,))
        for (key,) in found:
            return str(key)
        raise KeyError(f"No family in this file has the reference {wanted}.")

    def open_case(self, case_id: str) -> OpenCase:
        """Return a case as it stands now. KeyError when there is none with this key."""
        from ehtui.opening import open_case

        return open_case(self.store.reading(), case_id)

    def saves_so_far(self) -> int:
        """Return a number that grows with whatever is saved by anybody; drafts don't count."""
        found = self.store.reading().execute(
            "SELECT max(seq) FROM trace WHERE device = ?", (self.store.device_id,)
        )
        return found.fetchone()[0] or 0

    def save(self, changes: ChangeSet, draft: Draft | None = None) -> Future[None]:
        """Hand a change set to the writer; its draft goes in the same transaction.

        The future raises Unreadable, Refused or a StoreError.
        """
        from ehtui.saving import save

        saved = save(self.store, changes, by=self.me, today=self.today, draft=draft)
        if draft is not None:
            saved.add_done_callback(partial(self._forget, draft))
        return saved

    def keep(self, draft: Draft) -> Future[None]:
        """Hand a draft to the writer."""
        self._typed[draft.key] = draft
        return self._write(partial(drafts.keep, draft=draft))

    def drop(self, draft: Draft) -> Future[None]:
        """Take a draft away: only when somebody said so."""
        self._typed.pop(draft.key, None)
        return self._write(partial(drafts.drop, draft=draft))

    def look_up(self, case_id: str, why: str) -> None:
        """Leave a trace that a family's record was looked up, and why."""
        self._leave_trace("look up", case_id, {"why": why})

    def wrote_out(self, case_id: str, what: str) -> None:
        """Leave a trace that a document about a family was written to a file."""
        self._leave_trace("write out", case_id, {"what": what})

    def _leave_trace(self, action: str, case_id: str, detail: dict[str, str]) -> None:
        """Nobody waits for it, so whoever sits here hears if it could not be left."""

        def work(connection: Connection) -> None:
            tracer = Tracer(connection, self.store.device_id, self.me)
            tracer.event(action, "cases", case_id, detail)

        def look(done: Future[None]) -> None:
            if failed := done.exception():
                why = str(failed) if isinstance(failed, StoreError) else ""
                self.on_untraced(f"{UNTRACED[action]} {why}".strip())

        self._write(work).add_done_callback(look)

    def keep_settings(self, changed: Settings) -> Future[None]:
        """Hand other settings to the writer; they hold here at once."""
        self.settings = changed
        return self._write(partial(settings.write, settings=changed))

    def left_behind(self, wanted: Draft) -> Draft | None:
        """Return what was typed on this screen and not saved, in this run or an earlier one.

        A draft of an earlier run becomes this run's own.
        """
        from ehtui.changes import ChangeSet

        if wanted.key in self._typed:
            return self._typed[wanted.key]
        place = (wanted.form, wanted.case_id, wanted.record)
        for left in self.all_left_behind():
            here = (left.form, left.case_id, left.record) == place
            if here and ChangeSet.reads(left.text):  # else it stays as it is, to be read only
                own = replace(wanted, text=left.text)
                self.keep(own)
                self._write(partial(drafts.drop, draft=left))
                return own
        return None

    def all_left_behind(self) -> list[Draft]:
        """Return every draft of earlier runs, newest first; none in a window that only reads.

        There, they may be what the other window is typing at this moment.
        """
        if self.store.read_only:
            return []
        return drafts.left_behind(self.store.reading(), self.store.device_id, self.run)

    def unsaved(self) -> list[Draft]:
        """Return every draft there is, this run's first."""
        return [*self._typed.values(), *self.all_left_behind()]

    def _write(self, work: Callable[[Connection], None]) -> Future[None]:
        """Hand work to the writer; in a window that only reads, the future holds the reason."""
        try:
            return self.store.write(work)
        except StoreError as refused:
            failed: Future[None] = Future()
            failed.set_exception(refused)
            return failed

    def _forget(self, draft: Draft, saved: Future[None]) -> None:
        if saved.exception() is None:
            self._typed.pop(draft.key, None)
