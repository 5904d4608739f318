"""The frame of a case's sections: what is typed is kept, saved, or said to need another look."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from data import drafts
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.changes import ChangeSet
from ehtui.opening import open_case
from ehtui.saving import save
from screens.case.frame import CaseScreen
from screens.case.section_menu import SectionMenu
from screens.dashboard.screen import Dashboard
from screens.family.people import PeopleScreen
from screens.forms.record_form import RecordForm
from screens.forms.settling import Settling
from screens.widgets.banner import Banner
from screens.widgets.keyline import KeyLine
from tests.screens.running import (
    KEY,
    ME,
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

    from textual.pilot import Pilot

    from data.store.driver import Connection
    from screens.app import EhtuiApp


@pytest.fixture
def case_id(path: Path) -> str:
    make_file(path)
    return make_family(path, "O'Neill [bold]")


async def ready(pilot: Pilot[None], screen: CaseScreen) -> None:
    """Wait until the form is there and the screen has put the cursor where it begins."""
    await until(pilot, lambda: screen.focused is not None and screen.query(RecordForm))


async def type_name(app: EhtuiApp, pilot: Pilot[None], case_id: str, name: str) -> PeopleScreen:
    """Open the people and type behind the first child's given name."""
    screen = await open_section(app, pilot, case_id, "people")
    assert isinstance(screen, PeopleScreen)
    await ready(pilot, screen)
    screen.query_one(RecordForm).field_row("given").editor.focus()
    await type_text(pilot, name)
    return screen


def given_name(path: Path, case_id: str) -> str:
    with Store.open(path, Secret.from_key(KEY)) as store:
        return open_case(store.reading(), case_id).file.people[0].given


def state(app: EhtuiApp) -> str:
    return app.screen.query_one(KeyLine).state


async def test_saving_writes_what_was_typed(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        await type_name(app, pilot, case_id, " Jan")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: state(app) == "saved ✓")
    assert given_name(path, case_id) == "Tomasz Jan"


async def test_leaving_keeps_the_draft_and_coming_back_shows_it(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        await type_name(app, pilot, case_id, " Jan")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        assert state(app) == "People and services: draft ✓"
        assert not app.screen.query("Toast")
        screen = await open_section(app, pilot, case_id, "people")
        await ready(pilot, screen)
        assert "Tomasz Jan" in screen.editing.changes.rows[0].typed["given"]
    assert given_name(path, case_id) == "Tomasz"


async def test_a_closed_terminal_loses_nothing(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        await type_name(app, pilot, case_id, " Jan")
        app.drain()
        with Store.open(path, Secret.from_key(KEY)) as store:
            left = drafts.left_behind(store.reading(), store.device_id, "another run")
    assert left[0].text["rows"][0]["typed"]["given"] == "Tomasz Jan"


async def test_a_draft_of_an_earlier_run_comes_back_and_can_be_saved(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        await type_name(app, pilot, case_id, " Jan")
        app.drain()
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "people")
        await ready(pilot, screen)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: state(app) == "saved ✓")
        assert app.desk.unsaved() == []
    assert given_name(path, case_id) == "Tomasz Jan"


async def test_a_bad_date_is_said_at_its_field_and_stays_as_typed(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "people")
        await ready(pilot, screen)
        row = screen.query_one(RecordForm).field_row("born")
        row.editor.focus()
        await pilot.press("ctrl+u")
        await type_text(pilot, "30 feb")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: state(app) == "not saved yet")
        assert row.has_class("-wrong")
        assert screen.editing.changes.rows[0].typed["born"] == "30 feb"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        again = await open_section(app, pilot, case_id, "people")
        await until(pilot, lambda: again.query(RecordForm))
        assert again.query_one(RecordForm).field_row("born").has_class("-wrong")


async def test_a_save_from_elsewhere_shows_both_texts_and_mine_can_stay(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        await type_name(app, pilot, case_id, " Jan")
        theirs = ChangeSet(case_id)
        with Store.open(path, Secret.from_key(KEY)) as store:
            theirs.edit(open_case(store.reading(), case_id).file.people[0], given="Tomas")
            save(store, theirs, by=ME, today=TODAY).result()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Settling))
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, PeopleScreen) and state(app) == "saved ✓")
    assert given_name(path, case_id) == "Tomasz Jan"


async def test_a_row_is_added_by_keyboard_alone(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "people")
        await until(pilot, lambda: screen.query("#row-list"))
        await pilot.press("f7")
        await ready(pilot, screen)
        screen.query_one(RecordForm).field_row("given").editor.focus()
        await type_text(pilot, "Zofia")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: state(app) == "saved ✓")
        with Store.open(path, Secret.from_key(KEY)) as store:
            people = open_case(store.reading(), case_id).file.people
    assert [person.given for person in people] == ["Tomasz", "Zofia"]


async def test_the_menu_goes_to_a_section_by_its_letter(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        await open_section(app, pilot, case_id, "people")
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, SectionMenu))
        await pilot.press("n")
        await until(pilot, lambda: getattr(app.screen, "SECTION", "") == "notes")


async def test_brackets_in_a_name_are_text(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "people")
        await until(pilot, lambda: screen.query("#row-list"))
        listing = screen.query_one("#row-list", OptionList)
        assert any("O'Neill [bold]" in str(option.prompt) for option in listing.options)


async def test_a_key_before_the_case_is_read_breaks_nothing(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = PeopleScreen(app.desk, case_id)
        app.push_screen(screen)
        await pilot.press("f2", "ctrl+s", "f7", "f8", "f6")
        await until(pilot, lambda: screen.query("#row-list"))
        assert app.screen in (screen, *app.screen_stack)


async def test_typing_goes_on_while_the_disk_keeps_the_writer_waiting(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        held, free = Event(), Event()

        def keep_waiting(_connection: Connection) -> None:
            held.set()
            free.wait(30)

        app.desk.store.write(keep_waiting)
        await until(pilot, held.is_set)
        screen = await type_name(app, pilot, case_id, " Jan")
        typed = screen.editing.changes.rows[0].typed["given"]
        free.set()
    assert typed == "Tomasz Jan"


async def test_a_window_that_only_reads_says_so_and_takes_no_harm_from_typing(
    path: Path, case_id: str
) -> None:
    with Store.open(path, Secret.from_key(KEY), window=True):
        async with running(path) as (app, pilot):
            assert "another window" in str(app.screen.query_one(Banner).render()).lower()
            await type_name(app, pilot, case_id, " Jan")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: state(app) == "not saved")
    assert given_name(path, case_id) == "Tomasz"
