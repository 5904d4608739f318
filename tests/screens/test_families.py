"""Finding a family while typing: open cases first, what was typed last is what is opened."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, OptionList

from data.records.closing import Closing
from screens.case.overview import OverviewScreen
from screens.dashboard.families import FamiliesScreen
from screens.widgets.line_input import LineInput
from tests.screens.running import make_family, make_file, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from screens.app import EhtuiApp


@pytest.fixture
def file(path: Path) -> Path:
    make_file(path)
    make_family(path, "Bello", lambda changes: changes.new(Closing, on=date(2026, 1, 5)))
    make_family(path, "O'Neill [bold]")
    make_family(path, "Whitfield")
    return path


async def find(app: EhtuiApp, pilot: Pilot[None]) -> FamiliesScreen:
    await pilot.press("slash")
    await until(pilot, lambda: isinstance(app.screen, FamiliesScreen) and lines(app.screen))
    screen = app.screen
    assert isinstance(screen, FamiliesScreen)
    return screen


def lines(screen: object) -> list[str]:
    assert isinstance(screen, FamiliesScreen)
    return [str(one.prompt) for one in screen.query_one("#families", OptionList).options]


async def test_open_cases_come_first_and_closed_ones_say_so(file: Path) -> None:
    async with running(file) as (app, pilot):
        screen = await find(app, pilot)
        await until(pilot, lambda: len(lines(screen)) == 3)
        first, second, last = lines(screen)
        assert first.startswith("O'Neill [bold]")
        assert second.startswith("Whitfield")
        assert last.startswith("Bello")
        assert "closed" in last
        assert "Identify need" in first


async def test_a_hurried_enter_opens_what_was_typed(file: Path) -> None:
    async with running(file) as (app, pilot):
        await find(app, pilot)
        await type_text(pilot, "whit")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
        screen = app.screen
        assert isinstance(screen, OverviewScreen)
        await until(pilot, lambda: hasattr(screen, "opened"))
        assert screen.opened.file.case.family_name == "Whitfield"


async def test_enter_before_the_last_letter_was_looked_for(file: Path) -> None:
    async with running(file) as (app, pilot):
        screen = await find(app, pilot)
        with screen.prevent(Input.Changed):  # Enter is heard first
            screen.query_one("#search", LineInput).value = "whit"
        screen.open_family()
        while not any(one.group == "find" and one.is_running for one in app.workers):
            await asyncio.sleep(0)
        screen.find("whit")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))


async def test_nobody_found_says_what_to_try(file: Path) -> None:
    async with running(file) as (app, pilot):
        screen = await find(app, pilot)
        await type_text(pilot, "zzz[/]")
        await until(pilot, lambda: "Try fewer letters" in lines(screen)[0])
        await pilot.press("enter")
        assert app.screen is screen


async def test_the_privacy_switch_shows_initials(file: Path) -> None:
    async with running(file) as (app, pilot):
        await pilot.press("p")
        screen = await find(app, pilot)
        await until(pilot, lambda: len(lines(screen)) == 3)
        assert not any("Whitfield" in line or "Bello" in line for line in lines(screen))
