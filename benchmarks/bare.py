"""The floor: the least that a Textual program does before its first paint."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """Show it."""
        yield Static("Dashboard")


if __name__ == "__main__":
    Bare().run()
