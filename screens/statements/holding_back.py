"""Not to be shown to …: keeping a record from somebody, and asking whether that is safe (S3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.records.consent import Restriction
from ehtui.changes import Problem, Unreadable
from screens.forms.row_dialog import RowDialog

if TYPE_CHECKING:
    from datetime import date

    from data.records.base import Record
    from ehtui.changes import RowChange
    from ehtui.opening import OpenCase
    from screens.forms.editing import Editing

FIELDS = (
    "from_person_id",
    "from_agency_id",
    "why",
    "asked_by_id",
    "since",
    "harm_view",
    "harm_consulted",
    "lifted",
)
TITLE = (
    "Not to be shown to … Held back is not secret: could it be a risk of harm, and who was asked "
    "about that? It may be answered later; until then it is marked “not weighed yet”. F9 goes to "
    "the numbers for harm."
)


def hold_back_dialog(
    editing: Editing,
    opened: OpenCase,
    kept: Record,
    existing: Restriction | None,
    today: date,
) -> RowDialog:
    """Return the dialogue that keeps a record from somebody, or changes what keeps it."""
    begun = next(
        (
            row
            for row in editing.changes.rows
            if row.table == "restrictions" and row.typed.get("record_id") == kept.id
        ),
        None,
    )
    asked_by = getattr(kept, "owner_id", None)
    new = {"record_id": kept.id, "since": today, "asked_by_id": asked_by}
    return RowDialog(
        editing,
        opened.wording,
        Restriction,
        title=TITLE,
        fields=FIELDS,
        before_save=lambda row: complete(row, existing, today),
        existing=existing,
        row=None if existing else begun,
        defaults=new,
    )


def complete(row: RowChange, existing: Restriction | None, today: date) -> None:
    """Ask for from whom; put the day of the weighing beside what came of it.

    Raises Unreadable where it is not said from whom.
    """

    def now(field: str) -> str:
        before = getattr(existing, field, None) or "" if existing else ""
        return row.typed.get(field, str(before))

    if not (now("from_person_id") or now("from_agency_id")):
        sentence = "Say from whom it is to be kept: a person or a service."
        raise Unreadable([Problem(row.table, row.record_id, "from_person_id", sentence)])
    weighed = now("harm_view").strip()
    if weighed and not (existing and existing.harm_weighed):
        row.put(harm_weighed=today)
