"""What holds on every screen: help, palette, dialogues and leaving."""

from __future__ import annotations

import pytest
from textual.command import CommandList, CommandPalette
from textual.widgets import Static

from screens.app import EhtuiApp
from screens.help import HelpScreen
from screens.widgets.confirm import Confirm
from tests.screens.place import REASON, Place, notices, settle, show
from tests.screens.running import until


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_shows_every_command_and_the_same_key_closes_it(
    bench: EhtuiApp, place: Place, key: str
) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place)
        await pilot.press(key)
        page = bench.screen
        assert isinstance(page, HelpScreen)
        text = "\n".join(str(part.content) for part in page.query(Static))
        for command in (*Place.offers(), *EhtuiApp.offers()):
            assert command.title in text
        assert f"Not now: {REASON}" in text
        assert "A place to try keys in." in text
        assert page.region.size == bench.size
        await pilot.press(key)
        assert bench.screen is place


async def test_every_command_is_in_the_palette_and_runs_from_it(
    bench: EhtuiApp, place: Place
) -> None:
    for command in (*Place.offers(), *EhtuiApp.offers()):
        assert command.tooltip(), command
    async with bench.run_test(size=(80, 60)) as pilot:
        await show(pilot, place, "#name")
        await pilot.press("ctrl+p")
        await settle(pilot)
        results = bench.screen.query_one(CommandList)
        listed = "\n".join(str(option.prompt) for option in results.options)
        for command in (*Place.offers(), *EhtuiApp.offers()):
            assert command.title in listed
        assert f"Not now: {REASON}" in listed
        await pilot.press(*"save f")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert place.done == ["SaveForm"]
        assert bench.screen is place


async def test_the_palette_opens_once(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        await pilot.press("ctrl+p", "ctrl+p")
        assert sum(isinstance(screen, CommandPalette) for screen in bench.screen_stack) == 1


async def test_ctrl_c_never_leaves(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert bench.is_running
        assert "Ctrl+Q leaves" in notices(bench)[0]


async def test_leaving_writes_the_drafts_first(
    bench: EhtuiApp, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    drained: list[bool] = []
    monkeypatch.setattr(bench, "drain", lambda: drained.append(bench.is_running))
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        await pilot.press("ctrl+q")
        await settle(pilot)
    assert drained[0]


@pytest.mark.parametrize(
    ("answer", "stays"), [("n", True), ("escape", True), ("enter", True), ("y", False)]
)
async def test_leaving_asks_when_the_drafts_cannot_be_written(
    bench: EhtuiApp, place: Place, monkeypatch: pytest.MonkeyPatch, answer: str, stays: bool
) -> None:
    def full() -> None:
        raise OSError

    monkeypatch.setattr(bench, "drain", full)
    left: list[object] = []
    monkeypatch.setattr(bench, "exit", lambda *_: left.append(True))
    async with bench.run_test() as pilot:
        await show(pilot, place)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(bench.screen, Confirm))
        await pilot.press(answer)
        await settle(pilot)
        assert bool(left) is not stays


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["y"], True),
        (["n"], False),
        (["escape"], False),
        (["enter"], False),
        (["tab", "enter"], True),
    ],
)
async def test_a_question_is_answered_no_unless_yes_is_chosen(
    bench: EhtuiApp, place: Place, keys: list[str], answer: bool
) -> None:
    given: list[bool | None] = []
    async with bench.run_test() as pilot:
        await show(pilot, place)  # behind it no file is being opened, for which the next key waits
        await bench.push_screen(Confirm("About [Tomek]?", yes="Throw away"), given.append)
        await pilot.press(*keys)
        await pilot.pause()
    assert given == [answer]
