"""A seventh, made-up area that is only a file in the user's own folder, from start to end."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.screens.areas import life
from tests.screens.running import ME

if TYPE_CHECKING:
    import pytest

MARLBURY = Path(__file__).parents[2] / "data" / "areas" / "marlbury.toml"


async def test_an_area_of_ones_own_works_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EHTUI_HOME", str(tmp_path))
    own = tmp_path / "procedures"
    own.mkdir()
    (own / MARLBURY.name).write_text(MARLBURY.read_text("utf-8"), "utf-8")
    area = life.Area(tmp_path / "families.db", monkeypatch, "marlbury")
    async with area.on("2026-09-01") as hands:
        await life.a_new_family(hands, "Wetherby", "Wren", "6/6/2018", "Wren will not eat.")
        await hands.section("b", "checklists")
        await hands.press("y")
        await hands.until(lambda: len(hands.screen.opened.file.check_answers) == 1)
        await hands.quiet()
        await life.the_way_in(hands, route="My own concern", level="Full step", plan_started="1/9")
        await life.the_mother(hands, "Una", "Wetherby")
        await life.the_school(hands, "Mill Lane")
        await life.consent(hands, "Una", "1/9", **{"Mill Lane": "i"})
        await life.lead(hands)
    assert area.is_due(date(2026, 9, 2), "2026-09-22", "Family Conversation", "15 working days")
    async with area.on("2026-09-22") as hands:
        await hands.find_family("Wetherby")
        await life.found(
            hands, "What is hard", risks="Two meals a day", needs="To eat with others",
            known_from="Una",
        )  # fmt: skip
        await life.found(hands, "What a day", words="Quiet, and no breakfast.", known_from="Wren")
        await life.reached(hands, "Learning with joy", "m")
        await life.a_tool(hands, "Compass", {"Sleep": "3"}, with_id="Wren")
        await life.said(hands, "Una", worries="She is thin", strengths="She sings")
        await life.an_outcome(
            hands, title="Wren eats with the family on 5 days of 7", for_id="Wren",
            measure="days in a week", starting="1", target="5", by="18 Dec",
            measured_by="Una's list", contingency="the dietitian is asked",
            contingency_by="20 Nov",
        )  # fmt: skip
        await life.a_meeting(hands, "First", "24/9", place="Mill Lane")
    async with area.on("2026-09-24") as hands:
        await hands.find_family("Wetherby")
        await life.hold(hands, "Thu 24 Sep", "meet again", next_on="29/10")
    assert area.is_due(date(2026, 10, 16), "2026-10-29", "review circle", "5 weeks")
    async with area.on("2026-10-29") as hands:
        await hands.find_family("Wetherby")
        await life.a_row(
            hands, ("d", "decisions"), "add a request", what="Toy library", to="the toy library",
            answered="29/10",
        )  # fmt: skip
        await life.an_outcome_ends(hands, "Wren eats", "Reached", "Five days of seven.")
        await life.hold(
            hands, "Thu 29 Oct", "comes next", next_step="Enough", lead_confirmed=ME,
            family_agrees="yes",
        )  # fmt: skip
        await life.a_row(
            hands, ("x", "closing"), "add ", on="29/10", reason="good enough",
            analysis="Five days of seven.", will_last="Yes",
        )  # fmt: skip
    assert area.is_due(date(2026, 10, 30), "2026-10-29", "say that it has ended", "Family Hub")
    file = area.case().file
    assert [one.item for one in file.findings] == ["hard", "days"]
    assert [(one.area, one.score) for one in file.tool_scores] == [("Sleep", 3)]
    assert file.closings[0].reason == "needs_met"
