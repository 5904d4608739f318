"""The phone: nothing before identity, one screen after it, the call safe from the first key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from data import rows
from data.records.cases import Lead
from data.records.consent import Consent, ConsentScope
from data.records.contacts import Call
from data.records.people import Agency, Person, Relationship
from data.store.secrets import Secret
from data.store.store import Store
from data.trace import history
from ehtui.changes import ChangeSet
from ehtui.checking import wrong_due_dates
from ehtui.familyless import familyless_due as due_now
from ehtui.saving import save
from screens.case.overview import OverviewScreen
from screens.dashboard.screen import Dashboard
from screens.forms.record_form import RecordForm
from screens.forms.settling import Settling
from screens.harm.screen import HarmScreen
from screens.phone import caller_list
from screens.phone.caller_list import LET_GO, CallerList
from screens.phone.screen import PhoneScreen
from screens.widgets.keyline import KeyLine
from screens.widgets.line_input import LineInput
from screens.widgets.titleline import TitleLine
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

    from data.due import DueDate
    from data.store.driver import Connection
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
    await until(pilot, lambda: len(screen.query_one(CallerList).matches) >= found)
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
        screen = await ring(app, pilot)
        await type_text(pilot, "oco")
        screen.flush()
        assert {draft.form for draft in app.desk.unsaved()} == {"people"}, "a search is no call"
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is people)
        assert {draft.form for draft in app.desk.unsaved()} == {"people"}, "a search is no call"
        await ring(app, pilot)
        await type_text(pilot, "oco")
        await pilot.press("f7", "x", "escape")
        await until(pilot, lambda: app.screen is people)
        assert {draft.form for draft in app.desk.unsaved()} == {"people", "phone"}
        await until(pilot, lambda: people.query_one(KeyLine).state == "Phone: draft ✓")
        assert not list(app._notifications), "a toast would lie on the fields"
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await until(pilot, lambda: screen.query_one(CallerList).matches)
        assert (screen.held("asked_about"), screen.held("concern")) == ("oco", "x")


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


def promise(path: Path) -> str:
    """Save a call about nobody that is known, to be answered on Tuesday; return its key."""
    changes = ChangeSet("")
    row = changes.new(Call, on=TODAY, agency="GP surgery", ring_back=date(2026, 11, 24))
    with Store.open(path, Secret.from_key(KEY)) as store:
        save(store, changes, by=ME, today=TODAY).result()
    return row.record_id


def going_on(app: EhtuiApp, call: str) -> bool:
    here = app.screen
    return isinstance(here, PhoneScreen) and here.kept is not None and here.kept.id == call


async def test_a_promised_answer_without_a_family_waits_on_the_phone_and_finds_its_family(
    path: Path, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = promise(path)
    asked = []

    def counted(connection: Connection) -> list[DueDate]:
        asked.append(connection)
        return due_now(connection)

    monkeypatch.setattr(caller_list, "familyless_due", counted)
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await until(pilot, lambda: "GP surgery" in everything(screen))
        await type_text(pilot, "to")
        await until(pilot, lambda: screen.query_one(CallerList).matches)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: "GP surgery" in everything(screen))
        assert len(asked) == 1
        screen.query_one("#matches").focus()
        await pilot.press("enter")
        await until(pilot, lambda: going_on(app, call) and app.focused)
        assert isinstance(app.screen, PhoneScreen)
        await ask_about(pilot, app.screen, "tomek", found=1)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        (saved,) = app.desk.open_case(case_id).file.calls
        assert (saved.agency, saved.ring_back) == ("GP surgery", date(2026, 11, 24))


async def test_its_row_on_the_dashboard_opens_it_and_an_answer_takes_the_row_away(
    path: Path,
) -> None:
    make_file(path)
    call = promise(path)
    async with running(path) as (app, pilot):
        listing = app.screen.query_one("#due", OptionList)
        await until(pilot, lambda: "no family yet" in lines(listing))
        assert "Call to answer: GP surgery" in lines(listing)
        await pilot.press("enter")
        await until(pilot, lambda: going_on(app, call) and app.focused)
        app.screen.query_one(RecordForm).put(rung_back="today")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Nothing is due" in lines(listing))


@pytest.mark.parametrize(("key", "told"), [("m", "the list"), ("t", "nothing")])
async def test_a_call_saved_elsewhere_meanwhile_is_settled_on_the_spot(
    path: Path, case_id: str, key: str, told: str
) -> None:
    call, other = promise(path), make_family(path, "Bello")
    async with running(path) as (app, pilot):
        app.push_screen(PhoneScreen(app.desk, record=call))
        await until(pilot, lambda: going_on(app, call) and app.focused)
        assert isinstance(app.screen, PhoneScreen)
        app.screen.query_one(RecordForm).put(told="the list")
        app.screen.editing.typed(app.screen.row, "case_id", other)
        elsewhere(path, call, told="nothing", case_id=case_id)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Settling))
        shown = " ".join(str(one.content) for one in app.screen.query(Static))
        assert "saved meanwhile: nothing yours: the list" in shown
        assert "saved meanwhile: O'Connor yours: Bello" in shown
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        assert app.desk.unsaved() == []
        about = other if key == "m" else case_id
        (saved,) = app.desk.open_case(about).file.calls
        assert (saved.told, saved.agency) == (told, "GP surgery")
        assert wrong_due_dates(app.desk.store.reading()) == []


def elsewhere(path: Path, call: str, **values: object) -> None:
    with Store.open(path, Secret.from_key(KEY)) as store:
        kept = rows.find(store.reading(), Call, call)
        assert kept is not None
        changes = ChangeSet(str(values.get("case_id", "")))
        changes.edit(kept, **values)
        save(store, changes, by=ME, today=TODAY).result()


def lines(listing: OptionList) -> str:
    return "\n".join(str(one.prompt) for one in listing.options)


async def test_another_name_folds_what_may_be_said_and_the_call_stays_where_it_was(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await ask_about(pilot, screen, "tomek", found=1)
        await pilot.press("f6")
        await until(pilot, lambda: LEAD in said(screen))
        screen.query_one("#asked-about").focus()
        await pilot.press("ctrl+u")
        await type_text(pilot, "bello")
        await until(pilot, lambda: LEAD not in said(screen))
        assert "still for O'Connor" in screen.query_one(TitleLine).right
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        (saved,) = app.desk.open_case(case_id).file.calls
        assert saved.asked_about == "bello"


async def test_a_call_that_comes_back_is_folded_until_it_is_said_whom_it_is_about(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await ask_about(pilot, screen, "tomek", found=1)
        await pilot.press("f6")
        await until(pilot, lambda: LEAD in said(screen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        screen = await ring(app, pilot)
        await until(pilot, lambda: screen.query_one(CallerList).matches)
        assert "still for O'Connor" in screen.query_one(TitleLine).right
        assert LEAD not in said(screen)
        await pilot.press("enter")
        await until(pilot, lambda: LEAD in said(screen))


async def test_a_family_chosen_by_mistake_is_let_go(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await ask_about(pilot, screen, "tomek", found=1)
        listing = screen.query_one(CallerList)
        await until(pilot, lambda: LET_GO in everything(screen))
        listing.focus()
        await pilot.press("end", "enter")
        await until(pilot, lambda: LET_GO not in everything(screen))
        assert "for no family yet" in screen.query_one(TitleLine).right
        assert not screen.held("case_id")


async def test_whom_you_reached_is_made_sure_of_when_you_ring_too(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await pilot.press("f8")
        await ask_about(pilot, screen, "tomek", found=1)
        await until(pilot, lambda: "Who am I speaking to" in said(screen))
        assert LEAD not in everything(screen)
        await pilot.press("f6")
        await until(pilot, lambda: LEAD in said(screen))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        (saved,) = app.desk.open_case(case_id).file.calls
        assert (saved.direction, saved.identity) == ("out", "reached")


async def test_waiting_calls_name_nobody_while_the_privacy_switch_is_on(path: Path) -> None:
    make_file(path)
    promise(path)
    async with running(path) as (app, pilot):
        app.desk.showing_references_only = True
        screen = await ring(app, pilot)
        await until(pilot, lambda: "since Sun 22 Nov" in everything(screen))
        assert "GP surgery" not in everything(screen)
