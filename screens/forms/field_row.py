"""One field of a record on the screen: its label, what is typed, and a word about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static, TextArea

from data.records.fields import words_of
from ehtui.dates import show_date
from ehtui.entry import BadEntry, read_entry
from ehtui.numbers import check_nhs, check_upn
from screens.widgets.choice import Choice
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from screens.widgets.yes_no import YesNo

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from data.records.base import Record
    from ehtui.wording import Wording

NUMBER_CHECKS = {"nhs_number": check_nhs, "upn": check_upn}
"""Numbers that are checked and never block."""


NARROW = ("date", "number", "time")
"""Kinds whose editor is as narrow as what is typed into it."""
ROOM = 50
"""Cells beside a label in a framed form, 80 columns wide: a longer hint stands below, whole."""


class FieldRow(Horizontal):
    """A label, an editor and a remark: the date as read, or in a plain sentence what to mend."""

    @dataclass
    class Typed(Message):
        """Something was typed, chosen or taken away."""

        row: FieldRow
        text: str

        @property
        def control(self) -> FieldRow:
            """The field."""
            return self.row

    def __init__(
        self, record: type[Record], field: str, text: str, wording: Wording, today: date
    ) -> None:
        """Show ``text``, the value as typed or as `write_entry` gives it."""
        self.words = words_of(record, field)
        super().__init__(classes=f"field -{self.words.kind}")
        self.record = record
        self.field = field
        self._text = text
        self._wording = wording
        self._today = today
        self._hint = ""
        """The hint, where the editor has no room for it: it stands outside while empty."""
        self.editor = self._make_editor()
        """What takes the typing."""
        self._remarks = Static("", classes="remark")
        self._unheard = False

    def compose(self) -> ComposeResult:
        """Lay out the row."""
        yield Static(Content(self._wording.label(self.record, self.field)), classes="label")
        yield self.editor
        yield self._remarks

    def on_mount(self) -> None:
        """Say what there is to say about what stands there already, also a draft's bad date."""
        self._remark(complain=True)

    def load(self, text: str) -> None:
        """Show another text, which somebody's other answer led to; it does not count as typed."""
        self._text = text
        editor = self.editor
        if isinstance(editor, Choice):
            editor.load(text or None)
        elif isinstance(editor, YesNo):
            editor.answer = text
        elif isinstance(editor, LineInput):
            editor.load(self._as_read() if self.words.kind == "date" else text)
        elif isinstance(editor, Narrative):
            editor.load(text)
        self._remark(complain=False)

    def stand_as(self, other: FieldRow) -> None:
        """Take the focus, with the cursor where it was in the same field before."""
        mine, before = self.editor, other.editor
        mine.focus()
        if isinstance(mine, LineInput) and isinstance(before, LineInput):
            mine.cursor_position = before.cursor_position
        elif isinstance(mine, Narrative) and isinstance(before, Narrative):
            mine.move_cursor(before.cursor_location)

    def go_to(self) -> None:
        """Put the cursor here and bring all of it into sight, also where the cursor was before."""
        self.editor.focus()
        self.call_after_refresh(self.scroll_visible, animate=False, immediate=True)

    def complain(self, sentence: str) -> None:
        """Show what is wrong; what was typed stays."""
        self.set_class(True, "-wrong")
        self._say(f"✗ {sentence}")

    def _make_editor(self) -> Widget:
        hint = self._wording.hint(self.record, self.field)
        kind = self.words.kind
        if kind == "text":
            return Narrative(self._text, placeholder=hint)
        if kind == "yes_no":
            return YesNo(self._text)
        options = self._wording.options(self.record, self.field)
        if kind in ("choice", "link"):
            return Choice(options, self._text or None, compact=True)
        shown = self._as_read() if kind == "date" else self._text
        hides = self._wording.hides(self.record, self.field)
        outside = kind in NARROW or len(hint) > ROOM
        self._hint = hint if outside else ""
        line = LineInput(shown, placeholder="" if outside else hint, hides=hides, compact=True)
        if options and not hides:
            line.suggester = SuggestFromList([read for read, _ in options], case_sensitive=False)
        return line

    def _as_read(self) -> str:
        """Return the date as people read it, or the text as it was typed."""
        try:
            day = read_entry(self.record, self.field, self._text, self._today)
        except BadEntry:
            return self._text
        return show_date(day) if day else ""

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        """Go to the next field, as Tab does: whoever types fast presses Enter at a line's end."""
        event.stop()
        self.screen.focus_next()

    @on(Input.Changed)
    def _line_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._take(event.value)

    @on(TextArea.Changed)
    def _text_typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._take(event.text_area.text)

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        self._take(self.query_one(Choice).chosen or "")

    @on(YesNo.Changed)
    def _answered(self, event: YesNo.Changed) -> None:
        event.stop()
        self._take(event.answer)

    @on(YesNo.NoAnswer)
    def _no_answer(self, event: YesNo.NoAnswer) -> None:
        event.stop()
        self._unheard = True
        self.complain(event.sentence)

    @on(events.DescendantBlur)
    def _left(self) -> None:
        if not self._unheard:  # whoever typed on without looking up finds it said still
            self._remark(complain=True)

    def _shown(self) -> str:
        editor = self.editor
        return editor.value if isinstance(editor, Input) else ""

    def _take(self, text: str) -> None:
        self._text = text
        self._unheard = False
        self._remark(complain=False)
        self.post_message(self.Typed(self, text))

    def _remark(self, *, complain: bool) -> None:
        try:
            value = read_entry(self.record, self.field, self._text, self._today)
        except BadEntry as wrong:
            if complain:
                self.complain(str(wrong))
            return
        self.remove_class("-wrong", "-noted")
        below = self.words.kind == "line" and bool(self._hint)
        self.set_class(below, "-noted")
        said = self._hint if below or not self._text else ""  # below, the form would jump
        if self.words.kind == "date" and value and show_date(value) != self._shown():
            said = show_date(value)
        elif value and (check := NUMBER_CHECKS.get(self.field)):
            said = check(value).remark
        elif value and self.words.kind == "choice":
            said = self._wording.note(self.record, self.field, value)
            self.set_class(bool(said), "-noted")
        self._say(said)

    def _say(self, text: str) -> None:
        self._remarks.update(Content(text))
        self._remarks.display = bool(text)  # an empty one would keep a line for itself
