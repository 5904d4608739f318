"""Check-lists by key: an answer is saved at once, and the cursor goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from data.store.secrets import Secret
from data.store.store import Store
from ehtui.opening import open_case
from screens.forms.field_row import FieldRow
from screens.forms.row_dialog import RowDialog
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

    from screens.case.frame import CaseScreen


async def test_each_key_answers_a_line_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "checklists")
        for count, key in enumerate("ynk", 1):
            await pilot.press(key)
            await until(
                pilot,
                lambda count=count: len(screen.opened.file.check_answers) == count,  # type: ignore[misc]
            )
            await until(pilot, lambda: screen.query("#check-lines") and screen.focused)
    with Store.open(path, Secret.from_key(KEY)) as store:
        given = open_case(store.reading(), case_id).file.check_answers
    assert [one.answer for one in given] == ["yes", "no", "not_known"]
    assert len({(one.checklist, one.item) for one in given}) == 3


def marked(screen: CaseScreen) -> int:
    """Count the lines with a dot: something is typed there and not saved."""
    lists = screen.query("#check-lines").results(OptionList)
    return sum(str(one.prompt).startswith("•") for found in lists for one in found.options)


async def test_a_note_half_typed_comes_back_to_its_own_line(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "checklists")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        await pilot.pause()
        await type_text(pilot, "asked mum")
        await pilot.press("escape")
        await until(pilot, lambda: marked(screen) == 1)
        await until(pilot, lambda: app.screen is screen and screen.focused)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, RowDialog))
        note = next(one for one in app.screen.query(FieldRow) if one.field == "note")
        assert getattr(note.editor, "value", "") == "asked mum"
        assert len(screen.editing.changes.rows) == 1
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.check_answers)
        await until(pilot, lambda: app.screen is screen and screen.focused)
