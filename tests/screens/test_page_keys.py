"""A page key pressed in the moment before a list is painted."""

from __future__ import annotations

from textual.app import App
from textual.widgets import OptionList

from screens.widgets.page_keys import mend_page_keys


async def test_a_page_turned_before_a_list_has_lines_does_nothing() -> None:
    mend_page_keys()
    app: App[None] = App()
    async with app.run_test() as pilot:
        listing = OptionList()
        listing.styles.display = "none"
        await app.mount(listing)
        listing.add_options(map(str, range(50)))
        listing.highlighted = 0
        await listing.run_action("page_down")
        assert listing.highlighted == 0
        listing.styles.display = "block"
        await pilot.pause()
        await listing.run_action("page_down")
        assert listing.highlighted
