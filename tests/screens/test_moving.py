"""A family that moves, and a case that is opened again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from data.records.cases import Lead, Notice
from data.records.closing import Handover
from data.records.outcomes import Outcome
from screens.ending.closing import ClosingScreen
from screens.forms.record_form import RecordForm
from tests.screens.family import Family, a_family
from tests.screens.running import make_family, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ehtui.changes import ChangeSet
    from screens.case.frame import CaseScreen

DAY = date(2026, 11, 2)


class Moving(Family):
    """A family whose lead has passed it on to another area with a need still open."""

    def fill(self, changes: ChangeSet) -> None:
        super().fill(changes)
        changes.new(Lead, name="Robin [x]", agency="School", since=date(2026, 9, 9))
        changes.new(Outcome, number=1, title="Five quiet nights", status="open")
        changes.new(
            Handover, on=DAY, why="moved_area", to_name="Bo Hill", new_area="Otherton",
            accepted=DAY, family_consulted=DAY, team_briefed=DAY, open_needs="nights",
        )  # fmt: skip


async def _choose(pilot: Pilot[None], screen: CaseScreen, key: str) -> RecordForm:
    """Go to the line of a key, or to the first of a table; return its form."""
    await until(pilot, lambda: screen.query("#row-list"))
    listing = screen.query_one("#row-list", OptionList)
    listing.highlighted = [one.id for one in listing.options].index(key)
    await until(pilot, lambda: getattr(screen, "chosen", "") == key)
    await until(pilot, lambda: screen.query("#row-form > RecordForm"))
    return screen.query_one("#row-form > RecordForm", RecordForm)


async def test_a_move_ends_here_and_may_begin_again_with_another_lead(path: Path) -> None:
    a_family(path)
    family = Moving(path)
    family.case_id = make_family(path, "Field [x]", family.fill)
    async with running(path) as (app, pilot):
        passing = await open_section(app, pilot, family.case_id, "handover")
        await until(pilot, lambda: passing.query("#row-list"))
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(app.screen, ClosingScreen))
        screen = app.screen
        assert isinstance(screen, ClosingScreen)
        await until(pilot, lambda: hasattr(screen, "editing"))
        form = await _choose(pilot, screen, "new:closings")
        assert (form.held("reason"), form.held("destination")) == ("moved", "Bo Hill, Otherton")
        form.put(on="2/11", analysis="Nights are quieter; they move to be near Gran.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.closings)
        await until(pilot, lambda: screen.query("#row-list"))
        due = app.desk.store.reading().execute("SELECT what FROM due").fetchall()
        told = {row["what"] for row in due if "new area" in row["what"] or "move," in row["what"]}
        assert len(told) == 2, "both teams are told, though the case is closed"
        (closing,) = screen.opened.file.closings
        form = await _choose(pilot, screen, closing.id)
        form.put(reopened="20/11", reopened_why="They came back.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.closings[0].reopened)
        await until(pilot, lambda: screen.query("#row-list"))
        said = " ".join(str(one.content) for one in screen.query("Static.checks"))  # type: ignore[attr-defined]
        assert "Robin [x] leads" in said
        again = await open_section(app, pilot, family.case_id, "handover")
        form = await _choose(pilot, again, "new:leads")
        form.put(name="Ada Quist", since="20/11")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(again.opened.file.leads) == 2)
        await until(pilot, lambda: again.query("#row-list"))
    file = family.file()
    assert [one.name for one in file.leads] == ["Robin [x]", "Ada Quist"]
    assert file.closings[0].reopened == date(2026, 11, 20)


async def test_a_duty_opens_the_notice_that_shows_it_as_done(path: Path) -> None:
    family = a_family(path)
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "notes", "move-in-agency")
        await until(pilot, lambda: screen.query("#row-form > RecordForm"))
        form = screen.query_one("#row-form > RecordForm", RecordForm)
        assert form.record is Notice
        assert form.held("to") == "the previous lead's agency"
        form.put(how="by phone")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.notices)
        await until(pilot, lambda: screen.query("#row-list"))
    (notice,) = family.file().notices
    assert (notice.duty, notice.what, notice.how) == ("move-in-agency", "moved", "by phone")
