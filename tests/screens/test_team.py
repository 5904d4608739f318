"""The team and a meeting's agenda: the family first, the usual items, and the order that suits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from data.records.meetings import Meeting
from screens.going_out.copies import CopiesScreen
from screens.meetings.agenda import AgendaScreen
from screens.meetings.team import TeamScreen
from screens.widgets.pick import Pick
from tests.screens.family import Family, a_family
from tests.screens.running import make_family, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet
    from screens.case.frame import CaseScreen


class Planned(Family):
    """A family with a meeting to prepare."""

    meeting: str = ""

    def fill(self, changes: ChangeSet) -> None:
        super().fill(changes)
        row = changes.new(Meeting, kind="first_taf", on=date(2026, 12, 1), at="15:45")
        self.meeting = row.record_id


@pytest.fixture
def family(path: Path) -> Family:
    return a_family(path)


def said(screen: CaseScreen) -> str:
    shown = screen.query("#body > Static").results(Static)
    return "\n".join(str(one.content) for one in shown)


def lines(screen: CaseScreen) -> list[str]:
    listing = screen.query_one("#row-list", OptionList)
    return [str(one.prompt).strip() for one in listing.options]


async def test_the_family_joins_by_one_key_and_a_service_by_choice(family: Family) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "team")
        assert isinstance(screen, TeamScreen)
        await until(pilot, lambda: screen.focused is not None)
        assert "Mum [bold]" in said(screen)
        await pilot.press("f4")
        await until(pilot, lambda: screen.opened.file.members)
        await until(pilot, lambda: "always invited" not in said(screen))
        before = len(screen.opened.file.members)
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(app.screen, Pick) and app.focused)
        listing = app.screen.query_one(OptionList)
        said_of = [str(one.prompt) for one in listing.options]
        listing.highlighted = next(at for at, one in enumerate(said_of) if "Stotts Lane [/]" in one)
        await pilot.press("enter")
        await until(pilot, lambda: len(screen.opened.file.members) > before)
        await until(pilot, lambda: any("Stotts Lane [/]" in one for one in lines(screen)))
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, CopiesScreen))
        await until(pilot, lambda: app.screen.query("#copies"))
    members = family.file().members
    assert family.mum in [one.person_id for one in members]
    assert family.school in [one.agency_id for one in members]


async def test_an_agenda_is_filled_ordered_and_people_are_invited(path: Path) -> None:
    a_family(path)
    family = Planned(path)
    family.case_id = make_family(path, "Field [x]", family.fill)
    async with running(path, (100, 40)) as (app, pilot):
        screen = AgendaScreen(app.desk, family.case_id, family.meeting)
        app.push_screen(screen)
        await until(pilot, lambda: screen.query("#row-list"))
        await until(pilot, lambda: screen.focused is not None)
        assert "Not invited yet" in said(screen)
        await pilot.press("f5")
        await until(pilot, lambda: screen.opened.file.agenda_items)
        await until(pilot, lambda: any(one.startswith("1  ") for one in lines(screen)))
        items = screen.opened.file.agenda_items
        first = min(items, key=lambda one: one.position)
        listing = screen.query_one("#row-list", OptionList)
        listing.focus()
        listing.highlighted = listing.get_option_index(first.id)
        await until(pilot, lambda: screen.chosen == first.id)
        await pilot.press("d")
        await until(pilot, lambda: f"2  {first.title}" in lines(screen))
        await pilot.press("f4")
        await until(pilot, lambda: screen.opened.file.attendances)
        await until(pilot, lambda: "Not invited yet" not in said(screen))
    file = family.file()
    placed = sorted(one.position for one in file.agenda_items)
    assert placed == list(range(1, len(file.agenda_items) + 1))
    assert next(one for one in file.agenda_items if one.id == first.id).position == 2
    assert {one.invited for one in file.attendances} == {date(2026, 11, 22)}
    assert family.mum in [one.person_id for one in file.attendances]
