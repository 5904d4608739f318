"""The plan's screen: help while typing, actions by Enter, marks by one key, drafts."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from data.records.outcomes import Action, Outcome
from screens.app import EhtuiApp
from screens.case.commands import Save
from screens.plan.screen import HowItStands, OutcomesScreen
from screens.rows.frame import AddRow
from screens.widgets.action_line import ActionLine
from screens.widgets.ask_date import AskDate
from screens.widgets.confirm import Confirm
from screens.widgets.line_input import LineInput
from tests.screens.family import Family, a_family
from tests.screens.running import (
    burst,
    make_family,
    open_section,
    running,
    settle,
    type_text,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet


@pytest.fixture
def family(path: Path) -> Family:
    return a_family(path)


async def outcomes(app: EhtuiApp, pilot: Pilot[None], case_id: str) -> OutcomesScreen:
    screen = await open_section(app, pilot, case_id, "outcomes")
    assert isinstance(screen, OutcomesScreen)
    await until(pilot, lambda: screen.focused is not None and screen.query("#row-form > *"))
    return screen


def _help(screen: OutcomesScreen) -> str:
    return str(screen.query_one("#smart", Static).render())


async def test_an_outcome_and_its_actions_are_typed_without_leaving_the_keys(
    family: Family,
) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await outcomes(app, pilot, family.case_id)
        await until(pilot, lambda: isinstance(screen.focused, LineInput))  # nothing is there yet
        await type_text(pilot, "Tomek feels better [b]")
        await until(pilot, lambda: "can mean anything" in _help(screen))
        assert "M measurable: say how we'd know; say where it stands now" in _help(screen)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query(ActionLine))
        await pilot.press("f5")
        await type_text(pilot, "keep the diary")
        await pilot.press("enter")
        await type_text(pilot, "mum")
        await pilot.press("enter")
        await type_text(pilot, "31/2")
        await pilot.press("enter")
        remark = screen.query_one("ActionLine > .remark", Static)
        assert "✗" in str(remark.render())
        for _ in "31/2":
            await pilot.press("backspace")
        await type_text(pilot, "4/12")
        await pilot.press("enter")
        await until(pilot, lambda: len(screen.opened.file.actions) == 1)
        await until(pilot, lambda: screen.focused is screen.query_one(ActionLine).line("what"))
        await type_text(pilot, "ring the nurse")
        await pilot.press("enter", "enter", "enter")
        await until(pilot, lambda: len(screen.opened.file.actions) == 2)
        await until(pilot, lambda: screen.focused is screen.query_one(ActionLine).line("what"))
        screen.query_one("#row-list", OptionList).focus()
        await pilot.press("end", "f7")  # on the plan's own line, of which there is one
        await until(pilot, lambda: screen.chosen == "new:outcomes")
    file = family.file()
    assert (file.outcomes[0].number, file.outcomes[0].status) == (1, "draft")
    assert file.outcomes[0].title == "Tomek feels better [b]"
    diary = file.actions[0]
    assert (diary.who, diary.due, diary.first_due) == ("mum", date(2026, 12, 4), date(2026, 12, 4))
    assert diary.outcome_id == file.outcomes[0].id


async def test_the_next_action_is_typed_while_one_is_saved(family: Family) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await outcomes(app, pilot, family.case_id)
        await until(pilot, lambda: isinstance(screen.focused, LineInput))
        burst(app, *"sleep", "ctrl+s", "f5", *"diary", "enter", *"mum", "enter", "enter")
        burst(app, *"ring", "enter", "enter", *"4/12", "enter", *"clinic")
        await until(pilot, lambda: len(screen.opened.file.actions) == 2)
        await until(pilot, lambda: screen.query_one(ActionLine).line("what").value == "clinic")
    assert [(one.what, one.who) for one in family.file().actions] == [
        ("diary", "mum"),
        ("ring", ""),
    ]


async def test_a_slow_disk_makes_no_conflict_of_two_saves(family: Family) -> None:
    disk = threading.Event()
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await outcomes(app, pilot, family.case_id)
        await until(pilot, lambda: isinstance(screen.focused, LineInput))
        burst(app, *"sleep", "ctrl+s", "f5", *"diary", "enter", "enter")
        await until(pilot, lambda: screen.query(ActionLine))
        await until(pilot, lambda: screen.focused is screen.query_one(ActionLine).line("due"))
        app.desk.store.write(lambda _connection: disk.wait())
        burst(app, "enter", *"clinic", "enter", "enter", "enter")
        await until(pilot, lambda: len([one for one in app.workers if not one.is_finished]) > 1)
        screen.perform(Save)
        screen.perform(Save)
        await pilot.pause()
        disk.set()
        await until(pilot, lambda: len(screen.opened.file.actions) == 2)
        await until(pilot, lambda: screen.editing.is_empty)
        assert app.screen is screen  # nobody is asked about texts saved elsewhere
    assert [one.what for one in family.file().actions] == ["diary", "clinic"]


async def test_an_action_that_cannot_be_saved_waits_where_its_outcome_is(family: Family) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await outcomes(app, pilot, family.case_id)
        await until(pilot, lambda: isinstance(screen.focused, LineInput))
        burst(app, *"sleep", "ctrl+s", "f5", *"diary")
        await until(pilot, lambda: screen.query(ActionLine))
        await until(pilot, lambda: screen.query_one(ActionLine).line("what").value == "diary")
        line = screen.query_one(ActionLine)
        (row,) = screen.editing.changes.rows
        row.put(first_due="", who="x" * 10_000)
        screen.perform(AddRow)
        await until(pilot, lambda: not screen.query(ActionLine))
        screen.take_action(ActionLine.Taken(row))
        await until(pilot, lambda: app._notifications)
        assert line.row is row


async def test_an_action_half_typed_comes_back(family: Family, path: Path) -> None:
    def more(changes: ChangeSet) -> None:
        changes.new(Outcome, title="sleep", number=1)

    case_id = make_family(path, "Bello", more)
    async with running(path, (100, 40)) as (app, pilot):
        await outcomes(app, pilot, case_id)
        await pilot.press("f5")
        await type_text(pilot, "ask O'Neill")
        app.drain()
    async with running(path, (100, 40)) as (app, pilot):
        screen = await outcomes(app, pilot, case_id)
        await until(pilot, lambda: screen.query(ActionLine))
        assert screen.query_one(ActionLine).line("what").value == "ask O'Neill"


async def test_moving_an_action_keeps_its_first_date(path: Path, family: Family) -> None:
    due = date(2026, 9, 30)

    def more(changes: ChangeSet) -> None:
        plan = changes.new(Outcome, title="sleep", number=1).record_id
        changes.new(Action, what="ask", outcome_id=plan, due=due, first_due=due)

    family.case_id = make_family(path, "Bello", more)
    async with running(path, (100, 40)) as (app, pilot):
        screen = await outcomes(app, pilot, family.case_id)
        listing = screen.query_one("#row-list", OptionList)
        listing.focus()
        await pilot.press("down")
        await until(pilot, lambda: screen.action is not None)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, AskDate))
        await type_text(pilot, "6/11")
        await pilot.press("enter")
        await until(pilot, lambda: screen.opened.file.actions[0].due == date(2026, 11, 6))
    assert family.file().actions[0].first_due == due


async def test_without_consent_it_stays_a_draft_and_says_so(path: Path, family: Family) -> None:
    case_id = make_family(
        path, "Hassan", lambda changes: changes.new(Outcome, title="sleep", number=1)
    )
    async with running(path) as (app, pilot):
        screen = await outcomes(app, pilot, case_id)
        assert "Not a" in str(screen.query_one(".not-yet", Static).render())
        assert "draft" in (screen.why_not(HowItStands) or "")
        await pilot.press("f6")
        await type_text(pilot, "!")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.outcomes[0].title == "sleep!")


async def test_an_action_that_is_too_long_stays_where_it_was_typed(family: Family) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await outcomes(app, pilot, family.case_id)
        await until(pilot, lambda: isinstance(screen.focused, LineInput))
        await type_text(pilot, "sleeps")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query(ActionLine))
        line = screen.query_one(ActionLine)
        line.line("what").value = "x" * 10_000
        line.line("due").focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.focused is line.line("what"))
        assert "✗" in str(line.query_one(".remark", Static).render())
        assert len(line.line("what").value) == 10_000
        screen.query_one(ActionLine).line("what").value = "ring the nurse"
        screen.query_one(ActionLine).line("due").focus()
        await pilot.press("enter")
        await until(pilot, lambda: [one.what for one in screen.opened.file.actions])
    assert [one.what for one in family.file().actions] == ["ring the nurse"]


async def test_a_letter_alone_declines_nothing_and_takes_back_that_it_is_done(
    family: Family, path: Path
) -> None:
    def more(changes: ChangeSet) -> None:
        outcome = changes.new(Outcome, title="sleep", number=1)
        changes.new(Action, outcome_id=outcome.record_id, what="keep the diary")

    case_id = make_family(path, "Bello", more)
    async with running(path, (100, 40)) as (app, pilot):
        screen = await outcomes(app, pilot, case_id)
        await pilot.press("down")
        await until(pilot, lambda: screen.chosen == screen.opened.file.actions[0].id)
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, Confirm) and app.focused)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        assert screen.opened.file.actions[0].status == "open"
        await pilot.press("d")
        await until(pilot, lambda: screen.opened.file.actions[0].status == "done")
        await settle(pilot)
        await pilot.press("d")
        await until(pilot, lambda: screen.opened.file.actions[0].status == "open")
        await settle(pilot)
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, Confirm) and app.focused)
        await pilot.press("y")
        await until(pilot, lambda: screen.opened.file.actions[0].status == "declined")
        await settle(pilot)
