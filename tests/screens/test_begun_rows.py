"""A row begun and not saved: it is in the list, and found when it is what can't be saved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from textual.widgets import OptionList

from screens.forms.record_form import RecordForm
from screens.rows.listed import NEW
from tests.screens.running import (
    make_family,
    make_file,
    open_section,
    running,
    settle,
    type_text,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen


def lines(screen: Screen[Any]) -> str:
    listing = screen.query_one("#row-list", OptionList)
    return "\n".join(str(one.prompt) for one in listing.options)


async def test_what_is_begun_stands_in_the_list_as_soon_as_one_goes_there(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "start", f"{NEW}leads")
        name = screen.query_one(RecordForm).field_row("name").editor
        await until(pilot, lambda: name.has_focus)
        await type_text(pilot, "Nia Bell")
        await pilot.press("f6")
        await settle(pilot)
        assert re.search("• Nia Bell .*not saved yet", lines(screen))


async def test_a_date_that_cannot_be_saved_is_found_from_another_row(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "start", f"{NEW}leads")
        screen.query_one(RecordForm).put(name="Nia Bell", since="31 feb")
        await pilot.press("f6", "down", "down")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await until(
            pilot,
            lambda: any(row.has_class("-wrong") for row in screen.query("#row-form .field")),
        )
        form = screen.query_one(RecordForm)
        assert (form.held("name"), form.held("since")) == ("Nia Bell", "31 feb")
        await until(pilot, lambda: form.field_row("since").has_focus_within)
