"""Where a call leads once it is saved, and a call about somebody of whom there is no record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from data.records.contacts import Call
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.changes import ChangeSet
from ehtui.saving import save
from screens.case.frame import CaseScreen
from screens.forms.record_form import RecordForm
from screens.harm.screen import HarmScreen
from screens.start.new_family import NewFamilyScreen
from tests.screens.running import KEY, ME, TODAY, make_file, running, type_text, until
from tests.screens.test_phone import everything, ring

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_new_concern_begins_a_record_and_the_call_goes_with_it(path: Path) -> None:
    make_file(path)
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await type_text(pilot, "Kai Whitfield 3/2/2015")
        screen.query_one(RecordForm).put(agency="GP", concern="bruises [/]", outcome="concern")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, NewFamilyScreen) and app.focused)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, CaseScreen))
        assert isinstance(app.screen, CaseScreen)
        file = app.desk.open_case(app.screen.case_id).file
        assert (file.case.why_now, file.case.raised_by) == ("bruises [/]", "GP")
        assert [(one.given, one.born) for one in file.people] == [("Kai", date(2015, 2, 3))]
        assert [one.concern for one in file.calls] == ["bruises [/]"]


async def test_a_call_about_harm_leads_to_the_numbers_with_what_was_said(path: Path) -> None:
    make_file(path)
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await type_text(pilot, "Kai")
        screen.query_one(RecordForm).put(concern="he is hurt", outcome="harm")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, HarmScreen))
        form = app.screen.query_one(RecordForm)
        assert (form.held("about"), form.held("reason")) == ("Kai", "he is hurt")


async def test_an_earlier_call_without_a_family_is_found_by_how_the_name_sounds(path: Path) -> None:
    make_file(path)
    changes = ChangeSet("")
    changes.new(Call, on=TODAY, agency="GP", asked_about="Kay Witfield", outcome="nothing")
    with Store.open(path, Secret.from_key(KEY)) as store:
        save(store, changes, by=ME, today=TODAY).result()
    async with running(path) as (app, pilot):
        screen = await ring(app, pilot)
        await type_text(pilot, "whitfield")
        await until(pilot, lambda: "Kay Witfield" in everything(screen))
