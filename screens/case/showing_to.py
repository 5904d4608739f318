"""Asking who can see the screen: what is kept from them leaves it (S3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.commands import Command, CommandModal
from screens.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from data.casefile import CaseFile


class ShowToThese(Command):
    """Go on with these people in front of the screen."""

    key = "ctrl+s"
    second_key = "f10"


class AsBefore(Command):
    """Leave it as it was."""

    key = "escape"


class ShowingTo(CommandModal[tuple[str, ...] | None]):
    """Gives the keys of the people and services that can see the screen, None if left as it was."""

    HELP = "Space says who can see the screen. What is kept from them leaves every section."
    OFFERS = (ShowToThese, AsBefore)

    def __init__(self, file: CaseFile, chosen: Iterable[str]) -> None:
        """Ask with those chosen who were chosen before."""
        super().__init__()
        self._file = file
        self._chosen = frozenset(chosen)

    def compose(self) -> ComposeResult:
        """List the family, then the services."""
        named = [(one.called, one.id) for one in self._file.people]
        named += [(one.name or one.worker, one.id) for one in self._file.agencies]
        with Vertical(classes="dialogue"):
            yield Static(Content("Who can see the screen? Space says yes or no, Ctrl+S goes on."))
            yield Ticks(named, self._chosen)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Ticks).focus()

    @on(ShowToThese)
    def accept(self) -> None:
        """Go on with the chosen."""
        self.dismiss(self.query_one(Ticks).chosen)

    @on(AsBefore)
    def leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
