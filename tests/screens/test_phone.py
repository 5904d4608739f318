"""The phone: nothing before identity, one screen after it, the call safe from the first key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from data.records.cases import Lead
from data.records.consent import Consent, ConsentScope
from data.records.people import Agency, Person, Relationship
from data.store.secrets import Secret
from data.store.store import Store
from data.trace import history
from screens.dashboard import Dashboard
from screens.forms.record_form import RecordForm
from screens.harm import HarmScreen
from screens.overview import OverviewScreen
from screens.phone import PhoneScreen
from screens.widgets.line_input import LineInput
from tests.screens.running import (
    KEY,
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

    from ehtui.changes import ChangeSet
    from screens.app import EhtuiApp

LEAD = "0191 498 0100"


def sharing_the_rent(changes: ChangeSet) -> None:
    """Mum shares the rent with housing, and nothing else."""
    child = next(row for row in changes.rows if row.table == "people")
    mum = changes.new(Person, kind="adult", given="Siân")
    changes.new(
        Relationship,
        person_id=mum.record_id,
        child_id=child.record_id,
        kind="mother",
        parental_responsibility=True,
    )
    housing = changes.new(Agency, name="Your Homes [bold]")
    consent = changes.new(
        Consent,
        by_id=mum.record_id,
        capacity="parental_responsibility",
        on=date(2026, 9, 9),
        start="yes",
        store="yes",
        share="yes",
    )
    changes.new(
        ConsentScope,
        consent_id=consent.record_id,
        agency_id=housing.record_id,
        included=True,
        subject="housing",
    )
    changes.new(Lead, name="Robin Ashdown", phone=LEAD)


@pytest.fixture
def case_id(path: Path) -> str:
    make_file(path)
    return make_family(path, "O'Connor", sharing_the_rent)


async def ring(app: EhtuiApp, pilot: Pilot[None]) -> PhoneScreen:
    await pilot.press("f3")
    await until(pilot, lambda: isinstance(app.screen, PhoneScreen) and app.focused)
    screen = app.screen
    assert isinstance(screen, PhoneScreen)
    return screen


async def ask_about(pilot: Pilot[None], screen: PhoneScreen, text: str, found: int) -> None:
    await type_text(pilot, text)
    await until(pilot, lambda: len(screen._matches) == found)
    await pilot.press("enter")
    await pilot.pause()


def said(screen: PhoneScreen) -> str:
    return str(screen.query_one("#said", Static).content)


def everything(screen: PhoneScreen) -> str:
    listing = screen.query_one("#matches", OptionList)
    return said(screen) + "\n".join(str(one.prompt) for one in listing.options)


async def test_before_identity_there_is_one_safe_sentence_and_no_birthday(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await ask_about(pilot, screen, "tomek oconnor 19/6/2018", found=1)
        assert "can't confirm anything" in said(screen)
        assert "birthday fits" in everything(screen)
        for kept in ("Jun 2018", "2018-06", LEAD, "Your Homes"):
            assert kept not in everything(screen)
        await pilot.press("f5")
        assert app.screen is screen
    with Store.open(path, Secret.from_key(KEY)) as store:
        assert all(one.action != "look up" for one in history(store.reading(), case_id))


async def test_after_identity_it_says_what_this_caller_may_be_told_and_leaves_a_trace(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await ask_about(pilot, screen, "tomek", found=1)
        screen.query_one(RecordForm).field_row("agency").editor.focus()
        await type_text(pilot, "your homes")
        await pilot.press("f6")
        await until(pilot, lambda: LEAD in said(screen))
        assert "To Your Homes [bold]: housing and rent; nothing else." in said(screen)
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(app.screen, OverviewScreen))
    with Store.open(path, Secret.from_key(KEY)) as store:
        looked = [one for one in history(store.reading(), case_id) if one.action == "look up"]
        assert [one.after["why"] for one in looked] == ["phone: rang_back", "opened from a call"]


async def test_a_call_is_kept_from_the_first_key_and_the_form_underneath_too(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        people = await open_section(app, pilot, case_id, "people")
        await until(pilot, lambda: people.focused)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(people.focused, LineInput))
        await type_text(pilot, "X")
        await ring(app, pilot)
        await type_text(pilot, "oco")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is people)
        assert {draft.form for draft in app.desk.unsaved()} == {"people", "phone"}
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await until(pilot, lambda: screen._matches)
        assert screen.editing.changes.rows[0].typed["asked_about"] == "oco"


async def test_a_call_about_nobody_known_is_saved_all_the_same(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await type_text(pilot, "Whitfield")
        await pilot.press("f7")
        await type_text(pilot, "shouting [/] at night")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        assert app.desk.unsaved() == []
        row = app.desk.store.reading().execute("SELECT case_id, concern FROM calls").fetchone()
        assert tuple(row) == (None, "shouting [/] at night")
        assert not screen.is_attached


async def test_harm_from_a_call_is_about_its_family_not_the_one_underneath(
    path: Path, case_id: str
) -> None:
    other = make_family(path, "Bello")
    async with running(path) as (app, pilot):
        await open_section(app, pilot, other, "people")
        screen = await ring(app, pilot)
        await ask_about(pilot, screen, "oconnor", found=2)
        await until(pilot, lambda: screen.opened)
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, HarmScreen))
        assert app.screen.query_one(RecordForm).held("about") == "O'Connor"


async def test_a_promised_answer_without_a_family_waits_on_the_phone_and_finds_its_family(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        screen.query_one(RecordForm).field_row("agency").editor.focus()
        await type_text(pilot, "GP surgery")
        screen.query_one(RecordForm).put(ring_back="2026-11-24")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        screen = await ring(app, pilot)
        await until(pilot, lambda: "GP surgery" in everything(screen))
        screen.query_one("#matches").focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.query_one(RecordForm).held("agency") == "GP surgery")
        screen.query_one("#asked-about").focus()
        await ask_about(pilot, screen, "tomek", found=1)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        (call,) = app.desk.open_case(case_id).file.calls
        assert (call.agency, call.ring_back) == ("GP surgery", date(2026, 11, 24))


async def test_another_name_folds_what_may_be_said_again(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await ask_about(pilot, screen, "tomek", found=1)
        await pilot.press("f6")
        await until(pilot, lambda: LEAD in said(screen))
        screen.query_one("#asked-about").focus()
        await type_text(pilot, " b")
        await until(pilot, lambda: LEAD not in said(screen))
