"""Fields: what is a change, deleting, undoing, pasting, growing."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input, Select, Static, TextArea

from screens.app import EhtuiApp
from screens.widgets.choice import Choice
from screens.widgets.data_list import Listing
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from tests.screens.place import REASON, Place, notices, show


async def test_showing_and_loading_a_record_is_not_a_change(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        place.query_one(LineInput).load("Zofia")
        place.query_one(Choice).load("d")
        place.query_one(Choice).load(None)
        place.query_one(Choice).load("aunt")
        place.query_one(Narrative).load("He walks.")
        await pilot.pause()
        assert place.changes == []
        assert place.query_one(Choice).chosen == "aunt"


async def test_words_typed_in_one_burst_choose_the_answer_they_begin(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        choice = Choice([("Father", "f"), ("Father of an unborn child", "u")], id="parents")
        await place.mount(choice)
        choice.focus()
        for letter in "father of":
            bench.post_message(events.Key("space" if letter == " " else letter, letter))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert choice.chosen == "u"


async def test_a_choice_whose_form_is_going_away_ends_nothing(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        choice = place.query_one(Choice)
        for part in choice.children:
            await part.remove_children()
        choice.load("d")
        assert bench.is_running


async def test_typing_is_a_change(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        await pilot.press("x", "tab", "down", "up", "up", "enter", "tab", "x")
        await pilot.pause()
        assert [type(change) for change in place.changes] == [
            Input.Changed,
            Select.Changed,
            TextArea.Changed,
        ]
        assert place.query_one(Choice).chosen == "m"


async def test_a_retired_answer_stays_and_is_said_to_be_retired(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        choice = place.query_one(Choice)
        assert choice.chosen == "uncle"
        label = choice.query_one("#label", Static)
        assert "uncle (no longer used)" in str(label.content)
        choice.load("m")
        assert "Mum [b]" in str(label.content)


@pytest.mark.parametrize("key", ["ctrl+backspace", "alt+backspace", "ctrl+w"])
async def test_deleting_a_word_goes_left(bench: EhtuiApp, place: Place, key: str) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        field = place.query_one(LineInput)
        field.load("one two three")
        field.cursor_position = 8
        await pilot.press(key)
        assert field.value == "one three"


async def test_coming_back_to_a_field_selects_nothing(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#who")
        await pilot.press("shift+tab", "x")
        assert place.query_one(LineInput).value == "Keevax"


async def test_undo_goes_back_word_by_word_and_redo_forward(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        field = place.query_one(LineInput)
        await pilot.press("space", "a", "b", "space", "c", "backspace", "backspace")
        seen = []
        for _ in range(5):
            seen.append(field.value)
            await pilot.press("ctrl+z")
        assert seen == ["Keeva ab", "Keeva ab c", "Keeva ab", "Keeva", "Keeva"]
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
        assert field.value == "Keeva ab"


@pytest.mark.parametrize(
    ("pasted", "value", "said"),
    [
        ("one", "one", []),
        ("one\ntwo\r\n\n three ", "one two three", ["3 lines were pasted as one."]),
        ("a\tb\x1b[31mc", "a b [31mc", []),
        ("", "", []),
        ("\n", "", []),
        ("[b]x[/]", "[b]x[/]", []),
    ],
)
async def test_a_paste_keeps_every_line_and_says_so(
    bench: EhtuiApp, place: Place, pasted: str, value: str, said: list[str]
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        field = place.query_one(LineInput)
        field.load("")
        field.post_message(events.Paste(pasted))
        await pilot.pause()
        await pilot.pause()
        assert field.value == value
        assert notices(bench) == said


async def test_a_paste_that_does_not_fit_is_refused_aloud(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        field = place.query_one(LineInput)
        field.max_length = 7
        field.post_message(events.Paste("abc"))
        await pilot.pause()
        await pilot.pause()
        assert field.value == "Keeva"
        assert "room for 2" in notices(bench)[0]


async def test_a_narrative_grows_and_lets_tab_and_function_keys_go(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test(size=(80, 40)) as pilot:
        await show(pilot, place, "#story")
        story = place.query_one(Narrative)
        await pilot.press("!", "ctrl+home", "a", "ctrl+end", "z")
        assert story.text == "aShe sleeps.!z"  # whoever comes back to a text goes on with it
        before = story.size.height
        await pilot.press("enter", "a", "enter", "b")
        await pilot.pause()
        assert story.size.height == before + 2
        story.load("line\n" * 60)
        await pilot.pause()
        assert story.outer_size.height == 14
        await pilot.press("f6", "tab")
        await pilot.pause()
        assert notices(bench) == [REASON]
        assert isinstance(bench.focused, Listing)
