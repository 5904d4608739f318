"""Asking for a folder to put files into."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from screens.commands import Command, CommandModal
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NoFolder(Command):
    """Close and write nothing."""

    key = "escape"


class AskFolder(CommandModal["Path | None"]):
    """Gives the folder once Enter was pressed, None when it was left."""

    HELP = "Enter writes into the folder on the line; Esc writes nothing."
    OFFERS = (NoFolder,)

    def __init__(self, question: str, usual: Path) -> None:
        """Ask, the ``usual`` folder standing there already."""
        super().__init__()
        self._question = question
        self._usual = usual

    def compose(self) -> ComposeResult:
        """Lay the question out above the line."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question), classes="question")
            yield LineInput(str(self._usual), compact=True)
            yield Static("", classes="remark")
            yield Static(Content("Enter write it there   Esc leave it"), classes="keys")

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(Path(event.value.strip()).expanduser())
        else:
            self.query_one(".remark", Static).update(Content("✗ say which folder"))

    @on(NoFolder)
    def leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)
