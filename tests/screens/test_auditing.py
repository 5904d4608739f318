"""The section that says what an auditor would say, and leads to where it is mended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from data.records.outcomes import Outcome
from tests.screens.family import a_family
from tests.screens.running import make_family, make_file, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet


def unfinished(changes: ChangeSet) -> None:
    case = changes.row(changes.case_id)
    assert case is not None
    case.put(plan_started=date(2026, 9, 1), plan_dated=date(2026, 9, 14))
    changes.new(Outcome, number=1, title="Tomek sleeps [b]", status="open", measure="nights",
                starting="1", target="5")  # fmt: skip


@pytest.mark.asyncio
async def test_a_remark_leads_to_where_it_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    make_file(path)
    case_id = make_family(path, "Field", unfinished)
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "auditing")
        lines = screen.query_one("#remarks", OptionList)
        shown = [str(one.prompt) for one in lines.options]
        wanted = next(at for at, one in enumerate(shown) if "has no date" in one)
        assert "Outcome 1 (“Tomek sleeps [b]”)" in shown[wanted]
        lines.highlighted = wanted
        lines.focus()
        await pilot.press("enter")
        await until(pilot, lambda: getattr(app.screen, "SECTION", "") == "outcomes")
        await until(pilot, lambda: app.screen.query("#body > *"))


@pytest.mark.asyncio
async def test_nobody_in_front_of_the_screen_reads_what_is_kept_from_whom(tmp_path: Path) -> None:
    path = tmp_path / "file.db"
    family = a_family(path)
    async with running(path) as (app, pilot):
        app.desk.showing_to = (family.mum,)
        screen = await open_section(app, pilot, family.case_id, "auditing")
        await until(pilot, lambda: screen.query("#body > *"))
        assert not screen.query("#remarks")
        await pilot.press("enter")
        assert app.screen is screen
