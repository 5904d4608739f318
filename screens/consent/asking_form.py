"""The form of one asking: who, as what, what was explained and said, to whom it may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.records.consent import Consent
from data.records.starting import Refusal
from ehtui.changes import Unreadable
from ehtui.process.consent.capacity import capacity_gaps
from screens.consent.answer_line import AnswerLine
from screens.consent.entries import GILLICK, MCA, likely_capacity
from screens.consent.prompts import Prompts
from screens.consent.scopes import ScopeMatrix
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.say import say
from screens.widgets.narrative import Narrative

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ehtui.changes import RowChange
    from ehtui.opening import OpenCase
    from screens.forms.editing import Editing

WHO = ("by_id", "capacity", "about_id", "on", "at")
HOW = ("how", "stored_how", "privacy_notice", "may_fetch", "words", "reason", "conflict")
REFUSED = ("asked_why", "ask_again", "talked_to")
PARTS = {
    "start": ("Start", "to begin a {plan}"),
    "store": ("Store", "to keep it"),
    "share": ("Share", "to show it to others"),
}
MATRIX = "Services: i in  o out  s only this  n in words  Backspace not named  F7 add"


class AskingForm(Vertical):
    """Everything about one asking; it saves as one."""

    def __init__(self, editing: Editing, opened: OpenCase, row: RowChange) -> None:
        """Write down the asking that ``row`` holds."""
        super().__init__(id="asking")
        self._editing = editing
        self._opened = opened
        self.row = row
        self._asked = row.typed.get("by_id", "")
        """Who was chosen last."""
        held = any(row.typed.get(field) for field in MCA)
        self._doubted = held and row.typed.get("capacity") != "competent_child"
        """Whether the Mental Capacity Act's questions are asked: they stay, once they are."""

    def compose(self) -> ComposeResult:
        """Lay the asking out in the order in which it is talked through."""
        yield Static(Content(self._purpose()), id="purpose")
        yield self._form("Who was asked", WHO, id="ask-who")
        yield Static(id="when")
        with Vertical(classes="frame") as answers:
            answers.border_title = Content("What they said: y, n, h is no objection but no yes, w")
            yield from self._answers()
        with Vertical(classes="frame") as explained:
            explained.border_title = Content("What was explained: Enter on a point writes it down")
            yield self._form("", ("explained",), id="ask-explained")
            yield Prompts(self._points(), self.row.typed.get("explained", ""))
        yield self._form("Able to decide this (Gillick)", GILLICK, id="gillick")
        yield self._form("Able to decide this (Mental Capacity Act)", MCA, id="mca")
        yield Static(id="missing")
        with Vertical(classes="frame") as services:
            services.border_title = Content(MATRIX)
            yield ScopeMatrix(self._editing, self._opened.file, self.row)
        yield self._form("How", HOW, id="ask-how")
        refusal = next((one for one in self._editing.changes.rows if one.table == "refusals"), None)
        if refusal is not None:
            yield RecordForm(
                self._editing,
                self._opened.wording,
                Refusal,
                row=refusal,
                fields=REFUSED,
                title="The refusal",
                id="refusal",
            )

    def on_mount(self) -> None:
        """Show only what fits the capacity."""
        self.fit()

    def _form(self, title: str, fields: tuple[str, ...], id: str) -> RecordForm:
        return RecordForm(
            self._editing,
            self._opened.wording,
            Consent,
            row=self.row,
            fields=fields,
            title=title,
            id=id,
        )

    def _answers(self) -> Iterable[Widget]:
        area = self._opened.procedure.consent
        parts = area.parts if area else ()
        own: dict[str, tuple[str, str]] = {one.key: (one.title, one.meaning) for one in parts}
        for part, words in PARTS.items():
            title, meaning = own.get(part, words)
            filled = self._opened.wording.filled
            yield AnswerLine(part, filled(title), filled(meaning), self.row.typed.get(part, ""))

    def _points(self) -> list[str]:
        area = self._opened.procedure.consent
        parts = area.parts if area else ()
        return [self._opened.wording.filled(point) for part in parts for point in part.explain]

    def _purpose(self) -> str:
        """What kind of entry this is, and what the area says to do."""
        area = self._opened.procedure.consent
        filled = self._opened.wording.filled
        name = self._opened.file.name(self.row.typed.get("by_id"), "somebody")
        if self.row.typed.get("replaces_id"):
            return "This takes the place of the earlier entry; both stay in the ledger."
        if "withdrawn" in self.row.typed.values():
            steps = " ".join(filled(step) for step in area.withdrawn) if area else ""
            return f"{name} takes consent back. {steps}"
        if any(one.table == "refusals" for one in self._editing.changes.rows):
            return " ".join(filled(step) for step in area.refused) if area else "They said no."
        return filled(f"Consent is to be {area.form}.") if area and area.form else ""

    # What follows from what is typed

    def doubt(self) -> None:
        """Ask the Mental Capacity Act's questions, too."""
        self._doubted = True
        self.fit()

    def fit(self) -> None:
        """Show the questions that fit the capacity; say in plain words what is missing."""
        capacity = self.row.typed.get("capacity", "")
        self.query_one("#gillick").display = capacity == "competent_child"
        self.query_one("#mca").display = self._doubted and capacity != "competent_child"
        self._say_gaps(capacity)

    def _say_gaps(self, capacity: str) -> None:
        area = self._opened.procedure.consent
        givers = area.givers if area else ()
        when = [self._opened.wording.filled(one.when) for one in givers if one.key == capacity]
        gaps = [f"! {gap}" for gap in self._missing()]
        for place, lines in (("#when", when), ("#missing", gaps)):
            shown = self.query_one(place, Static)
            shown.update(Content("\n".join(lines)))
            shown.display = bool(lines)

    def _missing(self) -> list[str]:
        if not self.row.typed.get("by_id"):
            return []
        try:
            values = self._editing.changes.values(self.row, self._editing.today)
        except Unreadable:
            return []
        return capacity_gaps(self._opened.file, Consent(**values))

    @on(FieldRow.Typed)
    def _typed(self, event: FieldRow.Typed) -> None:
        """Follow what was chosen; the form itself has taken it already."""
        if event.row.record is not Consent:
            return
        if event.row.field == "by_id":
            self._suggest_capacity(event.text)
        if event.row.field == "explained":
            self.query_one(Prompts).show(event.text)
        if event.row.field in (*WHO, *GILLICK):
            self.call_later(self.fit)

    def _suggest_capacity(self, person_id: str) -> None:
        """Suggest in what capacity they are asked; what was suggested of another goes."""
        before, self._asked = self._asked, person_id
        if self.row.typed.get("capacity", "") in ("", self._likely(before)):
            self.query_one("#ask-who", RecordForm).put(capacity=self._likely(person_id))

    def _likely(self, person_id: str) -> str:
        person = self._opened.file.person(person_id)
        if person is None:
            return ""
        return likely_capacity(self._opened.file, person, self._editing.today)

    def leave_out_unasked(self) -> dict[str, str]:
        """Take out, and return, what was said under questions that no longer stand here.

        They were asked of somebody else, who was chosen by mistake.
        """
        asked: set[str] = set()
        for frame, fields in (("#gillick", GILLICK), ("#mca", MCA)):
            if self.query_one(frame).display:
                asked.update(fields)
        unasked = ({*GILLICK, *MCA} - asked) & self.row.typed.keys()
        return {field: self.row.typed.pop(field) for field in unasked}

    @on(AnswerLine.Changed, ".answer")
    def _answered(self, event: AnswerLine.Changed) -> None:
        if isinstance(event.question, AnswerLine):
            self._editing.typed(self.row, event.question.part, event.answer)

    @on(AnswerLine.NoAnswer)
    def _no_answer(self, event: AnswerLine.NoAnswer) -> None:
        say(self.app, event.sentence)

    @on(Prompts.Explained)
    def _explained(self, event: Prompts.Explained) -> None:
        self._editing.typed(self.row, "explained", event.text)
        self.query_one("#ask-explained", RecordForm).query_one(Narrative).load(event.text)
        self.query_one(Prompts).show(event.text)
