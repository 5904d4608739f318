"""One action in one line: what, who, by when. Enter goes on, and at the end takes the action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from data.records.outcomes import Action
from ehtui.dates import show_date
from ehtui.entry import BadEntry, read_entry
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult

    from ehtui.acting import Said
    from ehtui.changes import RowChange
    from screens.forms.editing import Editing

FIELDS = ("what", "who", "due")
TAKEN = "first_due"
"""What an action has once Enter took it: its first date, also where that is none."""
PROMPTS = {"what": "action: what will be done", "who": "who", "due": "by when"}


class ActionLine(Horizontal):
    """Typed text stands in the screen's change set from the first key: a crash brings it back."""

    @dataclass
    class Taken(Message):
        """Enter was pressed at the end of an action that can be read; the line is empty again."""

        row: RowChange

    def __init__(
        self,
        editing: Editing,
        who: Iterable[str],
        begins: Mapping[str, Any],
        *,
        hides: bool = False,
        id: str,
    ) -> None:
        """Offer ``who`` as names; ``begins`` are values that every action typed here has.

        With ``hides``, the name is to be read only while the cursor is in it.
        """
        super().__init__(id=id, classes="action-line")
        self._editing = editing
        self._who = tuple(who)
        self._begins = dict(begins)
        self._hides = hides

    @property
    def row(self) -> RowChange | None:
        """The action being typed here, None before the first key."""
        rows = self._editing.changes.rows
        return next((row for row in rows if self._is_typed_here(row)), None)

    def _is_typed_here(self, row: RowChange) -> bool:
        if row.record is not Action or row.version or TAKEN in row.typed:
            return False
        return (row.typed.get("outcome_id") or None) == self._begins.get("outcome_id")

    def compose(self) -> ComposeResult:
        """Lay the three fields side by side, the remark below them."""
        row = self.row
        for field in FIELDS:
            line = LineInput(
                row.typed.get(field, "") if row else "",
                placeholder=PROMPTS[field],
                compact=True,
                hides=self._hides and field == "who",
                classes=field,
            )
            if field == "who":
                line.suggester = SuggestFromList(self._who, case_sensitive=False)
            yield line
        yield Static("", classes="remark")

    def begin(self, said: Said) -> None:
        """Show an action that a line of notes says, the cursor where something is missing."""
        texts = {"what": said.what, "who": said.who, "due": said.by}
        for field, text in texts.items():
            self.line(field).load(text)
            self._take(field, text)
        missing = next((field for field in FIELDS if not texts[field]), "due")
        self.line(missing).focus()

    def line(self, field: str) -> LineInput:
        """Return the input of a field."""
        return self.query_one(f".{field}", LineInput)

    def take_back(self, row: RowChange) -> None:
        """Have an action again that could not be saved; what was typed since goes on its end.

        An action of another outcome waits until that one's line is opened.
        """
        mine = [one for one in self._editing.changes.rows if self._is_typed_here(one)]
        if row not in mine:
            return
        for since in mine:
            if since is not row:
                said = (since.typed.get(field, "") for field in FIELDS)
                row.typed["what"] = " ".join(filter(None, (row.typed.get("what", ""), *said)))
                self._editing.leave_out([since])
        self._show(row.typed)
        self.line("due").focus()

    def _show(self, texts: Mapping[str, str]) -> None:
        for field in FIELDS:
            self.line(field).load(texts.get(field, ""))
        self._remark("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        field = next(name for name in FIELDS if event.input.has_class(name))
        self._take(field, event.value)
        self.scroll_visible(animate=False)  # what was shown above it meanwhile may push it out
        if field == "due":
            self._remark(self._date() if event.value else "")

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        field = next(name for name in FIELDS if event.input.has_class(name))
        if field != "due":
            self.line(FIELDS[FIELDS.index(field) + 1]).focus()
            return
        if wrong := self._wrong():
            field, sentence = wrong
            self._remark(f"✗ {sentence}")
            self.line(field).focus()
        elif (row := self.row) is not None:
            row.typed[TAKEN] = row.typed.get("due", "")
            self._show({})  # at once: the next one is typed while this one is saved
            self.line("what").focus()
            self.post_message(self.Taken(row))

    def _take(self, field: str, text: str) -> None:
        row = self.row
        if row is None:
            if not text:
                return
            row = self._editing.changes.new(Action, **self._begins)
        self._editing.typed(row, field, text)
        if not any(row.typed.get(name) for name in FIELDS):
            self._editing.leave_out([row])

    def _wrong(self) -> tuple[str, str] | None:
        """Return the first field that cannot be taken as it stands, and why."""
        if not self.line("what").value.strip():
            return "what", "say what will be done"
        for field in FIELDS:
            try:
                self._read(field)
            except BadEntry as wrong:
                return field, str(wrong)
        return None

    def _read(self, field: str) -> Any:
        return read_entry(Action, field, self.line(field).value, self._editing.today)

    def _date(self) -> str:
        try:
            day = self._read("due")
        except BadEntry as wrong:
            return f"✗ {wrong}"
        return show_date(day) if day else ""

    def _remark(self, text: str) -> None:
        remark = self.query_one(".remark", Static)
        remark.update(Content(text))
        remark.set_class(bool(text), "-said")
        self.call_after_refresh(self.scroll_visible, animate=False)
