"""A row that was removed comes back with one key, as it stood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.records.base import values_of
from data.records.people import Agency, Person, Relationship
from screens.family.people import PeopleScreen
from screens.widgets.confirm import Confirm
from tests.screens.running import make_family, make_file, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ehtui.changes import ChangeSet
    from screens.app import EhtuiApp


def fill(changes: ChangeSet) -> None:
    changes.new(Agency, name="Hill [/] School", kind="school", since=date(2026, 9, 1))
    changes.new(Agency, name="Housing", involved=False)
    child = next(row for row in changes.rows if row.record is Person)
    changes.new(Relationship, child_id=child.record_id)


@pytest.fixture
def case_id(path: Path) -> str:
    make_file(path)
    return make_family(path, "Łukasik", fill)


async def remove(app: EhtuiApp, pilot: Pilot[None], screen: PeopleScreen, key: str) -> None:
    listing = screen.query_one("#row-list")
    listing.highlighted = listing.get_option_index(key)  # type: ignore[attr-defined]
    await until(pilot, lambda: screen.chosen == key)
    await pilot.press("f8")
    await until(pilot, lambda: isinstance(app.screen, Confirm))
    await pilot.press("y")
    await until(pilot, lambda: screen.opened.file.find(key) is None and screen.focused)
    await pilot.pause()


async def test_what_was_removed_comes_back_the_last_one_first(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "people")
        assert isinstance(screen, PeopleScreen)
        await until(pilot, lambda: screen.focused)
        school, housing = screen.opened.file.agencies
        stood = [values_of(one) for one in (school, housing)]
        await remove(app, pilot, screen, school.id)
        await remove(app, pilot, screen, housing.id)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: [one.id for one in screen.opened.file.agencies] == [housing.id])
        await until(pilot, lambda: screen.focused)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(screen.opened.file.agencies) == 2)
        await until(pilot, lambda: screen.chosen == school.id and screen.focused)
        assert [values_of(one) for one in screen.opened.file.agencies] == stood
        assert not screen.removed


async def test_what_something_else_belongs_to_is_not_removed(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "people")
        await until(pilot, lambda: screen.focused)
        await pilot.press("f8")
        told = app._notifications
        await until(pilot, lambda: any("a relationship in" in one.message for one in told))
        assert app.screen is screen
        assert len(screen.opened.file.people) == 1
