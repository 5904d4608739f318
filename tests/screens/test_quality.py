"""Supervision: what it covers stands beside it, and the next one comes back on its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList, Static

from screens.forms.record_form import RecordForm
from tests.screens.running import make_family, make_file, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_supervision_says_what_it_covers_and_when_the_next_one_is(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "quality")
        listing = screen.query_one("#row-list", OptionList)
        listing.highlighted = [one.id for one in listing.options].index("new:supervisions")
        await until(pilot, lambda: screen.query("#row-form > RecordForm"))
        said = " ".join(str(one.content) for one in screen.query("Static.checks").results(Static))
        assert "Workload" in said
        assert "Training" in said
        form = screen.query_one("#row-form > RecordForm", RecordForm)
        form.put(with_whom="Bo [x]", covered="the nights", next_on="18/12")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.supervisions)
        await until(pilot, lambda: screen.query("#row-list"))
        due = app.desk.store.reading().execute("SELECT what, due FROM due").fetchall()
    assert ("Supervision with Bo [x]", "2026-12-18") in [tuple(row) for row in due]
