"""Asking for a few words on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.records.fields import LINE_LENGTH
from screens.commands import Command, CommandModal
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult


class SayNothing(Command):
    """Close and leave it as it was."""

    key = "escape"


class AskWords(CommandModal[str | None]):
    """Gives the words once Enter was pressed, empty ones too; None when it was left."""

    HELP = "Enter takes the words on the line; Esc leaves them as they were."
    OFFERS = (SayNothing,)

    def __init__(self, question: str, begin: str = "") -> None:
        """Ask, with the words there are standing there already."""
        super().__init__()
        self._question = question
        self._begin = begin

    def compose(self) -> ComposeResult:
        """Lay the question out above the line."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question), classes="question")
            yield LineInput(self._begin, max_length=LINE_LENGTH)
            yield Static(Content("Enter take it   Esc leave it"), classes="keys")

    @on(LineInput.Submitted)
    def _enter(self, event: LineInput.Submitted) -> None:
        self.dismiss(event.value.strip())

    @on(SayNothing)
    def leave(self) -> None:
        """Take nothing."""
        self.dismiss(None)
