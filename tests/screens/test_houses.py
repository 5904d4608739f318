"""Three Houses: each child talk by talk, drawings, and who is not heard yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from screens.app import EhtuiApp
from screens.case.showing_to import ShowingTo
from screens.forms.row_dialog import RowDialog
from screens.statements.board import StatementLine
from screens.statements.entry import Entry
from screens.statements.houses import HousesScreen
from screens.widgets.confirm import Confirm
from screens.widgets.line_input import LineInput
from screens.widgets.pick import Pick
from screens.widgets.ticks import Ticks
from tests.screens.family import SAID, Family, a_family
from tests.screens.running import open_section, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)


@pytest.fixture
def family(path: Path) -> Family:
    return a_family(path)


async def houses(
    app: EhtuiApp, pilot: Pilot[None], family: Family, record: str = ""
) -> HousesScreen:
    screen = await open_section(app, pilot, family.case_id, "houses", record)
    assert isinstance(screen, HousesScreen)
    await until(pilot, lambda: screen.focused is not None)
    return screen


def board(screen: HousesScreen) -> list[str]:
    return [line.text.plain for line in screen.query(StatementLine)]


async def test_it_begins_with_the_child_who_is_not_heard_yet(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await houses(app, pilot, family)
        assert screen.owner.called(screen.opened) == "Tomek"
        assert "not heard yet: Tomek" in screen.gaps().plain
        await type_text(pilot, "the bang")
        await pilot.press("enter")
        await until(pilot, lambda: board(screen) == ["the bang"])
        assert "not heard yet: nobody" in screen.gaps().plain
        said = family.file().statements[-1]
        talk = family.file().conversations[-1]
    assert (said.part, said.on, said.conversation_id) == ("house_worries", TODAY, talk.id)
    assert (talk.tool, talk.with_id, talk.on) == ("houses", said.owner_id, TODAY)


async def test_a_due_row_leads_to_the_child_or_the_statement(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await houses(app, pilot, family, family.keeva)
        assert screen.owner.person_id == family.keeva
        assert isinstance(screen.focused, Entry)
        app.pop_screen()
        screen = await houses(app, pilot, family, family.secret)
        assert isinstance(screen.focused, StatementLine)
        assert screen.focused.record_id == family.secret


async def test_an_earlier_talk_is_added_to_only_when_that_is_meant(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await houses(app, pilot, family, family.keeva)
        for answer in ("n", "y"):
            await type_text(pilot, answer)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Confirm))
            await pilot.press(answer)
            await until(pilot, lambda: app.screen is screen and screen.editing.is_empty)
            await until(pilot, lambda: not screen.current_entry().text)
            await until(pilot, lambda: board(screen))
            await pilot.press("pageup")
        days = {one.text: one.on for one in family.file().statements}
    assert (days["n"], days["y"]) == (TODAY, SAID)


async def test_pages_turn_to_earlier_talks_and_on_to_a_new_one(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await houses(app, pilot, family, family.keeva)
        assert "talk 1 of 1" in screen.talk_words()
        assert "library" in screen.talk_words()
        await pilot.press("pagedown")
        await until(pilot, lambda: not board(screen))
        assert "a new talk" in screen.talk_words()
        await pilot.press("pageup")
        await until(pilot, lambda: len(board(screen)) == 2)


async def test_moving_the_talk_to_another_day_takes_its_words_with_it(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await houses(app, pilot, family, family.keeva)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await until(pilot, lambda: isinstance(app.focused, LineInput))
        day = app.focused
        assert isinstance(day, LineInput)
        day.value = "31 feb"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen.query(".-wrong"))
        day.value = "14 sep"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        moved = date(2026, 9, 14)
        await until(pilot, lambda: {one.on for one in screen.of_tool()} == {moved})


async def test_where_one_child_spoke_is_not_put_down_for_the_next(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await houses(app, pilot, family, family.keeva)
        assert "library" in screen.talk_words()
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press(*"tom", "enter")
        await until(pilot, lambda: screen.owner.called(screen.opened) == "Tomek")
        assert screen.talk_words() == "Sun 22 Nov 2026 · a new talk"


async def test_a_drawing_is_kept_inside_the_record(family: Family, tmp_path: Path) -> None:
    drawing = tmp_path / "train [1].png"
    drawing.write_bytes(b"\x89PNG")
    async with running(family.path) as (app, pilot):
        screen = await houses(app, pilot, family, family.keeva)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await pilot.pause()
        await pilot.press("ctrl+s")
        remark = app.screen.query(".remark").last()
        await until(pilot, lambda: "Name the file" in str(remark.render()))
        app.screen.query_one("#file", LineInput).value = str(drawing)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen and "train [1].png" in screen.gaps().plain)
        kept = app.desk.store.reading().execute("SELECT content FROM attachment_contents")
        assert [row[0] for row in kept] == [b"\x89PNG"]


async def test_showing_the_screen_takes_away_what_is_kept_and_every_sign_of_it(
    family: Family,
) -> None:
    async with running(family.path) as (app, pilot):
        screen = await houses(app, pilot, family, family.keeva)
        assert len(board(screen)) == 2
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(app.screen, ShowingTo))
        await until(pilot, lambda: isinstance(app.focused, Ticks))
        await pilot.press("down", "space", "ctrl+s")
        await until(pilot, lambda: board(screen) == ["art"])
        assert app.desk.showing_to == (family.mum,)
        assert "held back" not in screen.gaps().plain
        await pilot.press("f8")
        await pilot.pause()
        assert app.screen is screen
