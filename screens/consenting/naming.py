"""Naming a service on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.commands import Command, CommandModal
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult


class AddNoService(Command):
    """Add nothing."""

    key = "escape"


class NameService(CommandModal[str | None]):
    """Gives the name of a service, None if none was named."""

    OFFERS = (AddNoService,)

    def compose(self) -> ComposeResult:
        """Ask for the name."""
        with Vertical(classes="dialogue"):
            yield Static(Content("Which service, school or group? Enter adds it."))
            yield LineInput(max_length=200)

    @on(LineInput.Submitted)
    def _named(self, event: LineInput.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

    @on(AddNoService)
    def add_nothing(self) -> None:
        """Close."""
        self.dismiss(None)
