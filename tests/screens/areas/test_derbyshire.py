"""Derbyshire: Starting Point answers within a day, and another's assessment may stand in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.screens.areas import life
from tests.screens.running import ME

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DECISIONS = ("d", "decisions")


async def test_from_starting_point_to_universal_services(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = life.Area(tmp_path / "families.db", monkeypatch, "derbyshire")
    async with area.on("2026-05-05") as hands:
        await life.a_new_family(hands, "Peak", "Lou", "8/8/2014", "Mum asks for help.")
        await life.the_way_in(hands, route="family asks", plan_started="5/5")
        await life.the_mother(hands, "Kay", "Peak")
        await life.the_school(hands, "Bakewell Juniors")
        await life.consent(hands, "Kay", "5/5", **{"Bakewell": "i"})
        await life.lead(hands, family_agrees="yes")
        await life.a_row(
            hands, DECISIONS, "add a request", what="Starting Point", to="Starting Point",
            why="More than school can do", family_agrees="yes",
        )  # fmt: skip
    assert area.is_due(date(2026, 5, 5), "2026-05-06", "no answer yet", "24 hours")
    # Ten working days, the late May bank holiday not reached yet.
    assert area.is_due(date(2026, 5, 6), "2026-05-19", "assessment", "10 working days")
    async with area.on("2026-05-06") as hands:
        await hands.find_family("Peak")
        await hands.section(*DECISIONS)
        await hands.row("no answer yet")
        await hands.fill(answered="6/5", outcome="Early help is begun")
        await hands.save()
        await hands.section("s", "start")
        await hands.row("plan started")
        await hands.fill(stands_in="the youth offending service's, 1 May", plan_dated="6/5")
        await hands.save()
        await life.an_outcome(
            hands, title="Lou sees friends on 3 days a week", for_id="Lou",
            measure="days with friends", starting="0", target="3", by="10 Jul",
        )  # fmt: skip
        await life.a_meeting(hands, "First", "14/5")
    async with area.on("2026-05-14") as hands:
        await hands.find_family("Peak")
        await life.hold(hands, "Thu 14 May", "comes next", next_on="25/6")
    assert area.is_due(date(2026, 5, 15), "2026-06-25", "review", "usually 6 weeks")
    async with area.on("2026-06-25") as hands:
        await hands.find_family("Peak")
        await life.an_outcome_ends(hands, "Lou sees", "Reached", "Three friends, each week.")
        await life.a_meeting(hands, "Review", "25/6")
        await life.hold(
            hands, "Thu 25 Jun", "comes next", next_step="close", lead_confirmed=ME,
            family_agrees="yes",
        )  # fmt: skip
        await life.a_row(
            hands, ("x", "closing"), "add ", on="25/6", reason="services go on",
            analysis="Three friends.",
        )  # fmt: skip
    file = area.case().file
    assert file.case.stands_in.startswith("the youth offending")
    assert file.closings[0].reason == "universal"
    assert file.requests[0].outcome == "early_help"
