"""Own-agency notes, which never wait for consent (S6), and what is attached or kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from data.codes.lists import words
from data.records.cases import Attachment, Note, Notice
from ehtui.dates import show_date
from ehtui.process.duties import NOTICE
from ehtui.today import today
from screens.rows import NEW, RowKind, RowsScreen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from textual.widget import Widget

    from ehtui.opening import OpenCase


def _on(day: date | None) -> str:
    return show_date(day) if day else "no date"


def _note(_opened: OpenCase, note: Note) -> str:
    first_line = note.text.partition("\n")[0]
    return f"{_on(note.on)}  {words('note_kind', note.kind)}  {first_line[:60]}"


def _attachment(_opened: OpenCase, row: Attachment) -> str:
    where = f"kept at {row.kept_at}" if row.kept_at else row.file_name or "nowhere yet"
    return f"{_on(row.on)}  {row.what}  {where}"


def _notice(_opened: OpenCase, row: Notice) -> str:
    return f"{_on(row.on)}  {words('notice_kind', row.what) if row.what else '?'}: told {row.to}"


def _today(_opened: OpenCase) -> dict[str, Any]:
    return {"on": today()}


class NotesScreen(RowsScreen):
    """What was noted, attached and told."""

    SECTION = "notes"
    TITLE = "Notes"
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Note, "Notes", _note, defaults=lambda _: {"on": today(), "kind": "note"}),
        RowKind(Attachment, "Signed forms, drawings, letters", _attachment, defaults=_today),
        RowKind(Notice, "Who was told what", _notice, defaults=_today),
    )

    def build(self) -> Iterable[Widget]:
        """Begin with the notice of a duty, where a due row asks for it."""
        filled = self.shown.wording.filled
        for duty in self.opened.procedure.duties:
            if duty.key == self.wanted:
                self.preset = {
                    "what": NOTICE.get(duty.when, "other"),
                    "to": filled(duty.to),
                    "duty": duty.key,
                }
                self.wanted = self.chosen = f"{NEW}{Notice.__tablename__}"
        yield from super().build()
