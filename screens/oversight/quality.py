"""Looking at the work: supervision of the lead practitioner, and audits of this case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.widgets import Static

from data.records.quality import QualityAudit, QualityMark, Supervision
from ehtui.dates import show_date
from screens.rows.dated import of_today, said_on
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase
    from screens.forms.record_form import RecordForm


def _supervision(_opened: OpenCase, row: Supervision) -> str:
    then = f"  next {show_date(row.next_on)}" if row.next_on else ""
    return f"{said_on(row.on)}  with {row.with_whom or '?'}{then}"


def _audit(opened: OpenCase, row: QualityAudit) -> str:
    grade = opened.wording.value(row, "grade") or "no grade yet"
    return f"{said_on(row.on)}  {row.by}  {grade}"


def _mark(opened: OpenCase, row: QualityMark) -> str:
    said = opened.wording.value
    return f"{said(row, 'standard') or '?'}: {said(row, 'grade') or 'no grade yet'}"


def _last_audit(opened: OpenCase) -> dict[str, Any]:
    audits = opened.file.quality_audits
    return {"audit_id": audits[-1].id} if audits else {}


class QualityScreen(RowsScreen):
    """Supervisions and audits, each with what was agreed and when to look again."""

    SECTION = "quality"
    TITLE = "Supervision and audit"
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Supervision, "Supervision", _supervision, defaults=of_today),
        RowKind(QualityAudit, "Audits", _audit, defaults=of_today),
        RowKind(QualityMark, "Standards, one by one", _mark, defaults=_last_audit),
    )

    @property
    def kinds(self) -> tuple[RowKind, ...]:
        """Leave the standards out where the area lists none, or no audit is there to mark."""
        marked = self.opened.procedure.standards and self.opened.file.quality_audits
        return self.KINDS if marked else self.KINDS[:2]

    def before_form(self, form: RecordForm) -> Iterable[Widget]:
        """Say what a supervision covers, in the area's words. Source: Newcastle 15.2."""
        if form.record is Supervision:
            filled = self.shown.wording.filled
            lists = self.opened.procedure.checklists
            covered = [item for one in lists if one.key == "supervision" for item in one.items]
            if covered:
                lines = "\n".join(f"· {filled(item.title)}" for item in covered)
                yield Static(Content(lines), classes="checks")
