"""Saving: one change set becomes records, trace, index, due rows, and its draft is gone, at once.

Screens, commands and imports all save here. Either all of it is in the file or none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from data import drafts, rows
from data.lookup.features import Findable
from data.lookup.index import replace_names
from data.records.base import CaseRecord, validated, values_of
from data.records.cases import Case
from data.records.consent import Consent, ConsentScope
from data.records.fields import described, words_of
from data.records.people import Person
from data.trace import Tracer
from ehtui.changes import ChangeSet, Problem, RowChange, Unreadable
from ehtui.deriving import keep_due, procedure_of
from ehtui.entry import write_entry
from ehtui.refusals import Conflict, LedgerEntry, StaleSave
from ehtui.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from datetime import date

    from data.drafts import Draft
    from data.records.base import Record
    from data.store.driver import Connection
    from data.store.store import Store

LEDGER: tuple[type[Record], ...] = (Consent, ConsentScope)
"""Records that are only ever added to: a later entry names the one it replaces."""

FOUND_BY = {*Findable._fields, "family_name"}
"""The fields of a person and of a case that the look-up goes by."""


def save(
    store: Store, changes: ChangeSet, *, by: str, today: date, draft: Draft | None = None
) -> Future[None]:
    """Hand a change set to the writer; the future is done when it is on the disk.

    A change set without a case (a call about nobody that is known) leaves no case to derive.
    The future raises Unreadable, StaleSave, LedgerEntry or a StoreError; nothing is written then.
    """

    def work(connection: Connection) -> None:
        tracer = Tracer(connection, store.device_id, by)
        cases = {changes.case_id, *_left(connection, changes)}
        write_rows(connection, tracer, changes, today)
        renamed = _renamed(changes)
        for case_id in sorted(filter(None, cases)):
            file = rows.case_file(connection, case_id)
            keep_due(connection, file)
            if renamed:
                replace_names(connection, file)
        if draft is not None:
            drafts.drop(connection, draft)

    return store.write(work)


def _left(connection: Connection, changes: ChangeSet) -> Iterator[str]:
    """Give the cases that lose a row: a call that turns out to be about another family."""
    for row in changes.rows:
        if row.version and "case_id" in row.typed:
            kept = rows.find(connection, row.record, row.record_id)
            yield getattr(kept, "case_id", None) or ""


def _renamed(changes: ChangeSet) -> bool:
    """Whether somebody is found by other words from now on: most saves are of something else."""
    return any(
        row.removed or not row.version or not FOUND_BY.isdisjoint(row.typed)
        for row in changes.rows
        if row.record in (Person, Case)
    )


def write_rows(connection: Connection, tracer: Tracer, changes: ChangeSet, today: date) -> None:
    """Write a change set's rows and their trace, inside the caller's transaction.

    Raises Unreadable, StaleSave or LedgerEntry; the caller's transaction must then be left.
    """
    in_order = sorted(changes.rows, key=lambda row: rows.places()[row.table])
    read = [(row, *_read(connection, row, changes, today)) for row in in_order]
    if conflicts := [one for row, kept, _ in read for one in _conflicts(row, kept)]:
        raise StaleSave(conflicts)
    for row, kept, values in read:
        _write(connection, tracer, row, kept, values)
    if loose := [one for row, _, values in read for one in _loose(connection, row, values)]:
        raise Unreadable(loose)


def _read(
    connection: Connection, row: RowChange, changes: ChangeSet, today: date
) -> tuple[Record | None, dict[str, Any]]:
    kept = rows.find(connection, row.record, row.record_id)
    if kept is not None and isinstance(kept, LEDGER):
        raise LedgerEntry
    return kept, changes.values(row, today)


def _conflicts(row: RowChange, kept: Record | None) -> list[Conflict]:
    if (kept.version if kept else 0) == row.version:
        return []
    return [
        Conflict(
            row.table,
            row.record_id,
            name,
            theirs=write_entry(getattr(kept, name, None)),
            mine=mine,
            their_version=kept.version if kept else 0,
        )
        for name, mine in (row.typed or {"id": row.record_id}).items()
    ]


def _write(
    connection: Connection,
    tracer: Tracer,
    row: RowChange,
    kept: Record | None,
    values: dict[str, Any],
) -> None:
    before = values_of(kept) if kept else {}
    if row.removed:
        if kept is not None:
            rows.delete(connection, row.record, row.record_id)
            _trace(tracer, "remove", row, before, {})
        return
    after = {**before, **values, "id": row.record_id, "version": row.version + 1}
    record = _validated(row, after)
    if wrong := [*_unnamed(connection, row, record), *_too_early(connection, row, record)]:
        raise Unreadable(wrong)
    written = values_of(record)
    changed = {name: value for name, value in written.items() if before.get(name) != value}
    if kept is None:
        rows.insert(connection, row.record, written)
        _trace(tracer, "make", row, {}, written)
    elif changed.keys() != {"version"}:
        rows.update(connection, row.record, row.record_id, changed)
        _trace(tracer, "change", row, before, written)


def _loose(connection: Connection, row: RowChange, values: dict[str, Any]) -> Iterator[Problem]:
    """Give the links to what is gone, and what still names a row that is to go.

    Looked at once everything is written: one save may make a row and what names it.
    """
    if row.removed:
        for other in rows.naming(connection, row.record, row.record_id):
            sentence = (
                f"Not removed: {other.one_row} in the record belongs to it. Change that first."
            )
            yield Problem(row.table, row.record_id, "id", sentence)
        return
    links = rows.links(row.record)
    for name, key in values.items():
        if key and name in links and not rows.holds(connection, links[name], key):
            sentence = (
                "What was chosen here was removed meanwhile. Choose again, or leave it empty."
            )
            yield Problem(row.table, row.record_id, name, sentence)


def _validated(row: RowChange, values: dict[str, Any]) -> Record:
    """Table models don't validate when assigned to: every save passes here."""
    try:
        return validated(row.record, values)
    except ValidationError as wrong:
        raise Unreadable(
            [
                Problem(row.table, row.record_id, str(one["loc"][0]), _sentence(one["msg"]))
                for one in wrong.errors(include_input=False, include_url=False)
            ]
        ) from None


