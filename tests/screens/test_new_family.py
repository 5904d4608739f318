"""A new family: begun by keyboard, look-alikes first, the half-typed one back after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from data.store.secrets import Secret
from data.store.store import Store
from ehtui.opening import open_case
from screens.case.frame import CaseScreen
from screens.dashboard.screen import Dashboard
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.look_alikes.beside import Beside
from screens.start.new_family import NewFamilyScreen
from screens.start.screen import StartScreen
from screens.widgets.ask_words import AskWords
from tests.screens.running import KEY, make_family, make_file, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from data.casefile import CaseFile
    from screens.app import EhtuiApp


@pytest.fixture
def file(path: Path) -> Path:
    make_file(path)
    return path


async def begin(app: EhtuiApp, pilot: Pilot[None]) -> NewFamilyScreen:
    await pilot.press("n")
    await until(pilot, lambda: isinstance(app.screen, NewFamilyScreen) and app.focused)
    screen = app.screen
    assert isinstance(screen, NewFamilyScreen)
    return screen


async def fill_in(pilot: Pilot[None], *texts: str) -> None:
    for text in texts:
        await type_text(pilot, text)
        await pilot.press("tab")


def saved(file: Path) -> list[CaseFile]:
    with Store.open(file, Secret.from_key(KEY)) as store:
        ids = [row[0] for row in store.reading().execute("SELECT id FROM cases ORDER BY id")]
        return [open_case(store.reading(), one).file for one in ids]


async def test_a_few_words_begin_a_record_and_go_on_to_the_start(file: Path) -> None:
    async with running(file) as (app, pilot):
        await begin(app, pilot)
        await fill_in(pilot, "O'Neill [/]", "Zofia", "1 mar 2011", "", "Tired, she says", "school")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, StartScreen) and app.focused)
        assert app.desk.unsaved() == []
    (case,) = saved(file)
    assert case.case.family_name == "O'Neill [/]"
    assert case.case.why_now == "Tired, she says"
    assert case.case.raised_by == "school"
    assert [one.full_name for one in case.children] == ["Zofia O'Neill [/]"]


async def test_a_half_typed_family_comes_back_after_a_crash(file: Path) -> None:
    async with running(file) as (app, pilot):
        screen = await begin(app, pilot)
        await type_text(pilot, "Kowalczyk")
        screen.flush()
        app.desk.store.drain()  # what a crash leaves: the draft, nothing else
    async with running(file) as (app, pilot):
        screen = await begin(app, pilot)
        assert screen.query_one("#family", RecordForm).held("family_name") == "Kowalczyk"
    assert saved(file) == []


async def test_look_alikes_stand_in_the_way_only_until_somebody_goes_on(file: Path) -> None:
    known = make_family(file, "Kowalczyk")
    async with running(file) as (app, pilot):
        await begin(app, pilot)
        await fill_in(pilot, "Kowalczyk", "Tomek", "19/6/18")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Beside))
        listing = app.screen.query_one("#alike", OptionList)
        assert "Tomasz “Tomek” Kowalczyk" in str(listing.get_option_at_index(0).prompt)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, NewFamilyScreen))
        assert len(app.desk.unsaved()) == 1
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Beside))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, AskWords))
        await type_text(pilot, "cousins")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StartScreen))
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.case_id != known
    (_, new) = saved(file)
    assert [(one.verdict, one.why) for one in new.same_people] == [("different", "cousins")]


@pytest.mark.parametrize(
    ("texts", "field"), [(("Marsh", "Lee", "31/2/2015"), "born"), (("", "Lee"), "family_name")]
)
async def test_what_cannot_be_saved_says_so_at_its_field(
    file: Path, texts: tuple[str, ...], field: str
) -> None:
    async with running(file) as (app, pilot):
        screen = await begin(app, pilot)
        await fill_in(pilot, *texts)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query(".field.-wrong"))
        wrong = [row.field for row in screen.query(".field.-wrong").results(FieldRow)]
        assert wrong == [field]
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        assert "Lee" in str(app.desk.unsaved()[0].text)
    assert saved(file) == []
