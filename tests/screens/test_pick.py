"""Choosing one of a few lines: typing goes to the line that is meant, and never to another."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from screens.app import EhtuiApp
from screens.widgets.pick import Pick, line_found
from tests.screens.place import Place, show
from tests.screens.running import until

LINES = ["The plan and its actions", "Housing and rent", "Money", "Siân O'Connor-Łukasik", "Home"]


@pytest.mark.parametrize(
    ("sought", "line"),
    [
        ("h", "Housing and rent"),
        ("hom", "Home"),
        ("RENT", "Housing and rent"),
        ("and r", "Housing and rent"),
        ("sian", "Siân O'Connor-Łukasik"),
        ("luk", "Siân O'Connor-Łukasik"),
        ("one", "Money"),
        ("the rent", None),
        ("?", None),
    ],
)
def test_a_line_is_meant_by_its_beginning_by_a_word_or_by_anything_in_it(
    sought: str, line: str | None
) -> None:
    found = line_found(LINES, sought)
    assert (None if found is None else LINES[found]) == line


@pytest.mark.parametrize(
    ("then", "line"),
    [((*["backspace"] * 7, *"rent"), "Housing and rent"), (("home",), LINES[0])],
)
async def test_enter_takes_nothing_while_no_line_says_what_is_typed(
    bench: EhtuiApp, place: Place, then: tuple[str, ...], line: str
) -> None:
    said: list[str | None] = []
    async with bench.run_test() as pilot:
        await show(pilot, place, None)
        bench.push_screen(Pick("Only what?", [(line, line) for line in LINES]), said.append)
        await until(pilot, lambda: isinstance(bench.screen, Pick))
        await pilot.press(*"therent", "enter")
        await until(
            pilot, lambda: "therent" in str(bench.screen.query_one("#sought", Static).content)
        )
        assert (isinstance(bench.screen, Pick), said) == (True, [])
        await pilot.press(*then, "enter")
        await until(pilot, lambda: bool(said))
        assert said == [line]
