"""Harm: the numbers from anywhere, with or without a case, a file or a disk to write to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from data.procedures.loading import listed, load
from data.records.contacts import HarmContact
from data.settings import Settings
from data.settings import read as read_settings
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.changes import ChangeSet
from ehtui.saving import save
from screens.app import EhtuiApp
from screens.dashboard.screen import Dashboard
from screens.forms.record_form import RecordForm
from screens.forms.settling import Settling
from screens.harm.numbers import HarmNow, Numbers, numbers
from screens.harm.screen import HarmScreen
from screens.unlock import Unlock
from screens.widgets.confirm import Confirm
from screens.widgets.pick import Pick
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


@pytest.fixture
def file(path: Path) -> Path:
    make_file(path)
    return path


async def press_harm(app: EhtuiApp, pilot: Pilot[None]) -> HarmScreen:
    await pilot.press("f9")
    await until(pilot, lambda: isinstance(app.screen, HarmScreen) and app.focused)
    screen = app.screen
    assert isinstance(screen, HarmScreen)
    return screen


def test_hours_stand_there_where_no_number_is_published() -> None:
    text = numbers(load("derbyshire"), Settings()).plain
    (line,) = (one for one in text.splitlines() if one.startswith("no number published"))
    assert "Starting Point" in line
    assert line.endswith("Monday to Friday, 08:00 to 18:00")
    assert "no number published" not in numbers(load("derby"), Settings()).plain


def shown(screen: HarmScreen) -> str:
    return str(screen.query_one("#numbers", Static).content)


@pytest.mark.parametrize("area", listed())
def test_every_area_shows_999_its_own_words_and_dates_beside_published_numbers(area: str) -> None:
    procedure = load(area)
    text = numbers(procedure, Settings(harm_in_hours="0191 498 0110")).plain
    assert text.startswith("999")
    assert "0191 498 0110" in text
    for contact in procedure.contacts:
        if contact.key in (procedure.harm.in_hours, procedure.harm.out_of_hours) and contact.phone:
            line = next(one for one in text.splitlines() if one.startswith(contact.phone))
            assert "published" in line
    assert "{" not in text


async def test_the_numbers_come_before_any_file_is_open(tmp_path: Path) -> None:
    with Store.create(tmp_path / "locked.db", Secret.from_passphrase("abc")):
        pass
    app = EhtuiApp(tmp_path / "locked.db")
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Unlock))
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, HarmNow))
        assert "999" in str(app.screen.query(Static).first().content)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Unlock))


async def test_what_happened_is_saved_with_its_case_and_blocks_nothing(file: Path) -> None:
    case_id = make_family(file, "O'Neill [bold]")
    async with running(file) as (app, pilot):
        people = await open_section(app, pilot, case_id, "people")
        screen = await press_harm(app, pilot)
        assert screen.query_one(RecordForm).held("about") == "O'Neill [bold]"
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is people)
        screen = await press_harm(app, pilot)
        await type_text(pilot, "duty desk")
        form = screen.query_one(RecordForm)
        form.field_row("parents_told").editor.focus()
        await pilot.press("n")
        await until(pilot, lambda: "parents_not_told_why" in {row.field for row in form.field_rows})
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is people)
        (contact,) = app.desk.open_case(case_id).file.harm_contacts
        assert (contact.rung, contact.parents_told) == ("duty desk", False)
        due = app.desk.store.reading().execute("SELECT what FROM due WHERE kind = 'harm'")
        assert any("what the worry is" in row[0] for row in due)


async def test_the_numbers_can_be_put_in_from_there(file: Path) -> None:
    async with running(file) as (app, pilot):
        screen = await press_harm(app, pilot)
        assert "no number yet" in shown(screen)
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(app.screen, Numbers) and app.focused)
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, HarmNow))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Numbers) and app.focused)
        await type_text(pilot, "0191 498 0110")
        await pilot.press("tab")
        await type_text(pilot, "0191 498 0119")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "0191 498 0119" in shown(screen))
        app.desk.store.drain()
        kept = read_settings(app.desk.store.reading())
        assert (kept.harm_in_hours, kept.harm_out_of_hours) == ("0191 498 0110", "0191 498 0119")
        assert kept.me == "Robin Ashdown"


async def test_a_window_that_only_reads_shows_them_and_says_what_is_not_kept(file: Path) -> None:
    with Store.open(file, Secret.from_key(KEY), window=True):
        async with running(file) as (app, pilot):
            assert app.desk.store.read_only
            screen = await press_harm(app, pilot)
            assert "999" in shown(screen)
            await type_text(pilot, "duty desk")
            await pilot.press("ctrl+s")
            await until(
                pilot, lambda: "Not saved" in str(screen.query_one("Banner", Static).content)
            )
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, Dashboard))


async def test_half_a_sentence_comes_back(file: Path) -> None:
    async with running(file) as (app, pilot):
        await press_harm(app, pilot)
        await type_text(pilot, "duty d")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, HarmScreen))
        assert app.screen.query_one(RecordForm).held("rung") == "duty d"


async def test_what_is_half_typed_about_one_family_is_not_shown_in_another(file: Path) -> None:
    first, second = make_family(file, "O'Neill [bold]"), make_family(file, "Bello")
    async with running(file) as (app, pilot):
        people = await open_section(app, pilot, first, "people")
        await press_harm(app, pilot)
        await type_text(pilot, "duty d")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is people)
        await open_section(app, pilot, second, "people")
        screen = await press_harm(app, pilot)
        form = screen.query_one(RecordForm)
        assert (form.held("rung"), form.held("about")) == ("", "Bello")
        assert "about O'Neill [bold], not saved: F6." in told(screen)
        await type_text(pilot, "x")
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not screen and app.screen.query(RecordForm))
        assert isinstance(app.screen, HarmScreen)
        form = app.screen.query_one(RecordForm)
        assert (form.held("rung"), form.held("about")) == ("duty d", "O'Neill [bold]")
        assert "about Bello, not saved: F6." in told(app.screen)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: getattr(app.screen, "case_id", "") == second)
        assert len(app.desk.open_case(first).file.harm_contacts) == 1
        (left,) = app.desk.unsaved()
        assert left.case_id == second


async def test_a_contact_without_a_family_stays_on_the_dashboard_until_it_is_done(
    file: Path,
) -> None:
    case_id = make_family(file, "O'Neill [bold]")
    async with running(file) as (app, pilot):
        listing = app.screen.query_one("#due", OptionList)
        await press_harm(app, pilot)
        await type_text(pilot, "duty desk")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "no family yet" in lines(listing))
        assert "Write down what the worry is" in lines(listing)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HarmScreen) and app.focused)
        app.screen.query_one(RecordForm).put(reason="bruise")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "worry is" not in lines(listing))
        assert "No answer yet about harm: ask" in lines(listing)
        people = await open_section(app, pilot, case_id, "people")
        screen = await press_harm(app, pilot)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("y")
        await until(pilot, lambda: app.screen is not screen and app.screen.query(RecordForm))
        assert app.screen.query_one(RecordForm).held("rung") == "duty desk"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is people)
        (contact,) = app.desk.open_case(case_id).file.harm_contacts
        assert contact.rung == "duty desk"
        await pilot.press("escape")
        await until(pilot, lambda: "O'Neill [bold]" in lines(listing))
        assert "no family yet" not in lines(listing)


async def test_both_texts_of_a_stale_contact_are_kept_until_somebody_chooses(file: Path) -> None:
    changes = ChangeSet("")
    key = changes.new(HarmContact, on=TODAY, rung="duty desk").record_id
    with Store.open(file, Secret.from_key(KEY)) as store:
        save(store, changes, by=ME, today=TODAY).result()
    async with running(file) as (app, pilot):
        screen = HarmScreen(app.desk, record=key)
        app.push_screen(screen)
        await until(pilot, lambda: app.focused is not None and app.screen is screen)
        screen.query_one(RecordForm).put(answer="mine")
        assert screen.kept is not None
        theirs = ChangeSet("")
        theirs.edit(screen.kept, answer="theirs")
        app.desk.save(theirs).result()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Settling))
        await pilot.press("escape")
        await until(pilot, lambda: "Ctrl+S shows both texts again" in told(screen))
        assert screen.query_one(RecordForm).held("answer") == "mine"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Settling))
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        found = app.desk.store.reading().execute("SELECT answer FROM harm_contacts").fetchone()
        assert found[0] == "mine"


def told(screen: HarmScreen) -> str:
    return str(screen.query_one("Banner", Static).content)


def lines(listing: OptionList) -> str:
    return "\n".join(str(one.prompt) for one in listing.options)
