"""A few pictures that are to stay as they are; when one was meant to change, look at it first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from data.records.outcomes import Action
from data.store.secrets import Secret
from screens.app import EhtuiApp
from screens.dashboard.screen import Dashboard
from tests.screens.running import KEY, make_family, make_file, open_section, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from ehtui.changes import ChangeSet

pytestmark = pytest.mark.painted


def fill(changes: ChangeSet) -> None:
    changes.new(Action, what="Ask for [/] help", who="Gran", due=date(2026, 11, 6))
    changes.new(Action, what="Keep the diary", who="mum", due=date(2026, 11, 25))


@pytest.mark.parametrize(
    "section", ["", "people", "columns"], ids=["dashboard", "people", "columns"]
)
def test_the_screen_looks_as_it_did(
    section: str, path: Path, snap_compare: Callable[..., bool]
) -> None:
    make_file(path)
    case_id = make_family(path, "O'Neill [bold]", fill)
    app = EhtuiApp(path, Secret.from_key(KEY))

    async def look(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Dashboard) and app.screen.query("#due"))
        await until(pilot, lambda: app.screen.query_one("#due", OptionList).option_count > 1)
        await app.workers.wait_for_complete()
        if section:
            await open_section(app, pilot, case_id, section)
            await app.workers.wait_for_complete()
            app.screen.set_focus(None)
        await pilot.pause()

    assert snap_compare(app, terminal_size=(80, 24), run_before=look)
    app.close()
