"""What has no room in a list is read whole where the cursor stands."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.content import Content

from screens.dashboard.due_line import due_line
from screens.widgets.unfolding import Foldable, Unfolding

WHY = "agreed at the review of 14 Oct; at the latest 9 Dec"

BELOW = "   Oct; at the latest 9 Dec     me"


def told(whole: bool) -> Content:
    return due_line(Content("3 days "), "Review TAF", WHY, "me", indent=3, width=34, whole=whole)


@pytest.mark.parametrize(
    ("whole", "lines"),
    [
        (False, ["3 days Review TAF", "   agreed at the review of 14…  me"]),
        (True, ["3 days Review TAF", "   agreed at the review of 14", BELOW]),
    ],
)
def test_a_reason_is_cut_or_goes_on_below(whole: bool, lines: list[str]) -> None:
    assert told(whole).plain.splitlines() == lines


async def test_the_line_of_the_cursor_alone_is_whole() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        listing = Unfolding(*(Foldable(told) for _ in range(3)))
        await app.mount(listing)
        listing.focus()
        for at in (0, 1, 2):
            await pilot.press("down" if at else "home")
            heights = [str(one.prompt).count("\n") + 1 for one in listing.options]
            assert heights == [3 if number == at else 2 for number in range(3)]
