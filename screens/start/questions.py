"""Should a plan be started: the procedure's questions one by one, and in words where they lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from data.procedures.starting import StartRoute
from ehtui.process.course.starting import where_to
from screens.widgets.yes_no import YesNo

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ehtui.opening import OpenCase
    from ehtui.process.course.starting import Answers


class Questions(Vertical):
    """The questions asked so far, the next one, and the way on once the answers lead to one."""

    @dataclass
    class Answered(Message):
        """Somebody answered, or took an answer back."""

        questions: Questions
        answers: Answers
        route: str
        """The key of the way on, empty while a question is left."""

        @property
        def control(self) -> Questions:
            """The questions."""
            return self.questions

    def __init__(self, opened: OpenCase, answers: Answers) -> None:
        """Begin with the answers given before."""
        super().__init__(classes="questions")
        self._opened = opened
        self._answers = dict(answers)
        self._went_on = False

    def compose(self) -> ComposeResult:
        """Lay out every question; those not yet reached wait out of sight."""
        for question in self._opened.procedure.questions:
            said = self._answers.get(question.key)
            answer = YesNo("" if said is None else "yes" if said else "no", id=f"q-{question.key}")
            hint = f"  ({question.hint})" if question.hint else ""
            with Horizontal(classes="question", id=f"row-{question.key}"):
                yield Static(Content(self._opened.wording.filled(f"{question.ask}{hint}")))
                yield answer
        yield Static("", classes="remark")
        yield Static("", classes="way-on")

    def on_mount(self) -> None:
        """Show how far the answers go."""
        self._remark("")
        self._show()

    def focus_next(self) -> bool:
        """Go to the first question without an answer; False when there is none to ask."""
        place = where_to(self._opened.procedure, self._answers)
        if place is None or isinstance(place, StartRoute):
            return False
        self.query_one(f"#q-{place.key}").focus()
        return True

    @on(YesNo.Changed)
    def _answer(self, event: YesNo.Changed) -> None:
        event.stop()
        key = str(event.question.id).removeprefix("q-")
        self._answers.pop(key, None)
        if event.answer:
            self._answers[key] = event.answer == "yes"
        self._remark("")
        self._show()
        place = where_to(self._opened.procedure, self._answers)
        route = place.key if isinstance(place, StartRoute) else ""
        self.post_message(self.Answered(self, self._counting(), route))
        if event.answer:
            self._went_on = self.focus_next()

    def on_key(self, event: events.Key) -> None:
        """Skip no question by the Tab that somebody types behind an answer: it went on already."""
        if self._went_on and event.key == "tab":
            event.stop()
            event.prevent_default()
        self._went_on = False

    @on(YesNo.NoAnswer)
    def _no_answer(self, event: YesNo.NoAnswer) -> None:
        event.stop()
        self._remark(f"✗ {event.sentence}")

    def _remark(self, sentence: str) -> None:
        remark = self.query_one(".remark", Static)
        remark.update(Content(sentence))
        remark.display = bool(sentence)

    def _counting(self) -> Answers:
        """Return the answers up to the way on; what was said behind it no longer counts."""
        counted: Answers = {}
        for question in self._opened.procedure.questions:
            if question.key not in self._answers:
                break
            counted[question.key] = self._answers[question.key]
            if isinstance(where_to(self._opened.procedure, counted), StartRoute):
                break
        return counted

    def _show(self) -> None:
        counted = self._counting()
        place = where_to(self._opened.procedure, counted)
        for question in self._opened.procedure.questions:
            reached = question.key in counted or question is place
            self.query_one(f"#row-{question.key}").display = reached
        way_on = self.query_one(".way-on", Static)
        way_on.display = isinstance(place, StartRoute)
        if isinstance(place, StartRoute):
            filled = self._opened.wording.filled
            urgent = place.key == "harm"
            now = "  F9 shows the numbers." if urgent else ""
            title = Content(f"→ {filled(place.title)}").stylize("bold $error" if urgent else "bold")
            way_on.update(title + Content(f"\n{filled(place.do)}{now}"))
