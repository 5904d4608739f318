"""Handing over and closing on the screen: what is missing is said, and nobody just leaves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import Static

from data.records.cases import Lead
from data.records.closing import Closing, Handover
from data.records.consent import Consent
from data.records.outcomes import Outcome
from screens.ending.handover import PassTheLead
from screens.going_out.copies import CopiesScreen, CopySent, WriteCopy
from screens.meetings.team import TeamScreen
from tests.screens.family import Family, a_family
from tests.screens.running import make_family, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet
    from screens.case.frame import CaseScreen

DAY = date(2026, 11, 2)


class Ending(Family):
    """A family with a need still open, a handover to Bo, and a closing begun."""

    accepted: date | None = None

    def fill(self, changes: ChangeSet) -> None:
        super().fill(changes)
        changes.new(Lead, name="Robin [x]", agency="School", since=date(2026, 9, 9))
        changes.new(Outcome, number=1, title="Five quiet nights", status="open")
        changes.new(
            Handover, on=DAY, to_name="Bo [/]", accepted=self.accepted, family_consulted=DAY,
            team_briefed=DAY, open_needs="nights",
        )  # fmt: skip


def ending(path: Path, family: Ending) -> Ending:
    a_family(path)
    family.case_id = make_family(path, "Field [x]", family.fill)
    return family


def said(screen: CaseScreen) -> str:
    return "\n".join(str(one.content) for one in screen.query(Static))


async def test_a_lead_without_a_successors_yes_stays(path: Path) -> None:
    family = ending(path, Ending(path))
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "handover")
        await until(pilot, lambda: "still to do" in said(screen))
        assert (screen.why_not(PassTheLead) or "").startswith("Not yet")
        await until(pilot, lambda: screen.focused is not None)
        await pilot.press("f5")
        await pilot.pause()
    assert [one.name for one in family.file().leads] == ["Robin [x]"]


async def test_a_handover_with_all_it_needs_changes_the_lead(path: Path) -> None:
    family = Ending(path)
    family.accepted = DAY
    ending(path, family)
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "handover")
        await until(pilot, lambda: screen.focused is not None)
        await pilot.press("f5")
        await until(pilot, lambda: len(screen.opened.file.leads) == 2)
        await until(pilot, lambda: "leads already" in (screen.why_not(PassTheLead) or ""))
    file = family.file()
    assert file.lead is not None
    assert (file.lead.name, file.lead.since) == ("Bo [/]", DAY)
    assert next(one for one in file.leads if one.name == "Robin [x]").until == DAY


async def test_a_closing_says_what_is_missing_and_how_to_open_again(path: Path) -> None:
    a_family(path)
    family = Ending(path)
    begun = make_family(path, "Field [x]", family.fill)

    def closed(changes: ChangeSet) -> None:
        changes.new(Closing, on=DAY, reason="needs_met")

    ended = make_family(path, "Marsh", closed)
    async with running(path, (100, 40)) as (app, pilot):
        screen = await open_section(app, pilot, begun, "closing")
        await until(pilot, lambda: "say why it is to be closed" in said(screen))
        assert "open it again" not in said(screen)
        screen = await open_section(app, pilot, ended, "closing")
        await until(pilot, lambda: "To open it again" in said(screen))


async def test_consent_taken_back_freezes_what_was_not_sent(path: Path) -> None:
    family = a_family(path)

    def withdrawn(changes: ChangeSet) -> None:
        Family.fill(family, changes)
        changes.new(
            Consent, by_id=family.mum, capacity="parental_responsibility", on=DAY,
            start="withdrawn",
        )  # fmt: skip

    case_id = make_family(path, "Bello [x]", withdrawn)
    async with running(path, (100, 40)) as (app, pilot):
        team = await open_section(app, pilot, case_id, "team")
        assert isinstance(team, TeamScreen)
        await until(pilot, lambda: team.focused is not None)
        await pilot.press("f4")
        await until(pilot, lambda: team.opened.file.members)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, CopiesScreen))
        screen = app.screen
        assert isinstance(screen, CopiesScreen)
        await until(pilot, lambda: screen.query("#copies"))
        assert "No copy goes out now." in said(screen)
        for command in (WriteCopy, CopySent):
            assert (screen.why_not(command) or "").startswith("Frozen.")
        await until(pilot, lambda: screen.focused is not None)
        await pilot.press("w")
        await pilot.pause()
        assert screen.is_current
        assert screen.opened.file.copies == []
