"""The chronology and the genogram: marked, added to, narrowed and gone through by keyboard."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from docx import Document
from textual.widgets import OptionList, Static

from data.records.cases import Note
from data.records.consent import Restriction
from data.records.people import Person
from screens.case.frame import CaseScreen
from screens.case.looked_at import NOT_NOW
from screens.forms.record_form import RecordForm
from screens.forms.row_dialog import RowDialog
from screens.notes.screen import NotesScreen
from screens.widgets.ask_folder import AskFolder
from screens.widgets.line_input import LineInput
from screens.widgets.pick import Pick
from tests.screens.family import a_family
from tests.screens.running import make_family, make_file, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet
    from screens.app import EhtuiApp


def two_notes(changes: ChangeSet) -> None:
    for day, text in ((3, "Rang [bold]mum[/]"), (9, "Moved to the flat")):
        changes.new(Note, on=date(2026, 11, day), kind="note", text=text)


def lines(screen: CaseScreen) -> list[str]:
    listing = screen.query_one("#lines-of-life", OptionList)
    return [str(one.prompt) for one in listing.options]


async def test_lines_are_marked_narrowed_turned_and_gone_to(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "O'Neill [bold]", two_notes)
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "chronology")
        await until(pilot, lambda: lines(screen))
        assert ["Moved" in lines(screen)[0], "[bold]mum[/]" in lines(screen)[1]] == [True, True]
        await pilot.press("down", "m")
        await until(pilot, lambda: "significant: " in lines(screen)[1])
        await pilot.press("s")
        await until(pilot, lambda: len(lines(screen)) == 1)
        await pilot.press("m")
        await until(pilot, lambda: "No line fits" in lines(screen)[0])
        await pilot.press("s", "o")
        await until(pilot, lambda: "was born" in lines(screen)[0])
        await pilot.press("slash", "f", "l", "a", "t", "enter")
        await until(pilot, lambda: len(lines(screen)) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NotesScreen))
        await until(pilot, lambda: app.screen.query(RecordForm))


async def test_an_event_is_added_and_a_bad_day_is_said(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "O'Neill")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "chronology")
        await until(pilot, lambda: lines(screen))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await pilot.press(*"31/2/26", "ctrl+s")
        await until(pilot, lambda: any("31" in str(one.content) for one in remarks(app.screen)))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("a")  # what was half typed is there again
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await pilot.pause()
        day = app.screen.query(LineInput).first()
        assert day.value == "31/2/26"
        day.value = "3/2/26"
        app.screen.query(LineInput)[1].value = "Grandad died"
        await pilot.pause()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen and "Grandad died" in lines(screen)[0])
        assert "significant: " in lines(screen)[0]


def is_said(app: EhtuiApp, words: str) -> bool:
    return any(words in one.message for one in app._notifications)


def remarks(screen: object) -> list[Static]:
    assert isinstance(screen, RowDialog)
    return list(screen.query(".remark").results(Static))


async def test_a_reader_s_copy_of_the_genogram_is_written(path: Path, tmp_path: Path) -> None:
    family = a_family(path)
    folder = tmp_path / "paper"
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "genogram")
        drawn = str(screen.query_one("#drawing", Static).content)
        assert "Mum [bold]" in drawn
        assert drawn.count("Keeva") == 1
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskFolder))
        app.screen.query_one(LineInput).value = str(folder)
        await pilot.press("enter")
        await until(pilot, lambda: list(folder.glob("*-genogram.docx")))
        app.desk.store.drain()
    (written,) = folder.iterdir()
    assert any("Keeva" in one.text for one in Document(str(written)).paragraphs)


async def test_nothing_is_written_for_somebody_unsafe_whoever_else_is_hidden(path: Path) -> None:
    make_file(path)
    mum = ""

    def kept_from_mum(changes: ChangeSet) -> None:
        nonlocal mum
        mum = changes.new(Person, kind="adult", given="Siân").record_id
        hidden = changes.new(Person, kind="adult", given="Kestrel").record_id
        changes.new(Restriction, record_id=hidden, from_person_id=mum, since=date(2026, 9, 15))
        changes.new(Person, kind="adult", given="Dean", unsafe=True)

    case_id = make_family(path, "O'Neill", kept_from_mum)
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "genogram")
        for looking, why in (((), "unsafe"), ((mum,), NOT_NOW)):
            app.desk.showing_to = looking
            await pilot.press("p")
            await until(pilot, lambda: isinstance(app.screen, Pick))
            names = [str(one.prompt) for one in app.screen.query_one(OptionList).options]
            assert ("Kestrel" in names) is not bool(looking)
            await pilot.press(*["down"] * names.index("Dean"), "enter")
            await until(pilot, lambda: app.screen is screen)
            await until(pilot, partial(is_said, app, why))


async def test_what_is_kept_from_whoever_sees_the_screen_is_not_in_the_chronology(
    path: Path,
) -> None:
    family = a_family(path)
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "chronology")
        await until(pilot, lambda: any("held back" in one for one in lines(screen)))
        assert any("the texts" in one for one in lines(screen))
        app.desk.showing_to = (family.mum,)
        screen.read_case()
        await until(
            pilot,
            lambda: (
                screen.query("#lines-of-life")
                and screen.focused
                and lines(screen)
                and not any("held back" in one for one in lines(screen))
            ),
        )
        assert any("art" in one for one in lines(screen))
        assert not any("the texts" in one for one in lines(screen))
