"""The menu of sections: every section has a letter of its own and is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from screens.case.overview import OverviewScreen
from screens.case.section_menu import SectionMenu
from screens.case.sections import SECTIONS, section_screen
from tests.screens.running import make_family, make_file, open_section, running, settle, until

if TYPE_CHECKING:
    from pathlib import Path


def test_every_section_has_a_letter_of_its_own() -> None:
    letters = [one.letter for one in SECTIONS]
    assert len(set(letters)) == len(letters)
    assert all(letters)


async def test_the_menu_is_all_in_sight_and_its_columns_are_one_arrow_apart(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        await open_section(app, pilot, case_id, "overview")
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, SectionMenu) and app.focused)
        await settle(pilot)
        left, right = app.screen.query(OptionList)
        assert max(left.virtual_size.height, right.virtual_size.height) <= left.size.height
        await pilot.press("right", "down", "enter")
        await until(pilot, lambda: not isinstance(app.screen, (SectionMenu, OverviewScreen)))
        key = right.get_option_at_index(1).id
        assert key is not None
        assert isinstance(app.screen, section_screen(key))
