"""Three Columns: type, Enter, next; changed, moved, kept from somebody, taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from data.records.assessment import Statement
from data.records.base import values_of
from screens.app import EhtuiApp
from screens.forms.row_dialog import RowDialog
from screens.statements.board import Board, StatementLine
from screens.statements.columns import ColumnsScreen
from screens.statements.commands import AddStatement
from screens.statements.entry import Entry
from screens.statements.owners import Owner
from screens.widgets.confirm import Confirm
from screens.widgets.pick import Pick
from tests.screens.family import Family, a_family
from tests.screens.running import (
    TODAY,
    make_family,
    make_file,
    open_section,
    running,
    type_text,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def family(path: Path) -> Family:
    return a_family(path)


async def columns(app: EhtuiApp, pilot: Pilot[None], family: Family) -> ColumnsScreen:
    screen = await open_section(app, pilot, family.case_id, "columns")
    assert isinstance(screen, ColumnsScreen)
    await until(pilot, lambda: isinstance(screen.focused, Entry))
    return screen


def has_lines(screen: ColumnsScreen, count: int) -> bool:
    return len(screen.query(StatementLine)) == count


async def add(pilot: Pilot[None], screen: ColumnsScreen, text: str) -> None:
    """Type a statement, add it and wait until it stands on the board."""
    before = len(screen.query(StatementLine))
    await type_text(pilot, text)
    await pilot.press("enter")
    await until(pilot, lambda: len(screen.query(StatementLine)) > before)


async def answer(pilot: Pilot[None], dialogue: type[Any], *keys: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, dialogue))
    await pilot.pause()
    await pilot.press(*keys)


def shown(dialogue: RowDialog) -> str:
    return " ".join(str(remark.render()) for remark in dialogue.query(".remark"))


def said(family: Family) -> list[Statement]:
    return [one for one in family.file().statements if one.tool == "columns"]


async def test_typing_and_enter_saves_each_statement_at_once(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await add(pilot, screen, '"up [b] three times"')
        await pilot.press("tab", "f5", "f5")
        await add(pilot, screen, "rent paid")
        first, second = said(family)
    assert (first.part, first.text, first.verbatim) == ("worries", "up [b] three times", True)
    assert (second.part, second.basis, second.verbatim) == ("strengths", "seen", False)
    assert first.owner_id == second.owner_id == family.mum
    talk = next(one for one in family.file().conversations if one.id == first.conversation_id)
    assert (talk.with_id, talk.on, first.on) == (family.mum, first.on, talk.on)
    assert second.conversation_id == talk.id


async def test_a_column_that_is_opened_again_goes_on_in_the_talk_of_today(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        assert "a new talk" in screen.talk_words()
        await add(pilot, screen, "tired")
        app.pop_screen()
        screen = await columns(app, pilot, family)
        assert "added to the talk of Sun 22 Nov 2026" in screen.talk_words()
        await add(pilot, screen, "cold")
    first, second = said(family)
    assert first.conversation_id == second.conversation_id


async def test_a_paste_stays_one_statement_unless_it_is_split(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        for key, lines in (("enter", 1), ("f7", 3)):
            app.post_message(events.Paste("one\ntwo"))
            await until(pilot, lambda: screen.current_entry().text == "one\ntwo")
            await pilot.press(key)
            await until(pilot, partial(has_lines, screen, lines))
        texts = [one.text for one in said(family)]
    assert texts == ["one\ntwo", "one", "two"]


async def test_the_owner_is_kept_until_it_is_changed(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        lines = app.screen.query_one(OptionList)
        lines.highlighted = 3
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and screen.owner.agency_id)
        await add(pilot, screen, "tired")
        await add(pilot, screen, "late")
        owners = [(one.owner_id, one.owner_name, one.owner_agency_id) for one in said(family)]
    assert owners == [(None, "SENCo", family.school)] * 2


async def test_what_is_typed_and_not_added_comes_back(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await add(pilot, screen, "added")
        await type_text(pilot, "half a [thou")
        app.drain()
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        assert screen.query(Entry).first().text == "half a [thou"
        await pilot.press("enter")
        await until(pilot, lambda: len(screen.query(StatementLine)) == 2)
        assert app.desk.unsaved() == []
        assert [one.text for one in said(family)] == ["added", "half a [thou"]


async def test_a_talk_whose_day_was_typed_and_left_is_seen_and_kept_for_its_owner(
    family: Family,
) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, RowDialog) and bool(app.screen.focused))
        await pilot.press("end", *("backspace",) * 15)
        await type_text(pilot, "10/9")
        await pilot.press("escape")
        talk = screen.query_one("#talk", Static)
        await until(pilot, lambda: "• added to the talk of Thu 10 Sep" in str(talk.render()))
        await screen.take_owner(Owner(name="midwife"))
        assert "10 Sep" not in str(talk.render())


async def test_a_stream_of_keys_makes_one_statement_a_line(family: Family) -> None:
    """A terminal that pastes key by key never waits for the disk."""
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await pilot.press(*"ab", "enter", *"cd", "enter", *"ef", "enter", *"gh")
        await until(pilot, partial(has_lines, screen, 3))
        await until(pilot, lambda: screen.current_entry().text == "gh")
        assert [one.text for one in said(family)] == ["ab", "cd", "ef"]
        await pilot.press(
            "enter", *(key for letter in "ijklmnopqrstuvwxyz" for key in (letter, "enter"))
        )
        await until(pilot, partial(has_lines, screen, 22))
        board, last = screen.query_one(Board), screen.query(StatementLine).last()
        await until(pilot, lambda: board.region.overlaps(last.region))


async def test_saving_adds_what_is_typed_in_every_column(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await type_text(pilot, "rent")
        await pilot.press("tab")
        await type_text(pilot, "gran")
        await pilot.press("ctrl+s")
        await until(pilot, partial(has_lines, screen, 2))
        await until(pilot, lambda: screen.editing.is_empty)
        found = [(one.text, one.part, one.conversation_id is not None) for one in said(family)]
        assert found == [("rent", "worries", True), ("gran", "strengths", True)]
        assert {one.on for one in said(family)} == {TODAY}


async def test_a_statement_that_is_too_long_stays_where_it_was_typed(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        app.post_message(events.Paste("x" * 50_001))
        await until(pilot, lambda: screen.current_entry().text)
        await pilot.press("enter")
        await until(pilot, lambda: app._notifications)
        await until(pilot, lambda: len(screen.current_entry().text) == 50_001)
        assert said(family) == []


async def test_a_statement_is_changed_moved_and_removed(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await add(pilot, screen, "rent")
        await pilot.press("up", "enter")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await until(pilot, lambda: app.screen.focused is not None)
        await type_text(pilot, "!")
        await pilot.press("escape")  # left, and to be seen as such
        left = "• rent!  (not saved yet)"
        await until(pilot, lambda: str(screen.query_one(StatementLine).render()) == left)
        assert said(family)[0].text == "rent"
        await until(pilot, lambda: isinstance(screen.focused, StatementLine))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await until(pilot, lambda: app.screen.focused is not None)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: str(screen.query_one(StatementLine).render()) == "rent!")
        await until(pilot, lambda: isinstance(screen.focused, StatementLine))
        assert said(family)[0].text == "rent!"
        await pilot.press("m")
        await answer(pilot, Pick, "down", "enter")
        await until(pilot, lambda: screen.query_one(Board).lines("strengths"))
        await until(pilot, lambda: isinstance(screen.focused, StatementLine))
        await pilot.press("x")
        await answer(pilot, Confirm, "n")
        await until(pilot, lambda: app.screen is screen)
        stood = values_of(said(family)[0])
        assert said(family)[0].part == "strengths"
        screen.query_one(Board).lines("strengths")[0].focus()
        await pilot.press("x")
        await answer(pilot, Confirm, "y")
        await until(pilot, lambda: not screen.query(StatementLine))
        assert said(family) == []
        await until(pilot, lambda: isinstance(screen.focused, Entry))
        await pilot.press("z", "ctrl+z")  # what is typed is undone first
        assert said(family) == []
        await pilot.press("ctrl+z")
        await until(pilot, lambda: isinstance(screen.focused, StatementLine))
        (back,) = said(family)
        assert {**values_of(back), "version": 0} == {**stood, "version": 0}


async def test_what_is_kept_from_somebody_leaves_the_screen_without_a_trace(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await add(pilot, screen, "secret")
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        dialogue = app.screen
        assert isinstance(dialogue, RowDialog)
        await pilot.pause()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "from whom" in shown(dialogue))
        screen.editing.changes.rows[-1].put(from_person_id=family.mum)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "held back: 1" in screen.gaps().plain)
        line = screen.query(StatementLine).first()
        assert "not weighed yet" in line.text.plain
        app.desk.showing_to = (family.mum,)
        await screen.show_statements()
        assert not screen.query(StatementLine)
        assert "held back" not in screen.gaps().plain
        app.desk.showing_to = (family.keeva,)
        await screen.show_statements()
        assert screen.query(StatementLine).first().text.plain == "secret"


async def test_what_is_held_back_is_not_saved_before_it_says_from_whom(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await columns(app, pilot, family)
        await add(pilot, screen, "secret")
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        dialogue = app.screen
        assert isinstance(dialogue, RowDialog)
        await pilot.pause()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "from whom" in shown(dialogue))
        await pilot.press("escape")
        await until(pilot, lambda: "not saved" in str(screen.query_one(StatementLine).render()))
        before = len(family.file().restrictions)
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        assert len(family.file().restrictions) == before
        assert any("from whom" in one.message for one in app._notifications)
        assert isinstance(screen.focused, StatementLine)


@pytest.mark.parametrize(("width", "side_by_side"), [(80, True), (160, True), (60, False)])
async def test_columns_stand_side_by_side_from_eighty(
    family: Family, width: int, side_by_side: bool
) -> None:
    async with running(family.path, (width, 24)) as (app, pilot):
        screen = await columns(app, pilot, family)
        tops = {entry.region.y for entry in screen.query(Entry)}
        assert (len(tops) == 1) is side_by_side


async def test_before_the_family_agrees_nothing_is_added_and_the_words_stay(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "Bello")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "columns")
        await until(pilot, lambda: screen.query(Entry))
        screen.query(Entry).first().focus()
        await type_text(pilot, "tired")
        await pilot.press("enter")
        await until(pilot, lambda: screen.query(Entry).first().text == "tired")
        assert screen.opened.file.statements == []
        assert "Not yet" in (screen.why_not(AddStatement) or "")
        await type_text(pilot, ", she says")
        assert screen.query(Entry).first().text == "tired, she says"
