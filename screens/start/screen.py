"""The start: why now, whether a plan is wanted, whether one exists, who leads, who was told.

Source: Newcastle 7, 9. Harm goes first: F9 from here, as from anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Static

from data.codes.lists import words
from data.records.cases import Case, Lead, Notice
from data.records.starting import Enquiry, Refusal, StartDecision
from ehtui.dates import show_date
from ehtui.process.consent.allowed import may_start
from ehtui.process.course.starting import leads_meanwhile, read_answers, write_answers
from ehtui.today import today
from screens.commands import Command, CommandClass
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.rows.dated import of_today, said_on
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.rows.listed import NEW
from screens.say import say
from screens.start import guidance
from screens.start.questions import Questions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from data.procedures.model import Procedure
    from ehtui.opening import OpenCase


class ExplainedAll(Command):
    """Put everything that the procedure wants explained into a refusal; take out what was not."""

    key = "f5"
    title = "Everything was explained"


def _case(_opened: OpenCase, case: Case) -> str:
    said = "written down" if case.why_now else "not said yet"
    if case.first_concern or case.raised_by:
        said = ", ".join(filter(None, (said_on(case.first_concern), case.raised_by)))
    started = f"; plan started {show_date(case.plan_started)}" if case.plan_started else ""
    return f"{said}{started}"


def _decision(opened: OpenCase, row: StartDecision) -> str:
    return f"{said_on(row.on)}  {opened.wording.value(row, 'decision') or 'not decided yet'}"


def _enquiry(opened: OpenCase, row: Enquiry) -> str:
    about = opened.file.name(row.child_id, "all the children")
    answer = words("enquiry_answer", row.answer) if row.answer else "No answer yet"
    return f"{said_on(row.on)}  {about}: {answer}"


def lead_line(_opened: OpenCase, row: Lead) -> str:
    """Return who leads: together with whom, and until when, where that is agreed."""
    interim = "  for now" if row.interim else ""
    together = f"  with {row.shared_with}" if row.shared_with else ""
    until = f"  until {show_date(row.until)}" if row.until else ""
    return f"{row.name or '?'}  {row.agency}{together}{interim}{until}"


def _notice(_opened: OpenCase, row: Notice) -> str:
    return f"{said_on(row.on)}  {row.to}"


def _refusal(opened: OpenCase, row: Refusal) -> str:
    return f"{said_on(row.on)}  {opened.file.name(row.by_id, 'the family')}"


def _fitting_enquiry(held: Callable[[str], str]) -> tuple[str, ...]:
    follows = {
        "open": ("lead_name", "lead_contact", "reference", "services"),
        "closed": ("closed_year", "reference", "closed_reason", "services"),
        "none": ("services",),
    }
    return ("on", "asked", "child_id", "answer", *follows.get(held("answer"), ()))


def _new_enquiry(opened: OpenCase) -> dict[str, Any]:
    asked = [opened.wording.filled(check.asks) for check in opened.procedure.checks[:1]]
    return {"on": today(), "asked": "".join(asked)}


def _new_lead(opened: OpenCase) -> dict[str, Any]:
    """Whoever assesses leads for now, where the needs are broad. Source: Newcastle 10.3.2."""
    return {"since": today(), **({"interim": True} if leads_meanwhile(opened.file) else {})}


def _new_notice(opened: OpenCase) -> dict[str, Any]:
    to, duty = guidance.told_at_start(opened)
    return {"what": "started", "on": today(), "to": to, "duty": duty}


WHY_NOW = (
    *("first_concern", "raised_by", "why_now", "route", "came_from", "stands_in", "level"),
    *("plan_started", "plan_dated", "plan_due", "plan_late_reason"),
)


def _why_now_fields(procedure: Procedure, held: Callable[[str], str]) -> tuple[str, ...]:
    """The day of a step down is asked only where the family comes that way."""
    ways = {one.key: one.begins for one in procedure.routes}
    if ways.get(held("route")) != "stepped_down":
        return WHY_NOW
    return (*WHY_NOW[:5], "stepped_down", *WHY_NOW[5:])


class StartScreen(RowsScreen):
    """Everything before consent, and the day on which a plan is begun."""

    SECTION = "start"
    TITLE = "Start"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (ExplainedAll,)
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Case, "Why now", _case, fields=WHY_NOW, addable=False, removable=False),
        RowKind(
            StartDecision,
            "Should a {plan} be started?",
            _decision,
            fields=("decision", "reason", "on", "advice_from"),
            defaults=of_today,
        ),
        RowKind(
            Enquiry,
            "Does a plan exist already?",
            _enquiry,
            defaults=_new_enquiry,
            fitting=_fitting_enquiry,
        ),
        RowKind(Lead, "Who leads", lead_line, defaults=_new_lead),
        RowKind(
            Notice,
            "Told that it is started",
            _notice,
            fields=("to", "on", "how", "spoke_to", "number", "note"),
            defaults=_new_notice,
            shown=lambda _, row: row.what == "started",
        ),
        RowKind(Refusal, "The family said no", _refusal, defaults=of_today),
    )

    @property
    def kinds(self) -> tuple[RowKind, ...]:
        """Ask of the way in what the area's own ways call for."""
        why_now = replace(self.KINDS[0], fitting=partial(_why_now_fields, self.opened.procedure))
        return (why_now, *self.KINDS[1:])

    def rows_of(self, kind: RowKind) -> list[Any]:
        """Return the rows of a kind; the case itself where why now is asked."""
        return [self.opened.file.case] if kind.record is Case else super().rows_of(kind)

    def before_form(self, form: RecordForm) -> Iterable[Widget]:
        """Give the questions above a decision, and what the procedure says above the others."""
        if form.record is StartDecision and self.opened.procedure.questions:
            yield Questions(self.opened, read_answers(form.held("answers")))
        helps = {
            Enquiry: guidance.check_help,
            Lead: guidance.lead_help,
            Notice: guidance.notice_help,
            Refusal: guidance.refusal_help,
        }
        if (helping := helps.get(form.record)) and (lines := list(helping(self.shown))):
            yield Static(Content("\n".join(lines)), classes="guide")

    def after_form(self, form: RecordForm) -> Iterable[Widget]:
        """Give what follows from what is chosen in the form."""
        yield Static(Content(self._follows(form)), id="follows", classes="guide")

    def _follows(self, form: RecordForm) -> str:
        if form.record is Case:
            route, level = form.held("route"), form.held("level")
            return "\n".join(guidance.case_help(self.shown, route, level))
        if form.record is Enquiry:
            return "\n".join(guidance.answer_help(self.shown, form.held("answer")))
        if form.record is StartDecision:
            answers, decision = form.held("answers"), form.held("decision")
            return "\n".join(guidance.decision_help(self.shown, answers, decision))
        return ""

    @on(FieldRow.Typed)
    def _follow(self, event: FieldRow.Typed) -> None:
        if event.row.words.kind == "choice":
            self._say_what_follows(event.row.query_ancestor(RecordForm))

    def _say_what_follows(self, form: RecordForm) -> None:
        self.query_one("#follows", Static).update(Content(self._follows(form)))

    @on(Questions.Answered)
    def _answered(self, event: Questions.Answered) -> None:
        """Keep the answers with the decision that they lead to; it may be decided otherwise."""
        form = self.query_one("#row-form > RecordForm", RecordForm)
        form.put(answers=write_answers(event.answers), decision=event.route)
        self._say_what_follows(form)
        if event.route:
            form.field_row("reason").editor.focus()

    def go_to_form(self) -> None:
        """Begin at the first question that is not answered, or at the day that is waited for."""
        for questions in self.query(Questions):
            if questions.focus_next():
                return
        for form in self.query("#row-form > RecordForm").results(RecordForm):
            if form.record is Case and self._waits_for_first_day():
                form.field_row("plan_started").go_to()
                return
        super().go_to_form()

    def _waits_for_first_day(self) -> bool:
        file = self.opened.file
        return not file.case.plan_started and bool(may_start(file))

    def build(self) -> Iterable[Widget]:
        """Begin at the first thing that is not done yet, ready to type."""
        if not self.wanted and not self.chosen:
            self.wanted = self._first_gap()
        yield from super().build()

    def _first_gap(self) -> str:
        file, procedure = self.opened.file, self.opened.procedure
        if begun := [row.record_id for row in self.editing.changes.rows]:
            return begun[0]
        if not (file.case.why_now or file.case.raised_by):
            return file.case.id
        if file.case.plan_started:
            return ""
        if procedure.questions and not file.start_decisions:
            return f"{NEW}{StartDecision.__tablename__}"
        if procedure.checks and not file.enquiries:
            return f"{NEW}{Enquiry.__tablename__}"
        if not file.leads:
            return f"{NEW}{Lead.__tablename__}"
        return file.case.id if self._waits_for_first_day() else ""

    @on(ExplainedAll)
    def explained_all(self) -> None:
        """Fill in what the procedure wants explained."""
        for form in self.query("#row-form > RecordForm").results(RecordForm):
            if form.record is Refusal:
                form.put(explained="\n".join(guidance.explained(self.opened)))
                return
        say(self.app, "This belongs to a refusal: go to “The family said no” first.")
