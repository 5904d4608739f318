"""Gloucestershire: a step down, six-weekly reviews, and up again with the referral's papers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.screens.areas import life
from tests.screens.running import ME

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DECISIONS = ("d", "decisions")


async def test_from_a_step_down_to_the_mash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = life.Area(tmp_path / "families.db", monkeypatch, "gloucestershire")
    async with area.on("2026-08-03") as hands:
        await life.a_new_family(hands, "Severn", "Ivo", "1/10/2013", "Social work ends.")
        await hands.section("s", "start")
        await hands.row("written down")
        await hands.fill(route="Step down from")
        await hands.until(lambda: "stepped_down" in hands.fields())
        await hands.fill(
            stepped_down="3/8", came_from="Children's social care", level="Level 3",
            stands_in="single assessment, 20 Jul", plan_started="3/8", plan_dated="3/8",
        )  # fmt: skip
        await hands.save()
        await life.the_mother(hands, "Meg", "Severn")
        await life.the_school(hands, "Lydney High")
        await life.consent(hands, "Meg", "3/8", **{"Lydney": "i"})
        await life.lead(hands, family_agrees="yes")
        await life.an_outcome(
            hands, title="Ivo is home by 9 on 6 nights of 7", for_id="Ivo",
            measure="nights, of 7", starting="3", target="6", by="30 Oct",
        )  # fmt: skip
    assert area.is_due(date(2026, 9, 7), "2026-09-14", "after the step down", "6 weeks")
    async with area.on("2026-09-14") as hands:
        await hands.find_family("Severn")
        await life.a_meeting(hands, "Review", "14/9", place="Lydney High")
        await life.hold(
            hands, "Mon 14 Sep", "comes next", next_step="Support continues",
            lead_confirmed=ME, family_agrees="yes", next_on="26/10",
        )  # fmt: skip
    async with area.on("2026-10-12") as hands:
        await hands.find_family("Severn")
        await life.a_row(
            hands, DECISIONS, "add a change of level", to_level="Level 4",
            why="Ivo was found with an adult's phone and money", decided_by="me and the school",
            family_agrees="yes",
        )  # fmt: skip
    on = date(2026, 10, 13)
    assert area.is_due(on, "2026-10-12", "consent again", "level changed")
    assert area.is_due(on, "2026-10-12", "tell them that the level", "level changed"), area.due(on)
    async with area.on("2026-10-13") as hands:
        await hands.find_family("Severn")
        await hands.section(*DECISIONS)
        await hands.row("Level 3")
        await hands.fill(consent_looked_at="13/10")
        await hands.save()
        await life.a_row(
            hands, DECISIONS, "add a request", what="MARF", to="the MASH", family_agrees="yes",
            why="Risk of exploitation",
        )  # fmt: skip
    assert area.is_due(date(2026, 10, 14), "2026-10-13", "no answer yet", "the MASH")
    async with area.on("2026-10-15") as hands:
        await hands.find_family("Severn")
        await hands.section(*DECISIONS)
        await hands.row("(MARF)")
        await hands.fill(answered="15/10", outcome="A single assessment")
        await hands.save()
    file = area.case().file
    assert file.case.level == "4"
    assert file.requests[0].outcome == "single_assessment"
    # Early help stays open while the single assessment goes on: the review stands.
    assert area.is_due(date(2026, 10, 16), "2026-10-26", "review")
