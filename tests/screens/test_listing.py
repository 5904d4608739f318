"""The list that every screen shows its rows in."""

from __future__ import annotations

import pytest
from textual import on
from textual.widgets import DataTable, OptionList

from screens.app import EhtuiApp
from screens.widgets.data_list import PAGE, Listing, Row
from screens.widgets.go_on import go_on
from tests.screens.place import Place, show


def row(key: str, what: str = "Review [/]") -> Row:
    return Row(key, ("Tue 24", what, "me"))


async def test_a_list_shows_text_as_text_and_fits_the_width(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place)
        listing = place.query_one(Listing)
        listing.show([row("1"), row("2", "x" * 200)])
        await pilot.pause()
        assert listing.virtual_size.width == listing.size.width
        assert str(listing.get_cell_at((0, 1))) == "Review [/]"  # type: ignore[arg-type]


async def test_a_list_stays_on_its_row_and_opens_it_with_enter(
    bench: EhtuiApp, place: Place
) -> None:
    opened: list[str | None] = []

    class Opening(Place):
        @on(DataTable.RowSelected)
        def open(self, event: DataTable.RowSelected) -> None:
            opened.append(event.row_key.value)

    opening = Opening()
    async with bench.run_test() as pilot:
        await show(pilot, opening, "DataTable")
        listing = opening.query_one(Listing)
        assert listing.current is None
        listing.show([row("1"), row("2")])
        await pilot.press("down")
        listing.show([row("0"), row("1"), row("2")])
        assert listing.current == "2"
        await pilot.press("enter")
        listing.show([])
        assert listing.current is None
    assert opened == ["2"]


async def test_a_list_refuses_more_than_a_page(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        with pytest.raises(ValueError, match="at most"):
            place.query_one(Listing).show([row(str(n)) for n in range(PAGE + 1)])


def test_a_list_that_goes_on_by_itself_stays_on_its_last_line() -> None:
    listing = OptionList("school", "midwife")
    listing.highlighted = 0
    for _ in range(3):
        go_on(listing)
    assert listing.highlighted == 1
