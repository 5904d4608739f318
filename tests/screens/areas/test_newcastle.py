"""Newcastle: a step down, the lead handed over, closed when needs are met, and opened again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.screens.areas import life
from tests.screens.running import ME

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_from_a_step_down_to_a_closing_and_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = life.Area(tmp_path / "families.db", monkeypatch, "newcastle")
    async with area.on("2026-03-02") as hands:
        await life.a_new_family(hands, "Tyne", "Robbie", "3/3/2016", "Social care is closing.")
        await hands.section("s", "start")
        await hands.row("written down")
        await hands.fill(route="Step down from")
        await hands.until(lambda: "stepped_down" in hands.fields())
        await hands.fill(stepped_down="2/3", stands_in="child and family assessment, 20 Feb")
        await hands.fill(plan_started="2/3")
        await hands.save()
        await life.the_mother(hands, "Dee", "Tyne")
        await life.the_school(hands, "Byker Primary")
        await life.consent(hands, "Dee", "2/3", **{"Byker": "i"})
        await life.lead(hands)
        await life.an_outcome(
            hands, title="Robbie reads to his nan 4 evenings of 7", for_id="Robbie",
            measure="evenings, of 7", starting="0", target="4", by="29 May",
            contingency="the reading group", contingency_by="1 May",
        )  # fmt: skip
        await life.a_meeting(hands, "Step-down", "5/3", place="Byker Primary")
    async with area.on("2026-03-05") as hands:
        await hands.find_family("Tyne")
        await life.hold(hands, "Thu 5 Mar", "comes next", next_on="1/4")
    assert area.is_due(date(2026, 3, 20), "2026-04-01", "review", "at the latest 2 Apr")
    async with area.on("2026-04-01") as hands:
        await hands.find_family("Tyne")
        await life.hold(
            hands, "Wed 1 Apr", "next step", next_step="Support continues", lead_confirmed=ME,
            family_agrees="yes", next_on="20/5",
        )  # fmt: skip
        await life.a_row(
            hands, ("a", "handover"), "add ", on="1/4", why="Leaving the post", to_name="Sam Reed",
            to_role="family worker", accepted="1/4", family_consulted="1/4", team_briefed="1/4",
        )  # fmt: skip
        await hands.to_list()
        await hands.press("f5")
        await hands.until(lambda: len(hands.screen.opened.file.leads) == 2)
        await hands.quiet()
    assert area.is_due(date(2026, 4, 2), "2026-04-01", "passes on from 1 Apr")
    async with area.on("2026-05-20") as hands:
        await hands.find_family("Tyne")
        await life.an_outcome_ends(hands, "Robbie reads", "Reached", "Five evenings of seven.")
        await life.hold(
            hands, "Wed 20 May", "next step", next_step="Needs met", lead_confirmed="Sam Reed",
            family_agrees="yes",
        )  # fmt: skip
        await life.a_row(
            hands, ("x", "closing"), "add ", on="20/5", reason="Needs met",
            analysis="He reads.", told_family="20/5", told_team="20/5", told_centre="20/5",
        )  # fmt: skip
    assert not any("review" in said.casefold() for _, said in area.due(date(2026, 7, 15)))
    async with area.on("2026-09-01") as hands:
        await hands.find_family("Tyne")
        await hands.section("x", "closing")
        await hands.row("Wed 20 May")
        await hands.fill(reopened="1/9", reopened_why="Nan has moved away.")
        await hands.save()
    case = area.case()
    assert [one.name for one in case.file.leads] == [ME, "Sam Reed"]
    assert case.file.closings[0].reopened == date(2026, 9, 1)
    assert area.due(date(2026, 9, 2)), "an open plan has something due again"
