"""Doncaster: level 2 reviewed by updates alone, then up to level 3, an audit, and closing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from screens.meetings.updates import UpdatesScreen
from screens.minutes.screen import MinutesScreen
from tests.screens.areas import life
from tests.screens.paper_plan import end, turn_to
from tests.screens.running import ME

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.screens.hands import Hands


async def test_from_level_2_to_level_3_and_a_closing_that_lasts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = life.Area(tmp_path / "families.db", monkeypatch, "doncaster")
    async with area.on("2026-06-01") as hands:
        await life.a_new_family(hands, "Birch", "Kit", "9/3/2017", "Tired at school, hits out.")
        await life.the_way_in(
            hands, route="My own concern", level="Level 2", plan_started="1/6", plan_dated="1/6"
        )
        await life.the_mother(hands, "Jo", "Birch")
        await life.the_school(hands, "Hatfield Lane School")
        await life.consent(hands, "Jo", "1/6", **{"Hatfield": "i"})
        await life.lead(hands)
        await life.found(
            hands, "Emotional and social", needs="Hits out when tired", strengths="Kind to nan",
            known_from="the school and Jo",
        )  # fmt: skip
        await life.reached(hands, "good education", "n")
        await life.an_outcome(
            hands, title="Kit is in class by 9 on 4 days of 5", for_id="Kit",
            measure="days in a week", starting="1", target="4", by="24 Aug",
        )  # fmt: skip
        await the_team(hands)
    assert area.is_due(date(2026, 8, 11), "2026-08-24", "updates from everyone", "12 weeks")
    async with area.on("2026-08-10") as hands:
        await hands.find_family("Birch")
        await updates_are_asked_for(hands, "24/8")
    assert area.is_due(date(2026, 8, 20), "2026-08-24", "update of", "asked on 10 Aug")
    async with area.on("2026-08-24") as hands:
        await hands.find_family("Birch")
        await the_updates_are_in(hands)
    assert area.is_due(date(2026, 10, 1), "2026-11-16", "review without a meeting", "12 weeks")
    async with area.on("2026-09-14") as hands:
        await hands.find_family("Birch")
        await life.a_row(
            hands, ("d", "decisions"), "add a change of level", to_level="Level 3",
            why="Jo is unwell; two more services are needed", decided_by="Jo, school and me",
            family_agrees="yes",
        )  # fmt: skip
        await life.a_row(
            hands, ("v", "quality"), "add an audit", by="Early help coordinator",
            with_family="yes", grade="Good", works_well="Kit's own words", to_improve="the father",
        )  # fmt: skip
        await life.a_tool(
            hands, "My Star", {"Being safe": "2"}, with_id="Kit", scored_by="Kit and me"
        )
    file = area.case().file
    assert file.case.level == "3"
    assert [one.state for one in file.framework_answers] == ["needs_help"]
    assert [(one.area, one.score) for one in file.tool_scores] == [("Being safe", 2)]
    assert area.is_due(date(2026, 9, 22), "2026-10-05", "review", "level 3", "6 weeks")
    async with area.on("2026-10-05") as hands:
        await hands.find_family("Birch")
        await life.an_outcome_ends(
            hands, "Kit is in class", "Reached", "In class by 9 since mid September."
        )
        await life.a_meeting(hands, "Review TAF", "5/10", place="Hatfield Lane")
        await life.hold(
            hands, "Mon 5 Oct", "comes next", next_step="close", lead_confirmed=ME,
            family_agrees="yes",
        )  # fmt: skip
        await life.a_row(
            hands, ("x", "closing"), "add ", on="5/10", reason="met",
            analysis="In class by 9 by now.",
            will_last="Yes: nan takes Kit when Jo is unwell.",
        )  # fmt: skip
    closing = area.case().file.closings[0]
    assert closing.will_last.startswith("Yes")
    assert not any("review" in said.casefold() for _, said in area.due(date(2026, 12, 1)))


async def the_team(hands: Hands) -> None:
    """The family is in the team by one key, the school by another."""
    await hands.section("t", "team")
    await hands.press("f4")
    await hands.until(lambda: hands.screen.opened.file.members)
    await hands.quiet()
    count = len(hands.screen.opened.file.members)
    await hands.press("f5")
    await hands.pick("Hatfield")
    await hands.until(lambda: len(hands.screen.opened.file.members) > count)
    await hands.quiet()


async def updates_are_asked_for(hands: Hands, on: str) -> None:
    """Nobody meets: each of the team is asked for an update."""
    await hands.section("m", "meetings")
    await hands.row("add ")
    await hands.fill(kind="without a meeting", on=on)
    await hands.save()
    await hands.to_list()
    await hands.press("u")
    await hands.until(lambda: isinstance(hands.app.screen, UpdatesScreen))
    await hands.ready()
    await hands.press("f4")
    await hands.until(lambda: hands.screen.opened.file.updates)
    await hands.quiet()


async def the_updates_are_in(hands: Hands) -> None:
    """The updates are typed in, and the review is written from them."""
    await hands.section("m", "meetings")
    await hands.row("Mon 24 Aug")
    await hands.to_list()
    await hands.press("u")
    await hands.until(lambda: isinstance(hands.app.screen, UpdatesScreen))
    await hands.ready()
    for one in list(hands.screen.opened.file.updates):
        name = hands.screen.opened.file.name(one.member_id or one.person_id)
        await hands.row(name)
        await hands.fill(received="24/8", text="Three days of five now.")
        await hands.save()
    await hands.press("f5")
    await hands.until(lambda: isinstance(hands.app.screen, MinutesScreen))
    await hands.ready()
    await hands.quiet()
    await turn_to(hands, "comes next")
    await hands.fill(next_step="goes on", lead_confirmed=ME, family_agrees="yes", next_on="16/11")
    await end(hands)
