"""What is painted first, while the file is being opened: the least there can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Static

from screens.commands import CommandScreen
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


class OpeningScreen(CommandScreen[None]):
    """Stands where the dashboard will stand."""

    HELP = "The file is being opened; what is due comes next."
    CSS_PATH = None

    class InFront(Message):
        """Nothing covers it any more."""

    def compose(self) -> ComposeResult:
        """Say where one is and what is happening."""
        yield TitleLine("ehtui", "Dashboard")
        yield Static("Opening the file …", classes="opening")

    def on_screen_resume(self) -> None:
        """Say so: the dashboard may be ready by now."""
        self.post_message(self.InFront())
