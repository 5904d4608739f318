"""Asking for the passphrase, until it is right or somebody gives up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from data.store.store import Store
from screens.commands import Command, CommandModal
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult


class LeaveLocked(Command):
    """Leave without opening the file."""

    key = "escape"


class Unlock(CommandModal[Store | None]):
    """Gives the open store, or None when somebody gave up."""

    HELP = "The passphrase opens the file. A wrong one may be tried again."
    OFFERS = (LeaveLocked,)

    def __init__(self, file: Path) -> None:
        """Ask for the passphrase of a file."""
        super().__init__()
        self._file = file

    def compose(self) -> ComposeResult:
        """Lay out one field and one sentence."""
        with Vertical(classes="dialogue"):
            yield Static(Content("Passphrase, then Enter"))
            yield LineInput(password=True)
            yield Static("", id="answer")

    @on(Input.Submitted)
    @work(exclusive=True)
    async def try_it(self, event: Input.Submitted) -> None:
        """Try the passphrase; a wrong one is said plainly and may be tried again."""
        from data.store.errors import StoreError
        from data.store.secrets import Secret

        answer = self.query_one("#answer", Static)
        answer.update(Content("Opening …"))
        try:
            secret = Secret.from_passphrase(event.value)
            store = await asyncio.to_thread(Store.open, self._file, secret, window=True)
        except StoreError as wrong:
            answer.update(Content(str(wrong)))
            again = self.query_one(LineInput)
            again.load("")  # else it would be typed behind the wrong one
            again.focus()
            return
        self.dismiss(store)

    @on(LeaveLocked)
    def leave(self) -> None:
        """Give up."""
        self.dismiss(None)
