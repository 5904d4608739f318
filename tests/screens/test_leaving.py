"""A screen that is left while it still reads: that its widgets are gone is no fault."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.widgets import Static

from screens.commands import CommandScreen
from tests.screens.running import until

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Reading(CommandScreen[None]):
    """One that fills its text as fast as it can."""

    filled = 0

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        self.fill()

    @work
    async def fill(self) -> None:
        while True:
            self.query_one(Static).update("")
            self.filled += 1
            await asyncio.sleep(0)


async def test_a_worker_whose_widgets_are_gone_ends_quietly() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        screen = Reading()
        await app.push_screen(screen)
        await until(pilot, lambda: screen.filled)
        await app.pop_screen()
        await pilot.pause()
        assert app.is_running
