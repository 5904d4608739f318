"""Somebody who is in the file twice: said once it is saved, compared, linked, carried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.case.overview import OverviewScreen, TakeApart
from screens.family.people import PeopleScreen
from screens.look_alikes.beside import Beside
from screens.look_alikes.panel import LookAlikesPanel
from screens.look_alikes.waiting import WaitingLookAlikes
from screens.widgets.ask_words import AskWords
from screens.widgets.confirm import Confirm
from screens.widgets.pick import Pick
from tests.screens.running import (
    make_family,
    make_file,
    open_section,
    running,
    settle,
    type_text,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def say_of_the_first(pilot: Pilot[None], choice: str) -> None:
    """Compare, and say of the first look-alike what is chosen."""
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, Beside) and app.focused)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, Pick) and app.focused)
    lines = ["same", "different", "carry_on", "open"]
    await pilot.press(*["down"] * lines.index(choice), "enter")


async def test_who_is_in_the_file_already_is_said_compared_and_linked(path: Path) -> None:
    make_file(path)
    known, case_id = make_family(path, "Łukasik"), make_family(path, "Lukasik")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "people")
        assert isinstance(screen, PeopleScreen)
        await until(pilot, lambda: screen.query_one(LookAlikesPanel).display)
        assert "may be in the file already" in str(screen.query_one(LookAlikesPanel).content)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, Beside))
        beside = str(app.screen.query_one("#beside").content)  # type: ignore[attr-defined]
        assert "=" in beside
        assert "Tue 19 Jun 2018" in beside
        await say_of_the_first(pilot, "same")
        await until(pilot, lambda: isinstance(app.screen, AskWords))
        await pilot.press("enter")
        await until(pilot, lambda: "is also in" in str(screen.query_one(LookAlikesPanel).content))
        assert [one.verdict for one in app.desk.open_case(case_id).file.same_people] == ["same"]
        assert app.desk.open_case(known).file.same_people == []


async def test_a_family_begun_twice_is_carried_on_and_taken_apart(path: Path) -> None:
    make_file(path)
    known, case_id = make_family(path, "Łukasik"), make_family(path, "Lukasik")
    async with running(path) as (app, pilot):
        await app.push_screen(WaitingLookAlikes(app.desk))
        await until(pilot, lambda: getattr(app.screen, "_pairs", None))
        await pilot.press("enter")
        await say_of_the_first(pilot, "carry_on")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, AskWords))
        await type_text(pilot, "begun twice")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
        assert isinstance(app.screen, OverviewScreen)
        assert app.screen.case_id == known
        assert app.desk.open_case(case_id).file.case.continued_in == known
        overview = await open_section(app, pilot, case_id, "overview")
        reference = app.desk.references([known])[known]
        assert f"Carried on in {reference}" in str(overview.query_one(".spine").content)  # type: ignore[attr-defined]
        overview.perform(TakeApart)
        await until(pilot, lambda: isinstance(app.screen, AskWords))
        await type_text(pilot, "two families")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is overview)
        await until(pilot, lambda: not overview.opened.file.case.continued_in)
        await settle(pilot)
