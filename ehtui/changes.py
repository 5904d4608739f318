"""A change set: the rows that somebody is editing, with their text as typed.

A form, a live meeting, an import and a command all fill one; `saving` writes it in one transaction.
New rows have their keys already, so that a draft can name them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

from data.keys import new_id
from data.records.all import BY_TABLE
from ehtui.entry import BadEntry, read_entry, write_entry

if TYPE_CHECKING:
    from datetime import date

    from data.records.base import Record


@dataclass(frozen=True, slots=True)
class Problem:
    """Something typed that cannot be saved as it stands."""

    table: str
    record_id: str
    field: str
    sentence: str


@dataclass(slots=True)
class RowChange:
    """One row being edited, or made, or removed."""

    table: str
    record_id: str
    version: int
    """The version that was read; 0 for a new row."""
    typed: dict[str, str] = field(default_factory=dict)
    """Text as typed, by field: only of fields that were touched."""
    removed: bool = False

    @property
    def record(self) -> type[Record]:
        """The record's class."""
        return BY_TABLE[self.table]

    def put(self, **values: Any) -> RowChange:
        """Set fields from values rather than from typed text; return this row."""
        self.typed.update({name: write_entry(value) for name, value in values.items()})
        return self


ROW = {one.name for one in fields(RowChange)}
KEYS = {"table", "record_id", "version"}


@dataclass(slots=True)
class ChangeSet:
    """Rows of one or several tables of one case, changed together."""

    case_id: str
    rows: list[RowChange] = field(default_factory=list)

    def new(self, record: type[Record], **values: Any) -> RowChange:
        """Add a row that does not exist yet; its key is there at once."""
        row = RowChange(str(record.__tablename__), new_id(), 0)
        if "case_id" in record.model_fields:
            values.setdefault("case_id", self.case_id)
        self.rows.append(row.put(**values))
        return row

    def edit(self, record: Record, **values: Any) -> RowChange:
        """Return the change of an existing row, beginning one if need be."""
        row = self.row(record.id)
        if row is None:
            row = RowChange(str(record.__tablename__), record.id, record.version)
            self.rows.append(row)
        return row.put(**values)

    def remove(self, record: Record) -> None:
        """Take a row away; the trace keeps what stood in it."""
        self.edit(record).removed = True

    def row(self, record_id: str) -> RowChange | None:
        """Return the change of the row with this key, or None."""
        return next((row for row in self.rows if row.record_id == record_id), None)

    @property
    def is_empty(self) -> bool:
        """True when nothing was typed, added or removed."""
        return not any(row.typed or row.removed for row in self.rows)

    def copy(self) -> ChangeSet:
        """Return the same as it stands now: typing on changes only one of the two."""
        return ChangeSet.from_draft(self.to_draft())

    def typed_since(self, saved: ChangeSet) -> ChangeSet:
        """Return what differs from a copy that is saved by now, as changes of the saved rows."""
        later = ChangeSet(self.case_id)
        for row in self.rows:
            before = saved.row(row.record_id)
            if before is None:
                later.rows.append(row)
                continue
            new = {k: text for k, text in row.typed.items() if before.typed.get(k) != text}
            if new or row.removed != before.removed:
                later.rows.append(
                    RowChange(row.table, row.record_id, before.version + 1, new, row.removed)
                )
        return later

    def values(self, row: RowChange, today: date) -> dict[str, Any]:
        """Return the values that a row's typed text means. Raises Unreadable."""
        values, problems = {}, []
        for name, typed in row.typed.items():
            try:
                values[name] = read_entry(row.record, name, typed, today)
            except BadEntry as wrong:
                problems.append(Problem(row.table, row.record_id, name, str(wrong)))
        if problems:
            raise Unreadable(problems)
        return values

    def to_draft(self) -> dict[str, Any]:
        """Return what a draft keeps."""
        return asdict(self)

    @staticmethod
    def reads(kept: dict[str, Any]) -> bool:
        """Return whether a draft holds rows and fields that there are, as `from_draft` needs it."""
        rows = kept.get("rows")
        return "case_id" in kept and isinstance(rows, list) and all(map(_is_row, rows))

    @classmethod
    def from_draft(cls, kept: dict[str, Any]) -> ChangeSet:
        """Return the change set that a draft holds."""
        return cls(kept["case_id"], [RowChange(**row) for row in kept["rows"]])


def _is_row(kept: Any) -> bool:
    if not isinstance(kept, dict) or not kept.keys() <= ROW or not kept.keys() >= KEYS:
        return False
    record = BY_TABLE.get(kept["table"])
    return record is not None and kept.get("typed", {}).keys() <= record.model_fields.keys()


class Unreadable(ValueError):
    """Some of what was typed cannot be saved; each problem names its field and says what to do."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} fields need another look")
        self.problems = problems
