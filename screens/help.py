"""The help page: what the screen it was opened from is for, and its commands with their keys."""

from __future__ import annotations

from inspect import cleandoc

from textual import on
from textual.app import ComposeResult
from textual.containers import ItemGrid, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.commands import (
    Command,
    CommandClass,
    CommandModal,
    Offering,
    place_name,
    way_to,
)
from screens.widgets.keyline import KeyLine
from screens.widgets.titleline import TitleLine


def purpose(place: type[Offering]) -> str:
    """Return what a screen is for: its HELP, where its docstring speaks to programmers."""
    return cleandoc(place.__dict__.get("HELP") or place.__doc__ or "")


class CloseHelp(Command):
    """Go back to where you were."""

    key = "escape"
    second_key = "?"
    footer = "back"


class HelpScreen(CommandModal[None]):
    """Scroll with the arrow keys or PgUp and PgDn."""

    TITLE = "Help"
    OFFERS = (CloseHelp,)

    def __init__(self, about: Offering) -> None:
        """Make the page for the screen `about`."""
        super().__init__()
        self.about = about

    def compose(self) -> ComposeResult:
        """Lay out what the screen is for, its commands, and those that work everywhere."""
        yield TitleLine("Help", place_name(type(self.about)))
        with VerticalScroll():
            yield Static(Content(purpose(type(self.about))), classes="purpose")
            seen = set(self.about.offers())
            yield from self._commands(type(self.about), self.about.offers())
            if isinstance(self.app, Offering) and self.app is not self.about:
                rest = tuple(c for c in self.app.offers() if c not in seen)
                yield from self._commands(type(self.app), rest)
        yield KeyLine()

    def _commands(self, place: type[Offering], commands: tuple[CommandClass, ...]) -> ComposeResult:
        if not commands:
            return
        yield Static(Content(place_name(place)), classes="heading")
        with ItemGrid(classes="keys"):
            for command in commands:
                yield Static(Content(way_to(command)), classes="key")
                reason = self.about.why_not(command)
                text = Content(f"{command.title}. {command.help()}")
                yield Static(text + Content(f"\nNot now: {reason}") if reason else text)

    @on(CloseHelp)
    def close(self) -> None:
        """Go back."""
        self.dismiss()
