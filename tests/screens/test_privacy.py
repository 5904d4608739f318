"""On a train: with the privacy switch on, no recorded name is read over a shoulder (S9)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.records.assessment import Statement
from data.records.cases import Lead
from data.records.consent import Consent
from data.records.decisions import Escalation, SharingDecision
from data.records.meetings import AgendaItem, Attendance, Meeting, Member
from data.records.outcomes import Action, Outcome
from data.records.people import Agency, Person, Relationship
from data.records.quality import QualityAudit, Supervision
from data.store.secrets import Secret
from data.store.store import Store
from screens.forms.field_row import FieldRow
from screens.harm import HarmScreen
from screens.minutes import MinutesScreen
from screens.widgets.line_input import LineInput
from tests.screens.running import (
    KEY,
    make_family,
    make_file,
    open_section,
    running,
    type_text,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen

    from ehtui.changes import ChangeSet

NAMES = ("Whitfield", "Tomasz", "Tomek", "Siobhan", "Nkemelu", "Odette", "Branagh", "Kestrel")
SECTIONS = (
    "overview",
    "start",
    "people",
    "consent",
    "columns",
    "houses",
    "assessment",
    "tools",
    "views",
    "outcomes",
    "team",
    "meetings",
    "writeup",
    "printing",
    "notes",
    "log",
    "closing",
    "copies",
    "decisions",
    "quality",
    "chronology",
    "genogram",
    "auditing",
)


def fill(changes: ChangeSet) -> None:
    new = changes.new
    child = next(row for row in changes.rows if row.record is Person)
    mother = new(Person, kind="adult", given="Siobhan", family="Whitfield", in_family="mum")
    ties = {"person_id": mother.record_id, "child_id": child.record_id}
    new(Relationship, kind="mother", parental_responsibility=True, **ties)
    school = new(Agency, name="Hill School", kind="school", worker="Odette Branagh", involved=True)
    new(Lead, name="Odette Branagh", role="SENCo")
    new(
        Consent,
        by_id=mother.record_id,
        capacity="parental_responsibility",
        start="yes",
        store="yes",
        share="yes",
        how="spoken",
        on=date(2026, 9, 1),
    )
    for owner in ({"owner_id": mother.record_id}, {"owner_name": "Odette Branagh"}):
        new(Statement, tool="columns", part="worries", text="up three times a night", **owner)
    outcome = new(Outcome, number=1, title="sleeps through", status="open")
    new(Action, outcome_id=outcome.record_id, what="keep the diary", who="Nkemelu Kestrel")
    one = new(Member, name="Nkemelu Kestrel", agency_id=school.record_id)
    mum = new(Member, person_id=mother.record_id)
    meeting = new(Meeting, kind="first_taf", on=date(2026, 11, 24))
    here = {"meeting_id": meeting.record_id}
    new(Attendance, member_id=one.record_id, name="Nkemelu Kestrel", state="invited", **here)
    new(Attendance, member_id=mum.record_id, name="Siobhan", state="invited", **here)
    new(AgendaItem, position=1, title="Welcome", **here)
    on = date(2026, 9, 2)
    new(SharingDecision, on=on, asked_by="Odette Branagh", with_whom="Nkemelu Kestrel", share=False)
    new(Escalation, on=on, with_whom="Odette Branagh", about="the threshold")
    new(Supervision, on=on, with_whom="Nkemelu Kestrel")
    new(QualityAudit, on=on, by="Nkemelu Kestrel")
    case = changes.row(changes.case_id)
    assert case is not None
    case.put(plan_started=on, plan_dated=on)


@pytest.fixture
def case_id(path: Path) -> str:
    make_file(path)
    return make_family(path, "Whitfield", fill)


def read(screen: Screen[Any]) -> str:
    """Return all that stands on the screen."""
    return "\n".join(strip.text for strip in screen._compositor.render_strips())


def seen(screen: Screen[Any]) -> list[str]:
    return [name for name in NAMES if name in read(screen)]


async def test_no_section_shows_a_name_while_the_switch_is_on(path: Path, case_id: str) -> None:
    async with running(path, (160, 50)) as (app, pilot):
        await pilot.press("p")
        for section in SECTIONS:
            screen = await open_section(app, pilot, case_id, section)
            assert not seen(screen), section
            app.pop_screen()


async def test_the_minutes_show_no_name(path: Path, case_id: str) -> None:
    with Store.open(path, Secret.from_key(KEY)) as store:
        (meeting,) = store.reading().execute("SELECT id FROM meetings").fetchone()
    async with running(path, (160, 50)) as (app, pilot):
        await pilot.press("p")
        screen = MinutesScreen(app.desk, case_id, meeting)
        app.push_screen(screen)
        await until(pilot, lambda: screen.query("#who"))
        await pilot.pause()
        for _ in range(3):
            assert not seen(screen)
            at = screen.at
            await pilot.press("pagedown")
            await until(pilot, lambda at=at: screen.at != at)  # type: ignore[misc]
            await pilot.pause()


async def test_a_name_is_read_only_where_the_cursor_is_and_stays_what_it_was(
    path: Path, case_id: str
) -> None:
    async with running(path, (160, 50)) as (app, pilot):
        await pilot.press("p")
        screen = await open_section(app, pilot, case_id, "people")
        given = next(row for row in screen.query(FieldRow) if row.field == "given").editor
        assert isinstance(given, LineInput)
        assert "Tomasz" not in read(screen)
        given.focus()
        await until(pilot, lambda: "Tomasz" in read(screen))
        await type_text(pilot, " A")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
        child = screen.opened.file.children[0]
        assert (child.given, child.family, child.known_as) == ("Tomasz A", "Whitfield", "Tomek")


async def test_the_numbers_for_harm_are_called_by_the_reference(path: Path, case_id: str) -> None:
    async with running(path, (160, 50)) as (app, pilot):
        await pilot.press("p")
        await open_section(app, pilot, case_id, "overview")
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, HarmScreen))
        await pilot.pause()
        assert not seen(app.screen)


async def test_the_switch_is_turned_inside_a_case_and_back(path: Path, case_id: str) -> None:
    async with running(path, (160, 50)) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "team")
        assert "Siobhan" in read(screen)
        screen.action_command("HideNames")
        await until(pilot, lambda: app.desk.showing_references_only and not seen(screen))
        screen.action_command("HideNames")
        await until(pilot, lambda: "Siobhan" in read(screen))
