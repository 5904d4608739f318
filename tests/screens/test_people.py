"""People: fields that fit, whose an adult is, unsafe contact, numbers that never block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from screens.family.people import PeopleScreen
from screens.family.person_fields import FITS, UNSAFE, fitting
from screens.family.ties import Ties
from screens.forms.record_form import RecordForm
from tests.screens.running import make_family, make_file, open_section, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from screens.app import EhtuiApp


@pytest.fixture
def case_id(path: Path) -> str:
    make_file(path)
    return make_family(path, "Łukasik")


async def people(app: EhtuiApp, pilot: Pilot[None], case_id: str) -> PeopleScreen:
    screen = await open_section(app, pilot, case_id, "people")
    assert isinstance(screen, PeopleScreen)
    await until(pilot, lambda: isinstance(screen.focused, OptionList))
    return screen


def form(screen: PeopleScreen) -> RecordForm:
    return screen.query_one("#row-form > RecordForm", RecordForm)


@pytest.mark.parametrize(
    ("kind", "asked", "not_asked"),
    [
        ("child", "upn", "in_family"),
        ("unborn", "expected", "school"),
        ("adult", "address", "upn"),
        ("", "kind", "upn"),
    ],
)
def test_the_fields_fit_who_it_is(kind: str, asked: str, not_asked: str) -> None:
    fields = fitting(lambda field: kind if field == "kind" else "")
    assert asked in fields
    assert not_asked not in fields


@pytest.mark.parametrize("kind", FITS)
def test_nothing_recorded_is_out_of_sight(kind: str) -> None:
    held = {"kind": kind, "upn": "B8012", "expected": "2027-01-29", "in_family": "mum"}
    assert set(held) <= set(fitting(lambda field: held.get(field, "")))


def test_unsafe_asks_why_by_whom_until_when_and_for_a_safe_number() -> None:
    held = {"kind": "adult", "unsafe": "yes"}
    fields = fitting(lambda field: held.get(field, ""))
    after = fields.index("unsafe") + 1
    assert fields[after : after + len(UNSAFE)] == UNSAFE


@pytest.mark.parametrize(
    ("said", "of_unborn"),
    [("mother", [("mother_of_unborn", None)]), ("father", [])],  # who knows whose the baby is
)
async def test_an_adult_and_whose_they_are_are_one_form_and_one_save(
    path: Path, case_id: str, said: str, of_unborn: list[tuple[str, None]]
) -> None:
    async with running(path) as (app, pilot):
        screen = await people(app, pilot, case_id)
        await pilot.press("b")
        await until(pilot, lambda: form(screen).held("kind") == "unborn")
        await type_text(pilot, "Baby")
        await pilot.press("f6", "a")
        await until(pilot, lambda: form(screen).held("kind") == "adult")
        await type_text(pilot, "Declan [bold]")
        await until(pilot, lambda: len(screen.query("Ties > RecordForm")) == 2)
        first = screen.query("Ties > RecordForm").first(RecordForm)
        await pilot.press("f5")
        first.put(kind=said, parental_responsibility="yes")
        await pilot.press("f4", "ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
        file = screen.opened.file
        declan = next(one for one in file.adults if one.given == "Declan [bold]")
        kept = [(one.kind, one.parental_responsibility) for one in file.relationships]
        assert kept == [(said, True), *of_unborn]
        assert {one.person_id for one in file.relationships} == {declan.id}


async def test_a_wrong_number_is_remarked_on_and_saved(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await people(app, pilot, case_id)
        await pilot.press("enter")
        row = form(screen).field_row("nhs_number")
        row.editor.focus()
        await type_text(pilot, "9434765871")
        await until(pilot, lambda: str(row.query_one(".remark", Static).content))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
        assert screen.opened.file.children[0].nhs_number == "9434765871"


async def test_a_child_has_no_ties_of_this_kind_and_f5_says_why(path: Path, case_id: str) -> None:
    async with running(path) as (app, pilot):
        screen = await people(app, pilot, case_id)
        await pilot.press("enter", "f5")
        assert not screen.query(Ties)
        await until(pilot, lambda: any("adult" in one.message for one in app._notifications))


@pytest.mark.parametrize("name", ["[bold]x", "[/]"])
async def test_a_name_above_the_ties_is_text(path: Path, case_id: str, name: str) -> None:
    async with running(path) as (app, pilot):
        screen = await people(app, pilot, case_id)
        await pilot.press("enter")
        given = form(screen).field_row("known_as").editor
        given.focus()
        await pilot.press("ctrl+u")
        await type_text(pilot, name)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
        await pilot.press("f6", "a")
        await until(pilot, lambda: form(screen).held("kind") == "adult")
        await type_text(pilot, "Jo")
        await until(pilot, lambda: screen.query("Ties > RecordForm"))
        screen.query("Ties > RecordForm").first().scroll_visible(animate=False)
        await until(pilot, lambda: f" {name} ─" in _read(screen))


def _read(screen: PeopleScreen) -> str:
    return "\n".join(strip.text for strip in screen._compositor.render_strips())
