"""Naming somebody outside the family whose view is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.commands import Command, CommandModal
from screens.statements.owners import Owner
from screens.widgets.choice import Choice
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.casefile import CaseFile


class TakeName(Command):
    """Go on with this name."""

    key = "ctrl+s"
    second_key = "f10"


class NameNobody(Command):
    """Leave it as it was."""

    key = "escape"


class NameOwner(CommandModal[Owner | None]):
    """Gives whoever was named, None if nobody."""

    HELP = "Name somebody; Enter goes on with the name, Esc leaves it as it was."
    OFFERS = (TakeName, NameNobody)

    def __init__(self, file: CaseFile) -> None:
        """Ask for a name, and for one of the services of the case."""
        super().__init__()
        self._services = [(one.name, one.id) for one in file.agencies]

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(classes="dialogue"):
            yield Static(Content("Who said or saw it: name or role, and their service"))
            yield LineInput(id="owner-name", max_length=200)
            yield Choice(self._services, compact=True)
            yield Static(Content("Enter or Ctrl+S go on   Esc leave"))

    @on(LineInput.Submitted)
    @on(TakeName)
    def accept(self) -> None:
        """Give the owner, if there is one."""
        owner = Owner(
            name=self.query_one(LineInput).value.strip(),
            agency_id=self.query_one(Choice).chosen or "",
        )
        self.dismiss(None if owner == Owner() else owner)

    @on(NameNobody)
    def leave(self) -> None:
        """Name nobody."""
        self.dismiss(None)
