"""Keys typed in one burst arrive in the screen they are meant for, in their order."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

from data.records.cases import Case
from data.store.secrets import Secret
from screens.app import EhtuiApp
from screens.case.frame import CaseScreen
from screens.forms.field_row import FieldRow
from screens.opening import OpeningScreen
from screens.start.new_family import NewFamilyScreen
from screens.statements.columns import ColumnsScreen
from screens.statements.entry import Entry
from screens.widgets.line_input import LineInput
from tests.screens.running import (
    KEY,
    burst,
    make_family,
    make_file,
    open_section,
    running,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet

SAID = "up three times a night, she says"


def begun(changes: ChangeSet) -> None:
    case = changes.row(changes.case_id)
    assert case is not None
    case.put(plan_started=date(2026, 9, 2))


async def test_a_section_is_chosen_and_typed_in(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        await open_section(app, pilot, case_id, "overview")
        burst(app, "f2", "3", *SAID)
        await until(
            pilot,
            lambda: (
                isinstance(app.screen, ColumnsScreen)
                and app.screen.query(Entry)
                and app.screen.query(Entry).first().text == SAID
            ),
        )


async def test_from_field_to_another_section_nothing_is_typed_in_the_field(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "columns")
        await until(pilot, lambda: isinstance(app.focused, Entry))
        burst(app, "a", "f2", "u", "f2", "3", "b", "c")
        await until(
            pilot,
            lambda: (
                isinstance(app.screen, ColumnsScreen)
                and app.screen is not screen
                and app.screen.query(Entry)
                and app.screen.query(Entry).first().text == "abc"  # behind the draft
            ),
        )


async def test_what_is_typed_while_the_file_is_opened_is_for_the_dashboard(path: Path) -> None:
    make_file(path)
    app = EhtuiApp(path, Secret.from_key(KEY))
    async with app.run_test(size=(80, 24)) as pilot:
        while not isinstance(app.screen, OpeningScreen):
            await asyncio.sleep(0)
        burst(app, "n", *"Brook")
        await until(
            pilot,
            lambda: any(
                isinstance(row.editor, LineInput) and row.editor.value == "Brook"
                for row in app.screen.query(FieldRow)
            ),
        )
    app.close()


async def test_a_new_family_is_begun_and_named(path: Path) -> None:
    make_file(path)
    async with running(path) as (app, pilot):
        burst(app, "n", *"Brook")
        await until(pilot, lambda: isinstance(app.screen, NewFamilyScreen))
        await until(
            pilot,
            lambda: any(
                row.record is Case
                and isinstance(row.editor, LineInput)
                and row.editor.value == "Brook"
                for row in app.screen.query(FieldRow)
            ),
        )


async def test_enter_goes_on_to_the_next_field(path: Path) -> None:
    make_file(path)
    async with running(path) as (app, pilot):
        burst(app, "n", *"Brook", "enter", *"Ada", "enter", *"1/3/11")
        await until(pilot, lambda: isinstance(app.screen, NewFamilyScreen))
        typed = ["Brook", "Ada", "1/3/11"]
        fields = app.screen.query(LineInput)
        await until(pilot, lambda: [one.value for one in fields][:3] == typed)


async def test_a_letter_waits_while_the_cursor_is_on_its_way(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "columns")
        entry = screen.query(Entry).last()
        screen.set_focus(None)
        screen.call_later(entry.focus)
        burst(app, "a")
        await until(pilot, lambda: entry.text == "a")


async def test_out_of_a_section_and_into_the_search(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        await open_section(app, pilot, case_id, "columns")
        await until(pilot, lambda: isinstance(app.focused, Entry))
        burst(app, "escape", "slash", *"Bro", "enter")
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))


async def test_enter_on_what_is_due_and_typing_at_once(path: Path) -> None:
    make_file(path)
    make_family(path, "Brook", begun)
    async with running(path) as (app, pilot):
        burst(app, "enter", "f2", "3", *SAID)
        await until(
            pilot,
            lambda: (
                isinstance(app.screen, ColumnsScreen)
                and app.screen.query(Entry)
                and app.screen.query(Entry).first().text == SAID
            ),
        )
