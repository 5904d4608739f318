"""Decisions: the level, what is shared, what is asked of others, where practitioners differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Static

from data.records.decisions import Escalation, LevelChange, Request, SharingDecision
from ehtui.dates import show_date
from ehtui.levelling import follow_level
from ehtui.process.course.asking import Turning, turning_to, what_follows
from ehtui.process.course.levels import steps_for
from ehtui.today import today
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.going_out.packing import Packing
from screens.rows.dated import of_today, said_on
from screens.rows.kinds import RowKind
from screens.start.guidance import published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from data.procedures.model import Procedure
    from ehtui.opening import OpenCase

WITH_WHOM = ("what", "with_whom", "agency_id", "how", "basis")
TOLD = ("consulted", "family_told", "not_told_why", "names_withheld")


def _level(opened: OpenCase, row: LevelChange) -> str:
    said = opened.wording.value
    return f"{said_on(row.on)}  {said(row, 'from_level') or '–'} → {said(row, 'to_level') or '?'}"


def _sharing(_opened: OpenCase, row: SharingDecision) -> str:
    decided = {True: "share", False: "do not share", None: "not decided"}[row.share]
    return f"{said_on(row.on)}  {decided}: {row.what[:40]}  {row.with_whom}"


def _request(opened: OpenCase, row: Request) -> str:
    state = f"answered {show_date(row.answered)}" if row.answered else "no answer yet"
    return f"{said_on(row.on)}  {opened.wording.value(row, 'what') or row.to}  {state}"


def _difference(_opened: OpenCase, row: Escalation) -> str:
    state = "settled" if row.settled else "not settled"
    return f"{said_on(row.on)}  with {row.with_whom or '?'}: {row.about[:40]}  {state}"


def _from_here(opened: OpenCase) -> dict[str, Any]:
    return {"on": today(), "from_level": opened.file.case.level}


def _sharing_fields(held: Callable[[str], str]) -> tuple[str, ...]:
    """What is shared with whom is asked only where something is shared."""
    there = WITH_WHOM if held("share") != "no" else ("what", "with_whom")
    return ("on", "asked_by", "share", "why", *there, *TOLD)


class DecisionsScreen(Packing):
    """What was decided about this family, and why: each decision is a dated line of its own."""

    SECTION = "decisions"
    TITLE = "Decisions"
    PACKED = Request
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(SharingDecision, "Sharing, or not", _sharing, defaults=of_today,
                fitting=_sharing_fields),
        RowKind(Request, "Asked of others", _request, defaults=of_today),
        RowKind(LevelChange, "Changes of level", _level, defaults=_from_here),
        RowKind(Escalation, "Differences between practitioners", _difference, defaults=of_today),
    )  # fmt: skip

    @property
    def kinds(self) -> tuple[RowKind, ...]:
        """Leave out levels where the area works without, and requests where it names none."""
        procedure = self.opened.procedure
        there = {LevelChange: procedure.levels, Request: procedure.askable}
        return tuple(one for one in self.KINDS if there.get(one.record, True))

    def before_form(self, form: RecordForm) -> Iterable[Widget]:
        """Say what the area asks for with this decision."""
        if form.record in (Request, LevelChange):
            yield Static(self._asked(form), id="asked-for", classes="checks")

    def _asked(self, form: RecordForm) -> Content:
        filled = self.shown.wording.filled
        if form.record is LevelChange:
            lines = steps_for(self.opened.procedure, form.held("from_level"), form.held("to_level"))
            return Content("\n".join(f"· {filled(one)}" for one in lines))
        procedure = self.opened.procedure
        turning = turning_to(self.opened.file, procedure, form.held("what"))
        said = list(_lines(procedure, turning)) if turning else []
        if follows := what_follows(procedure, form.held("what"), form.held("outcome")):
            said.append(f"→ {follows}")
        return Content("\n".join(map(filled, said)))

    @on(FieldRow.Typed)
    def _ask_anew(self, event: FieldRow.Typed) -> None:
        """Say anew what is asked for once something else is chosen."""
        form = event.row.query_ancestor(RecordForm)
        for place in self.query("#asked-for").results(Static):
            place.update(self._asked(form))

    async def save_now(self) -> bool:
        """Save, and let the case's own level follow a change of level in the same transaction."""
        follow_level(self.editing.changes, self.opened.file, today())
        return await super().save_now()


def _lines(procedure: Procedure, turning: Turning) -> Iterable[str]:
    if turning.when:
        yield turning.when
    if turning.consent:
        yield turning.consent
    for contact in turning.contacts:
        reached = ", ".join(one for one in (contact.phone, contact.email, contact.hours) if one)
        where = f" ({contact.area})" if contact.area else ""
        yield f"{contact.title}{where}: {reached}, {published(procedure, contact)}"
    for sent in turning.sends:
        yield f"{'✓' if sent.there else '·'} {sent.title}: {sent.state}"
