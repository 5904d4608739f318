"""Derby: ten working days, a meeting without the family, a decision not to share, closing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.screens.areas import life
from tests.screens.running import ME

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DECISIONS = ("d", "decisions")


async def test_from_a_request_for_support_to_needs_met(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = life.Area(tmp_path / "families.db", monkeypatch, "derby")
    async with area.on("2026-08-20") as hands:
        await life.a_new_family(hands, "Moss", "Ada", "2/2/2015", "Nursery runs out of ideas.")
        await hands.section("b", "checklists")
        await hands.press("y", "n")
        await hands.until(lambda: len(hands.screen.opened.file.check_answers) == 2)
        await hands.quiet()
        await life.the_way_in(hands, route="request for support", plan_started="20/8")
        await life.the_mother(hands, "Bea", "Moss")
        await life.the_school(hands, "Spondon Infants")
        await life.consent(hands, "Bea", "20/8", **{"Spondon": "i"})
        await life.lead(hands, family_agrees="yes")
    # Ten working days, the August bank holiday not among them.
    assert area.is_due(date(2026, 8, 21), "2026-09-04", "assessment", "10 working days")
    async with area.on("2026-09-03") as hands:
        await hands.find_family("Moss")
        await hands.section("s", "start")
        await hands.row("plan started")
        await hands.fill(plan_dated="3/9")
        await hands.save()
        await life.found(
            hands, "wishes and feelings", words="Wants to be asked to play",
            known_from="Ada, at play", not_known="how it is at home",
            not_known_why="not let in yet",
        )  # fmt: skip
        await life.an_outcome(
            hands, title="Ada plays with two others each day", for_id="Ada",
            measure="children she plays with", starting="0", target="2", by="27 Nov",
        )  # fmt: skip
        await life.a_row(
            hands, DECISIONS, "add a decision", asked_by="Housing", share="no",
            what="the assessment", with_whom="Housing", why="they need none of it",
            consulted="my manager", family_told="yes",
        )  # fmt: skip
        await life.a_meeting(hands, "First", "10/9", place="Spondon Infants")
        await life.a_meeting(
            hands, "Professional", "8/9", why_without_family="They agree to all and do nothing",
            family_told="yes",
        )  # fmt: skip
    async with area.on("2026-09-08") as hands:
        await hands.find_family("Moss")
        await life.hold(hands, "Tue 8 Sep", "comes next", next_on="10/9")
    assert area.is_due(date(2026, 9, 9), "2026-09-08", "tell the family")
    async with area.on("2026-09-10") as hands:
        await hands.find_family("Moss")
        await hands.section("m", "meetings")
        await hands.row("Tue 8 Sep")
        await hands.fill(family_heard="10/9")
        await hands.save()
        await life.hold(hands, "Thu 10 Sep", "comes next", next_on="22/10")
    assert not any("tell the family" in said for _, said in area.due(date(2026, 9, 11)))
    assert area.is_due(date(2026, 9, 11), "2026-10-22", "review", "usually 6 weeks")
    async with area.on("2026-10-22") as hands:
        await hands.find_family("Moss")
        await life.a_row(
            hands, DECISIONS, "add a difference", about="Whether it is enough",
            with_whom="the school", raised_to="both managers", settled="yes", answered="22/10",
        )  # fmt: skip
        await life.an_outcome_ends(hands, "Ada plays", "Reached", "She plays.")
        await life.a_meeting(hands, "Review", "22/10")
        await life.hold(
            hands, "Thu 22 Oct", "comes next", next_step="close", lead_confirmed=ME,
            family_agrees="yes",
        )  # fmt: skip
        await life.a_row(
            hands, ("x", "closing"), "add ", on="22/10", reason="reached", analysis="She plays."
        )
    file = area.case().file
    assert file.findings[0].not_known_why == "not let in yet"
    (decided,) = file.sharing_decisions
    assert (decided.share, decided.consulted) == (False, "my manager")
    assert [one.kind for one in file.held_meetings] == ["professional", "first_taf", "review_taf"]
    assert file.closings[0].on == date(2026, 10, 22)
