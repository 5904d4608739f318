"""Decisions and supervision, by what a practitioner does with them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from data.store.secrets import Secret
from data.store.store import Store
from ehtui.opening import open_case
from screens.forms.record_form import RecordForm
from tests.screens.running import KEY, make_family, make_file, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from data.casefile import CaseFile


def case_of(path: Path, case_id: str) -> CaseFile:
    with Store.open(path, Secret.from_key(KEY)) as store:
        return open_case(store.reading(), case_id).file


async def test_a_decision_not_to_share_is_kept_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "decisions")
        await pilot.press("f7")
        form = screen.query_one(RecordForm)
        form.put(asked_by="Housing [/]", share="no", why="Nothing there that they need.")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.sharing_decisions)
        await until(pilot, lambda: screen.query("#row-list"))
    (decided,) = case_of(path, case_id).sharing_decisions
    assert (decided.share, decided.asked_by) == (False, "Housing [/]")
    assert decided.on == date(2026, 11, 22)


async def test_an_unanswered_request_stands_on_the_dashboard(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "decisions")
        listing = screen.query_one("#row-list", OptionList)
        keys = [one.id for one in listing.options]
        assert "new:level_changes" not in keys, "this area works without levels"
        listing.highlighted = keys.index("new:requests")
        await until(pilot, lambda: screen.query("#asked-for"))
        await pilot.press("f6")
        form = screen.query_one(RecordForm)
        form.put(what="panel", why="Two reviews without progress", on="20/11")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.requests)
        await until(pilot, lambda: screen.query("#row-list"))
        due = app.desk.store.reading().execute("SELECT what FROM due").fetchall()
    assert any("No answer yet" in row["what"] for row in due)