def _unnamed(connection: Connection, row: RowChange, record: Record) -> Iterator[Problem]:
    """Give the first of the fields one of which is needed, where a save leaves all of them empty.

    Only of a new row or one whose naming fields were touched: an old row can be written on.
    """
    needed = record.known_by
    asked = row.version == 0 or not row.typed.keys().isdisjoint(needed)
    if needed and asked and not any(str(getattr(record, name) or "").strip() for name in needed):
        labels = " or ".join(f"“{_label(connection, record, name)}”" for name in needed)
        sentence = f"Fill in {labels}: the rest can wait."
        yield Problem(row.table, row.record_id, needed[0], sentence)


def _too_early(connection: Connection, row: RowChange, record: Record) -> Iterator[Problem]:
    """Give the days touched by this save that lie before the one they have to follow."""
    fields = described(row.record)
    for name, words in fields.items():
        if not words.after or not {name, words.after} & row.typed.keys():
            continue
        end, start = getattr(record, name), getattr(record, words.after)
        if end and start and end < start:
            label = _label(connection, record, words.after)
            sentence = f"This lies before the day under “{label}”. Put right whichever is wrong."
            yield Problem(row.table, row.record_id, name, sentence)


def _label(connection: Connection, record: Record, field: str) -> str:
    """Return what a field is called in the procedure of its case."""
    if isinstance(record, CaseRecord | Case):
        case_id = record.id if isinstance(record, Case) else record.case_id
        file = rows.case_file(connection, case_id)
        return Wording(procedure_of(connection, file), file).label(type(record), field)
    return words_of(type(record), field).label


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."


def _trace(
    tracer: Tracer, action: str, row: RowChange, before: dict[str, Any], after: dict[str, Any]
) -> None:
    changed = {
        name: (before.get(name), after.get(name))
        for name in {**before, **after}
        if name != "version" and before.get(name) != after.get(name)
        if after.get(name) not in ("", None) or before.get(name) not in ("", None)
    }
    tracer.change(action, row.table, row.record_id, changed)
