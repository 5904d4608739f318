"""Keys, wherever the focus is, and the two lines that show them."""

from __future__ import annotations

import pytest
from textual import on
from textual.content import Content

from screens.app import EhtuiApp
from screens.global_commands import OpenHarm
from screens.widgets.choice import Choice
from screens.widgets.confirm import Confirm
from screens.widgets.keyline import KeyLine
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from screens.widgets.titleline import TitleLine
from tests.screens.place import REASON, Place, line, notices, show


@pytest.mark.parametrize("focus", [None, "DataTable"])
@pytest.mark.parametrize(
    ("key", "name"), [("slash", "Find"), ("n", "NewFamily"), ("f4", "NewFamily")]
)
async def test_single_letters_act_where_nothing_is_typed(
    bench: EhtuiApp, place: Place, focus: str | None, key: str, name: str
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, focus)
        await pilot.press(key)
        assert place.done == [name]


async def test_a_word_typed_where_nothing_is_typed_is_no_row_of_commands(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, None)
        await pilot.press(*"aunt", "n")
        assert place.done == []


async def test_letters_look_for_an_answer_where_one_is_chosen(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#who")
        before = place.query_one(Choice).chosen
        await pilot.press("n", "d", "escape")
        assert (place.done, place.query_one(Choice).chosen) == ([], before)
        await pilot.press("d", "a", "enter")
        await pilot.pause()
        assert place.query_one(Choice).chosen == "d"
        await pilot.press("slash")
        assert place.done == ["Find"]


@pytest.mark.parametrize("leave", ["tab", "shift+tab", "ctrl+s"])
async def test_who_types_an_answer_and_tabs_on_has_chosen_it(
    bench: EhtuiApp, place: Place, leave: str
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#who")
        choice = place.query_one(Choice)
        await pilot.press("d", "a", leave)
        await pilot.pause()
        assert (choice.chosen, choice.expanded) == ("d", False)


@pytest.mark.parametrize("focus", ["#name", "#story"])
async def test_single_letters_are_typed_where_text_is_typed(
    bench: EhtuiApp, place: Place, focus: str
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, focus)
        await pilot.press("slash", "n", "question_mark")
        assert place.done == []
        assert bench.screen is place
        typed = place.query_one("#name", LineInput).value + place.query_one(Narrative).text
        assert "/n?" in typed


@pytest.mark.parametrize("focus", [None, "#name", "#story", "#who", "DataTable"])
async def test_function_keys_and_ctrl_s_act_wherever_the_focus_is(
    bench: EhtuiApp, place: Place, focus: str | None
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, focus)
        await pilot.press("ctrl+s", "f2", "f9", "f3")
        assert place.done == ["SaveForm", "SaveForm", "OpenHarm", "OpenPhone"]


async def test_harm_can_be_reached_from_inside_a_dialogue(bench: EhtuiApp) -> None:
    heard: list[str] = []

    class Asking(Confirm):
        @on(OpenHarm)
        def hear(self, command: OpenHarm) -> None:
            heard.append("harm")
            command.stop()

    async with bench.run_test() as pilot:
        await bench.push_screen(Asking("Sure?", yes="Yes"))
        await pilot.press("f9")
        assert heard == ["harm"]


async def test_a_command_that_is_off_says_why_and_does_nothing(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        await pilot.press("f6")
        await pilot.pause()
        assert place.done == []
        assert notices(bench) == [REASON]


async def test_the_key_line_shows_five_keys_with_help_last_and_the_state_at_the_edge(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place)
        keys = place.query_one(KeyLine)
        keys.state = "saved ✓"
        await pilot.pause()
        shown = line(keys)
        assert shown.split("   ")[:5] == [
            "/ find",
            "Ctrl+S save",
            "n new family",
            "F6 close",
            "? help",
        ]
        assert shown.endswith(" saved ✓")
        assert len(shown) == 78


async def test_the_key_line_follows_the_focus(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place, "#name")
        shown = line(place.query_one(KeyLine))
        assert "find" not in shown
        assert "F4 new family" in shown
        assert "F1 help" in shown


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
async def test_the_key_line_never_loses_the_state_for_keys(
    bench: EhtuiApp, place: Place, width: int
) -> None:
    async with bench.run_test(size=(width, 24)) as pilot:
        await show(pilot, place)
        keys = place.query_one(KeyLine)
        keys.state = "not saved: the disk is full, make room and press Ctrl+S"
        await pilot.pause()
        shown = line(keys)
        assert Content(shown).cell_length <= width - 2
        assert "? help" in shown
        assert "not saved" in shown or "…" in shown
        assert width < 70 or shown.endswith("press Ctrl+S")


async def test_a_click_on_a_key_does_what_the_key_does(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place)
        await pilot.click(KeyLine, offset=(2, 0))
        assert place.done == ["Find"]


async def test_the_title_line_keeps_its_right_end_and_takes_text_as_text(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test(size=(40, 24)) as pilot:
        await show(pilot, place)
        title = place.query_one(TitleLine)
        title.crumbs = ("[b]O'Connor-Łukasik[/]", "a section with a long name")
        await pilot.pause()
        shown = line(title)
        assert shown.startswith("[b]O'Connor-Łukasik[/] ·")
        assert shown.endswith("…  14 open")
