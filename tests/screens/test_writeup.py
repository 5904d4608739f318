"""The write-up: pasted notes go line by line to where they belong, and none is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.pilot import Pilot

from screens.app import EhtuiApp
from screens.notes.writeup import WriteUpScreen
from screens.widgets.line_sender import Lines, LineSender
from screens.widgets.narrative import Narrative
from tests.screens.family import Family, a_family
from tests.screens.running import open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

NOTES = 'Mum [bold]:\n- "so tired"\n\n* sleeps 5 of 7\nring housing\nring housing'


@pytest.fixture
def family(path: Path) -> Family:
    return a_family(path)


async def write_up(app: EhtuiApp, pilot: Pilot[None], family: Family) -> WriteUpScreen:
    screen = await open_section(app, pilot, family.case_id, "writeup")
    assert isinstance(screen, WriteUpScreen)
    await until(pilot, lambda: isinstance(screen.focused, Narrative | Lines))
    return screen


async def paste(app: EhtuiApp, pilot: Pilot[None], screen: WriteUpScreen) -> LineSender:
    app.post_message(events.Paste(NOTES))
    sender = screen.query_one(LineSender)
    await until(pilot, lambda: sender.text == NOTES)
    await pilot.press("f6")
    await until(pilot, lambda: isinstance(screen.focused, Lines))
    return sender


async def test_every_line_goes_where_its_key_says_and_the_rest_is_a_note(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await write_up(app, pilot, family)
        sender = await paste(app, pilot, screen)
        await pilot.press("down", "w", "o", "a")
        await until(pilot, lambda: sender.unsent == ["Mum [bold]:", "ring housing"])
        assert family.file().outcomes == []
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not sender.is_attached or screen.editing.is_empty)
        file = family.file()
    statement = file.statements[-1]
    assert (statement.text, statement.verbatim, statement.owner_id) == (
        "so tired",
        True,
        family.mum,
    )
    assert [one.title for one in file.outcomes] == ["sleeps 5 of 7"]
    assert file.outcomes[0].status == "draft"
    assert [one.what for one in file.actions] == ["ring housing"]
    assert [one.text for one in file.notes] == ["Mum [bold]:\nring housing"]


async def test_a_line_is_taken_back(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await write_up(app, pilot, family)
        sender = await paste(app, pilot, screen)
        await pilot.press("down", "w")
        await until(pilot, lambda: len(sender.unsent) == 4)
        await pilot.press("up", "backspace")
        await until(pilot, lambda: len(sender.unsent) == 5)
        assert screen.query_one(Lines).highlighted == 1


async def test_a_house_is_a_childs(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await write_up(app, pilot, family)
        sender = await paste(app, pilot, screen)
        await pilot.press("1")
        await until(pilot, lambda: app._notifications)
        assert len(sender.unsent) == 5


async def test_text_and_marks_come_back(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await write_up(app, pilot, family)
        sender = await paste(app, pilot, screen)
        await pilot.press("down", "w")
        await until(pilot, lambda: len(sender.unsent) == 4)
        app.drain()
    async with running(family.path) as (app, pilot):
        screen = await write_up(app, pilot, family)
        sender = screen.query_one(LineSender)
        await until(pilot, lambda: len(sender.unsent) == 4)
        assert sender.text == NOTES


async def test_a_bad_date_loses_nothing(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await write_up(app, pilot, family)
        sender = await paste(app, pilot, screen)
        await pilot.press("w")
        screen.editing.changes.rows[0].typed["on"] = "31 feb"
        for row in screen.editing.changes.rows:
            if row.table == "conversations":
                row.typed["on"] = "31 feb"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app._notifications)
        assert sender.text == NOTES
        assert not screen.editing.is_empty
