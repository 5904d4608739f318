"""The consent screen: what may be done, asking, refusing, withdrawing, correcting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from data.records.base import but_with
from data.records.people import Person
from screens.app import EhtuiApp
from screens.consent.asking_form import AskingForm
from screens.consent.entries import likely_capacity
from screens.consent.ledger import EntryDetails, ledger_rows
from screens.consent.prompts import Prompts
from screens.consent.scopes import ScopeMatrix
from screens.consent.screen import ConsentScreen
from screens.forms.record_form import RecordForm
from screens.widgets.ask_words import AskWords
from screens.widgets.choice import Choice
from screens.widgets.confirm import Confirm
from screens.widgets.data_list import Listing
from screens.widgets.pick import Pick
from tests.screens.family import Family, a_family
from tests.screens.running import TODAY, open_section, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def family(path: Path) -> Family:
    return a_family(path)


async def consent(app: EhtuiApp, pilot: Pilot[None], family: Family) -> ConsentScreen:
    screen = await open_section(app, pilot, family.case_id, "consent")
    assert isinstance(screen, ConsentScreen)
    await until(pilot, lambda: screen.focused is not None)
    return screen


async def asking(pilot: Pilot[None], screen: ConsentScreen) -> AskingForm:
    await until(pilot, lambda: screen.query(AskingForm))
    await pilot.pause()
    return screen.query_one(AskingForm)


def choose_who(screen: ConsentScreen, person: str) -> None:
    screen.query_one("#ask-who", RecordForm).field_row("by_id").query_one(Choice).value = person


async def test_one_asking_with_its_services_is_saved_at_once(family: Family) -> None:
    async with running(family.path, (80, 50)) as (app, pilot):
        screen = await consent(app, pilot, family)
        await pilot.press("a")
        form = await asking(pilot, screen)
        choose_who(screen, family.keeva)
        await until(pilot, lambda: form.row.typed.get("capacity") == "competent_child")
        assert form.query_one("#gillick").display
        assert "Keeva showed understanding" in str(form.query_one("#missing", Static).render())
        form.query_one("#answer-start").focus()
        await pilot.press("y", "down", "n", "down", "h")
        form.query_one(Prompts).focus()
        await pilot.press("enter", "enter")
        form.query_one(ScopeMatrix).focus()
        await pilot.press("o", "f7")
        await until(pilot, lambda: isinstance(app.screen, AskWords))
        await type_text(pilot, "GP [x]")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and screen.focused is not None)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and "only" in str(scopes(screen)))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, AskWords))
        await type_text(pilot, "the [dates]")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and "(the [dates])" in str(scopes(screen)))
        assert len(family.file().consents) == 1
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query(Listing))
        file = family.file()
    entry = file.consents[-1]
    assert (entry.by_id, entry.start, entry.store, entry.share) == (
        family.keeva,
        "yes",
        "no",
        "heard",
    )
    assert len(entry.explained.splitlines()) == 2
    named = {
        file.name(one.agency_id): (one.included, one.subject, one.note)
        for one in file.consent_scopes
        if one.consent_id == entry.id
    }
    assert named == {
        "Stotts Lane [/]": (False, "everything", ""),
        "GP [x]": (True, "plan", "the [dates]"),
    }


def scopes(screen: ConsentScreen) -> list[str]:
    matrix = screen.query_one(ScopeMatrix)
    return [str(option.prompt) for option in matrix.options]


async def test_an_asking_comes_back_and_needs_somebody(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await consent(app, pilot, family)
        await pilot.press("a")
        form = await asking(pilot, screen)
        form.query_one("#answer-start").focus()
        await pilot.press("y")
        app.drain()
    async with running(family.path) as (app, pilot):
        screen = await consent(app, pilot, family)
        form = await asking(pilot, screen)
        assert form.row.typed["start"] == "yes"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app._notifications)
        assert len(family.file().consents) == 1


async def test_a_withdrawal_says_what_follows_and_offers_to_go_there(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await consent(app, pilot, family)
        assert "You may start" in str(screen.query_one("#standing", Static).render())
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("enter")
        await asking(pilot, screen)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        question = app.screen
        assert isinstance(question, Confirm)
        assert "Stop at once" in question.question
        await pilot.press("n")
        await until(pilot, lambda: app.screen is screen)
        assert "withdrew" in str(screen.query_one("#standing", Static).render())
        entry = family.file().consents[-1]
    assert (entry.by_id, entry.start, entry.share) == (family.mum, "withdrawn", "withdrawn")


async def test_a_refusal_is_kept_with_what_is_done_about_it(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await consent(app, pilot, family)
        await pilot.press("r")
        await asking(pilot, screen)
        choose_who(screen, family.mum)
        await pilot.pause()
        how = screen.query_one("#ask-how", RecordForm)
        how.field_row("reason").editor.focus()
        await type_text(pilot, "too many people")
        screen.query_one("#refusal", RecordForm).field_row("ask_again").editor.focus()
        await type_text(pilot, "+2w")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query(Listing))
        file = family.file()
    assert (file.consents[-1].start, file.consents[-1].by_id) == ("no", family.mum)
    refusal = file.refusals[0]
    assert (refusal.by_id, refusal.reason) == (family.mum, "too many people")
    assert (refusal.on, str(refusal.ask_again)) == (TODAY, "2026-12-06")


async def test_a_saved_entry_is_read_and_corrected_never_changed(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await consent(app, pilot, family)
        await until(pilot, lambda: screen.query_one(Listing).row_count)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EntryDetails))
        await pilot.press("escape", "c")
        form = await asking(pilot, screen)
        form.query_one("#answer-share").focus()
        await pilot.press("n", "ctrl+s")
        await until(pilot, lambda: screen.query(Listing))
        first, second = family.file().consents
    assert (first.share, first.version) == ("yes", 1)
    assert (second.share, second.start, second.replaces_id) == ("no", "yes", first.id)
    assert second.on == first.on


async def test_leaving_an_entry_leads_to_the_ledger_and_it_waits_there(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        screen = await consent(app, pilot, family)
        await until(pilot, lambda: screen.query_one(Listing).row_count)
        await pilot.press("c")
        await asking(pilot, screen)
        await pilot.press("escape")
        await until(pilot, lambda: screen.query(Listing))
        assert screen.editing.is_empty
        await pilot.press("c")
        form = await asking(pilot, screen)
        form.query_one("#answer-share").focus()
        await pilot.press("n", "escape")
        await until(pilot, lambda: screen.query("#waiting"))
        await pilot.press("w")
        await until(pilot, lambda: "go on with it" in str(app._notifications._notifications))
        await pilot.press("a")
        form = await asking(pilot, screen)
        assert form.row.typed["share"] == "no"
        when = screen.query_one("#ask-who", RecordForm).field_row("on")
        when.editor.focus()
        await type_text(pilot, "x")
        body = screen.query_one("#body")
        body.scroll_end(animate=False, immediate=True)
        await until(pilot, lambda: not body.region.contains_region(when.region))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: body.region.contains_region(when.region))
        assert when.has_class("-wrong")


def test_the_ledger_says_in_words_whose_yes_does_not_count(family: Family) -> None:
    file = family.file()
    assert [row.note for row in ledger_rows(file)] == [""]
    gran = Person(id="gran", kind="adult", given="Gran", version=1, case_id="")
    file.people.append(gran)
    file.consents.append(but_with(file.consents[0], id="hers", by_id="gran"))
    note = next(row.note for row in ledger_rows(file) if row.key == "hers")
    assert note.startswith("does not count: ")
    assert "Gran neither holds parental responsibility for Tomek" in note


def test_the_likely_capacity_follows_age_and_ties(family: Family) -> None:
    file = family.file()
    found = {one.called: likely_capacity(file, one, TODAY) for one in file.people}
    assert found == {
        "Tomek": "",
        "Mum [bold]": "parental_responsibility",
        "Keeva": "competent_child",
    }
    keeva = next(one for one in file.people if one.called == "Keeva")
    assert likely_capacity(file, keeva, TODAY.replace(year=2027)) == "young_person"
    assert likely_capacity(file, keeva, TODAY.replace(year=2030)) == "adult_self"


async def test_what_was_suggested_of_one_person_is_not_kept_for_another(family: Family) -> None:
    async with running(family.path, (80, 50)) as (app, pilot):
        screen = await consent(app, pilot, family)
        await pilot.press("a")
        form = await asking(pilot, screen)
        choose_who(screen, family.keeva)
        await until(pilot, lambda: form.row.typed.get("capacity") == "competent_child")
        form.query_one("#gillick", RecordForm).put(assessed_by="Nia Bell", has_capacity="yes")
        choose_who(screen, family.mum)
        await until(pilot, lambda: form.row.typed.get("capacity") == "parental_responsibility")
        await until(pilot, lambda: not form.query_one("#gillick").display)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
    (entry,) = [one for one in family.file().consents if one.on == date(2026, 11, 22)]
    assert (entry.by_id, entry.capacity) == (family.mum, "parental_responsibility")
    assert (entry.assessed_by, entry.has_capacity) == ("", None)


async def test_that_somebody_was_not_able_to_decide_is_kept_and_corrected(family: Family) -> None:
    said = {"has_capacity": "no", "capacity_reasons": "too ill to weigh it", "assessed_by": "Nia"}
    async with running(family.path, (80, 50)) as (app, pilot):
        screen = await consent(app, pilot, family)
        await pilot.press("a")
        form = await asking(pilot, screen)
        choose_who(screen, family.mum)
        await until(pilot, lambda: form.row.typed.get("capacity") == "parental_responsibility")
        await pilot.press("f8")
        form.query_one("#mca", RecordForm).put(**said)
        form.query_one("#ask-who", RecordForm).field_row("at").editor.focus()
        await type_text(pilot, "10")
        assert form.query_one("#mca").display
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
        await until(pilot, lambda: isinstance(screen.focused, Listing))
        await pilot.press("home", "c")
        again = await asking(pilot, screen)
        assert again.query_one("#mca").display
    entry = max(family.file().consents, key=lambda one: one.id)
    assert (entry.has_capacity, entry.assessed_by) == (False, "Nia")
    assert entry.capacity_reasons == "too ill to weigh it"


async def test_a_refused_save_takes_nothing_out(family: Family) -> None:
    async with running(family.path, (80, 50)) as (app, pilot):
        screen = await consent(app, pilot, family)
        await pilot.press("a")
        form = await asking(pilot, screen)
        choose_who(screen, family.keeva)
        await until(pilot, lambda: form.row.typed.get("capacity") == "competent_child")
        form.query_one("#gillick", RecordForm).put(assessed_by="Nia Bell")
        form.query_one("#ask-who", RecordForm).put(on="31/2")
        choose_who(screen, family.mum)
        await until(pilot, lambda: not form.query_one("#gillick").display)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query(".-wrong"))
        assert form.row.typed["assessed_by"] == "Nia Bell"
