"""Asking for one date, in a plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ehtui.dates import read_date, show_date
from screens.commands import Command, CommandModal
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult


class NoDate(Command):
    """Close and leave everything as it is."""

    key = "escape"


class AskDate(CommandModal["date | None"]):
    """Gives the date once Enter was pressed on one that can be read, None when it was left."""

    HELP = "Type a day as you would say it: 4/12, fri, +6w. Below stands how it was read."
    OFFERS = (NoDate,)

    def __init__(self, question: str, today: date, *, past: bool = False) -> None:
        """Ask; ``today`` decides what "fri" or "3/2" means."""
        super().__init__()
        self._question = question
        self._today = today
        self._past = past

    def compose(self) -> ComposeResult:
        """Lay the question out above the line and what it is read as."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question), classes="question")
            yield LineInput(placeholder="4/12, fri, +6w", compact=True)
            yield Static("", classes="remark")
            yield Static(Content("Enter take this date   Esc leave it"), classes="keys")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        day = self._read(event.value)
        self.query_one(".remark", Static).update(
            Content(show_date(day) if not isinstance(day, str) else "")
        )

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        day = self._read(event.value)
        if isinstance(day, str):
            self.query_one(".remark", Static).update(Content(f"✗ {day}"))
        else:
            self.dismiss(day)

    def _read(self, text: str) -> date | str:
        try:
            return read_date(text, self._today, past=self._past)
        except ValueError as wrong:
            return str(wrong)

    @on(NoDate)
    def leave(self) -> None:
        """Go without a date."""
        self.dismiss(None)
