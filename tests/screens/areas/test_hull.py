"""Hull: one plan with its contingency, the action meeting when stuck, and stepping up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from screens.harm.screen import HarmScreen
from tests.screens.areas import life
from tests.screens.running import ME

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.screens.hands import Hands

DECISIONS = ("d", "decisions")


async def test_from_a_worried_school_to_stepping_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = life.Area(tmp_path / "families.db", monkeypatch, "hull")
    async with area.on("2026-09-07") as hands:
        await life.a_new_family(hands, "Ridley", "Noor", "4/5/2016", "School: tired, late, quiet.")
        await life.the_way_in(hands, route="My own concern", plan_started="7/9")
        await life.the_mother(hands, "Aisha", "Ridley")
        await life.the_school(hands, "Wold Road Primary")
        await life.consent(hands, "Aisha", "7/9", **{"Wold Road": "i"})
        await life.lead(hands, family_agrees="yes")
    # No time is stated for the plan or a first meeting: nothing is invented.
    assert not any("weeks" in said for _, said in area.due(date(2026, 9, 8)))
    async with area.on("2026-09-21") as hands:
        await hands.find_family("Ridley")
        await life.said(hands, "Aisha", worries="Noor is up half the night", strengths="we talk")
        await life.found(hands, "Risk factors", risks="Up half the night; late each day")
        await life.found(hands, "Protective factors", protects="A school that rings")
        await life.a_tool(hands, "My Star", {"Being safe": "3", "Friends": "2"}, with_id="Noor")
        await life.an_outcome(
            hands,
            title="Noor sleeps through 5 nights of 7",
            for_id="Noor",
            measure="nights, of 7",
            starting="1",
            target="5",
            by="18 Dec",
            measured_by="Aisha's diary",
            contingency="the sleep clinic is asked",
            contingency_by="20 Nov",
        )
        await life.a_meeting(hands, "First", "24/9", place="Wold Road")
    async with area.on("2026-09-24") as hands:
        await hands.find_family("Ridley")
        await life.hold(hands, "Thu 24 Sep", "comes next", next_on="5/11", family_agrees="yes")
    async with area.on("2026-11-05") as hands:
        await hands.find_family("Ridley")
        await life.hold(
            hands, "Thu 5 Nov", "comes next",
            next_step="Stuck", lead_confirmed=ME, family_agrees="yes", next_on="10/12",
        )  # fmt: skip
        await life.a_row(
            hands, DECISIONS, "add a request", what="Early Help Action Meeting",
            to="North locality", why="No progress since September", family_agrees="yes",
        )  # fmt: skip
    assert area.is_due(date(2026, 11, 6), "2026-11-05", "no answer yet", "North locality")
    async with area.on("2026-11-12") as hands:
        await hands.find_family("Ridley")
        await life.a_row(
            hands, DECISIONS, "add a request", what="Talk with the locality",
            why="Bruise seen, explained as a fall", answered="12/11", outcome="A formal contact",
        )  # fmt: skip
        await harm_is_rung(hands)
    assert area.is_due(date(2026, 11, 12), "2026-11-14", "in writing", "48 hours")
    assert area.is_due(date(2026, 11, 12), "2026-11-19", "no answer yet about harm", "5 working")
    async with area.on("2026-11-13") as hands:
        await hands.find_family("Ridley")
        await hands.section("k", "calls")
        await hands.row("Thu 12 Nov")
        await hands.fill(written="13/11", answered="13/11", outcome="Accepted")
        await hands.save()
        await life.a_row(
            hands, ("x", "closing"), "add ", on="13/11", reason="takes the lead",
            analysis="Sleep did not change; a bruise was seen.", still_open="All of it",
        )  # fmt: skip
    case = area.case()
    assert [one.risks or one.protects for one in case.file.findings] == [
        "Up half the night; late each day",
        "A school that rings",
    ]
    assert case.file.closings[0].reason == "social_care"
    assert [one.next_step for one in case.file.held_meetings][-1] == "eham"
    assert not any("about harm" in said for _, said in area.due(date(2026, 11, 20)))


async def harm_is_rung(hands: Hands) -> None:
    """F9 from the record: the numbers first, what happened afterwards."""
    await hands.press("f9")
    await hands.until(lambda: isinstance(hands.app.screen, HarmScreen) and hands.app.focused)
    await hands.fill(
        rung="EHASH", reason="Bruise on the arm; two stories", request="significant harm",
        parents_told="yes",
    )  # fmt: skip
    await hands.press("ctrl+s")
    await hands.until(lambda: not isinstance(hands.app.screen, HarmScreen))
