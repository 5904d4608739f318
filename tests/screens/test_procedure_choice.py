"""The procedure of new families is chosen; those that are there keep theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data import settings
from data.procedures.loading import listed
from screens.dashboard.commands import OtherProcedure
from screens.dashboard.screen import Dashboard
from screens.start.new_family import NewFamilyScreen
from screens.widgets.pick import Pick
from screens.widgets.titleline import TitleLine
from tests.screens.running import make_family, make_file, running, until

if TYPE_CHECKING:
    from pathlib import Path


async def test_another_procedure_holds_for_new_families_alone(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "Field")
    async with running(path) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        before = app.desk.open_case(case_id).procedure.id
        app.perform(OtherProcedure)
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("home", *["down"] * listed().index("hull"), "enter")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        await app.workers.wait_for_complete()
        assert settings.read(app.desk.store.reading()).procedure == "hull"
        assert app.desk.open_case(case_id).procedure.id == before != "hull"
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewFamilyScreen))
        assert app.screen.query_one(TitleLine).right == "Hull"
