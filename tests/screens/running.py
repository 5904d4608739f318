"""Running the program in a test, on a small encrypted file; waiting for it without sleeping."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import date
from random import Random
from time import monotonic
from typing import TYPE_CHECKING

from textual.events import Key, Paste
from textual.keys import _character_to_key

from data import settings
from data.procedures.loading import default_id, load, read_text
from data.records.people import Person
from data.settings import Settings
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.beginning import begin_case
from ehtui.saving import save
from screens.app import EhtuiApp
from screens.case.frame import CaseScreen
from screens.case.sections import section_screen
from screens.dashboard.screen import Dashboard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.app import App
    from textual.pilot import Pilot

    from ehtui.changes import ChangeSet

TODAY = date(2026, 11, 22)
ME = "Robin Ashdown"
KEY = bytes(range(32))
PATIENCE = 60
"""Seconds after which what a test waits for won't come, also on a loaded machine."""
TURN = 0.002
"""Seconds between two looks: a thread that works needs the time."""


async def until(pilot: Pilot[None], true: Callable[[], object]) -> None:
    """Wait until something is so; AssertionError when it does not come."""
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, "what the test waits for did not come"
        await asyncio.sleep(TURN)
        pilot.app.screen._on_timer_update()
    await settle(pilot)


async def settle(pilot: Pilot[None]) -> None:
    """Let what was just pressed run its course.

    Only what has the cursor and what holds that is waited for: `Pilot.pause` asks every widget of
    the screen, many times as dear. Whoever needs more waits for what should come.
    """
    for _ in range(3):
        screen = pilot.app.screen
        inside = (screen.focused or screen).ancestors_with_self
        asked = [asyncio.Event() for _ in inside]
        for node, heard in zip(inside, asked, strict=True):
            if not node.call_later(heard.set):
                heard.set()
        async with asyncio.timeout(PATIENCE):
            for heard in asked:
                await heard.wait()
        screen._on_timer_update()
        await asyncio.sleep(TURN)


@asynccontextmanager
async def running(
    path: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[EhtuiApp, Pilot[None]]]:
    """Run the program on a file made with KEY, with the dashboard filled."""
    app = EhtuiApp(path, Secret.from_key(KEY))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        await pilot.pause()
        yield app, pilot
    app.close()


async def open_section(
    app: EhtuiApp, pilot: Pilot[None], case_id: str, section: str, record: str = ""
) -> CaseScreen:
    """Open a section of a case and wait until it can be typed in."""
    screen = section_screen(section)(app.desk, case_id, record)
    app.push_screen(screen)
    await until(pilot, lambda: hasattr(screen, "editing") and screen.query("#body > *"))
    await pilot.pause()
    return screen


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste a text into whatever has the cursor, as a terminal's bracketed paste arrives."""
    pilot.app.post_message(Paste(text))
    await settle(pilot)


def burst(app: App[None], *keys: str) -> None:
    """Press keys faster than anything can be drawn, as a terminal hands over what it held back."""
    for key in keys:
        named = len(key) > 1
        app.post_message(Key(key if named else _character_to_key(key), None if named else key))


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type a text letter by letter, without a look at the screen between two of them."""
    burst(pilot.app, *text)
    await settle(pilot)
    await pilot.pause()


def make_file(path: Path) -> None:
    """Make a file whose practitioner is ME."""
    with Store.create(path, Secret.from_key(KEY)) as store:
        mine = Settings(me=ME, procedure=default_id())
        store.write(lambda connection: settings.write(connection, mine)).result()


def make_family(
    path: Path, family: str, fill: Callable[[ChangeSet], object] | None = None, procedure: str = ""
) -> str:
    """Begin a case with one child, and whatever ``fill`` adds; return its key."""
    procedure = procedure or default_id()
    with Store.open(path, Secret.from_key(KEY)) as store:
        changes = begin_case(store.reading(), load(procedure), read_text(procedure), Random(family))
        case = changes.row(changes.case_id)
        assert case is not None
        case.put(family_name=family)
        changes.new(
            Person,
            kind="child",
            given="Tomasz",
            known_as="Tomek",
            family=family,
            born=date(2018, 6, 19),
        )
        if fill is not None:
            fill(changes)
        save(store, changes, by=ME, today=TODAY).result()
    return changes.case_id
