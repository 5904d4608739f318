"""Own-agency notes, which never wait for consent (S6), and what is attached or kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from data.codes.lists import words
from data.records.cases import Attachment, Note, Notice
from ehtui.process.course.duties import NOTICE
from ehtui.today import today
from screens.rows.dated import of_today, said_on
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.rows.listed import NEW

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase


def _note(_opened: OpenCase, note: Note) -> str:
    first_line = note.text.partition("\n")[0]
    return f"{said_on(note.on)}  {words('note_kind', note.kind)}  {first_line[:60]}"


def _attachment(_opened: OpenCase, row: Attachment) -> str:
    where = f"kept at {row.kept_at}" if row.kept_at else row.file_name or "nowhere yet"
    return f"{said_on(row.on)}  {row.what}  {where}"


def _notice(_opened: OpenCase, row: Notice) -> str:
    return (
        f"{said_on(row.on)}  {words('notice_kind', row.what) if row.what else '?'}: told {row.to}"
    )


class NotesScreen(RowsScreen):
    """What was noted, attached and told."""

    SECTION = "notes"
    TITLE = "Notes"
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Note, "Notes", _note, defaults=lambda _: {"on": today(), "kind": "note"}),
        RowKind(Attachment, "Signed forms, drawings, letters", _attachment, defaults=of_today),
        RowKind(Notice, "Who was told what", _notice, defaults=of_today),
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
