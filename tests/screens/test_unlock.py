"""The passphrase: a wrong one makes room for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.secrets import Secret
from data.store.store import Store
from screens.unlock import Unlock
from screens.widgets.line_input import LineInput
from tests.screens.running import until

if TYPE_CHECKING:
    from pathlib import Path

    from screens.app import EhtuiApp


async def test_after_a_wrong_passphrase_the_next_is_typed_into_an_empty_line(
    bench: EhtuiApp, tmp_path: Path
) -> None:
    path = tmp_path / "families.db"
    Store.create(path, Secret.from_passphrase("owl")).close()
    async with bench.run_test() as pilot:
        opened: list[Store | None] = []
        screen = Unlock(path)
        await bench.push_screen(screen, opened.append)
        await pilot.press("o", "w", "enter")
        await until(pilot, lambda: "does not open" in str(screen.query_one("#answer").render()))
        assert screen.query_one(LineInput).value == ""
        await pilot.press("o", "w", "l", "enter")
        await until(pilot, lambda: opened)
    assert opened[0] is not None
    opened[0].close()
