"""A question with two answers, where doing nothing is the one already chosen."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from screens.commands import Command, CommandModal


class SayNo(Command):
    """Leave everything as it is."""

    key = "n"
    second_key = "escape"


class SayYes(Command):
    """Do what the question asks."""

    key = "y"


class Confirm(CommandModal[bool]):
    """Asks in a plain sentence; gives True only for a yes."""

    HELP = "y does it; n or Esc leaves everything as it is."
    OFFERS = (SayNo, SayYes)
    AUTO_FOCUS = "#no"

    def __init__(self, question: str, *, yes: str, no: str = "Keep") -> None:
        """Ask; `yes` and `no` say what each answer does, in a word or two."""
        super().__init__()
        self.question = question
        self.yes = yes
        self.no = no

    def compose(self) -> ComposeResult:
        """Lay out the question above its answers, each with its key."""
        with Vertical():
            yield Static(Content(self.question))
            with Horizontal():
                yield Button(Content(f"{self.no}  n"), id="no", compact=True)
                yield Button(Content(f"{self.yes}  y"), id="yes", compact=True)

    @on(SayYes)
    @on(Button.Pressed, "#yes")
    def accept(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    @on(SayNo)
    @on(Button.Pressed, "#no")
    def refuse(self) -> None:
        """Answer no."""
        self.dismiss(False)
