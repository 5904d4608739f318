"""Who reads the screen: on a train no recorded name (S9), at home nothing kept from those there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.loading import listed, load
from data.records.assessment import Conversation, Scale, Statement
from data.records.cases import Event, Lead, Note, Notice
from data.records.closing import Handover
from data.records.consent import Consent, Restriction
from data.records.contacts import Call, HarmContact
from data.records.decisions import Escalation, LevelChange, SharingDecision
from data.records.findings import Finding, ToolUse
from data.records.meetings import AgendaItem, Attendance, Copy, Meeting, Member, Update
from data.records.outcomes import Action, Outcome
from data.records.people import Agency, Person, Relationship
from data.records.quality import QualityAudit, Supervision
from data.records.starting import Enquiry, Refusal, StartDecision
from data.store.secrets import Secret
from data.store.store import Store
from screens.case.sections import BENEATH, SECTIONS
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.harm.screen import HarmScreen
from screens.minutes.screen import MinutesScreen
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

AREA = next(one for one in listed() if load(one).framework)
"""An area that has a use for every section."""
NAMES = ("Whitfield", "Tomasz", "Tomek", "Siobhan", "Nkemelu", "Odette", "Branagh", "Kestrel")

HELD = "quince"
"""A word of everything that Siobhan is not to see."""
HELD_IN = {
    *("columns", "houses", "assessment", "tools", "outcomes", "notes", "decisions", "chronology"),
}
"""Sections in which the practitioner alone reads it at the first glance."""

YES = {"start": "yes", "store": "yes", "share": "yes"}


def fill(changes: ChangeSet) -> None:
    """Put a name wherever one is recorded."""
    new, on, area = changes.new, date(2026, 9, 2), load(AREA)
    case = changes.row(changes.case_id)
    assert case is not None
    case.put(plan_started=on, plan_dated=on)
    child = next(row for row in changes.rows if row.record is Person).record_id
    mother = new(Person, kind="adult", given="Siobhan", family="Whitfield", in_family="mum")
    mum = mother.record_id
    by, one = {"on": on, "by_id": mum}, "Nkemelu Kestrel"
    new(Relationship, kind="mother", parental_responsibility=True, person_id=mum, child_id=child)
    school = new(Agency, name="Hill School", kind="school", worker="Odette Branagh", involved=True)
    new(Lead, name="Odette Branagh", role="SENCo", shared_with=one)
    new(StartDecision, on=on, advice_from=one)
    new(Enquiry, on=on, child_id=child, lead_name=one)
    new(Refusal, talked_to=one, **by)
    new(Consent, capacity="parental_responsibility", how="spoken", **by, **YES)
    talk = new(Conversation, tool="houses", with_id=child, on=on, present=one, written_by=one)
    for owner in ({"owner_id": mum}, {"owner_name": "Odette Branagh"}, {"owner_id": child}):
        for tool, part in (("columns", "worries"), ("houses", "house_worries")):
            said = {
                "tool": tool,
                "part": part,
                "text": "Tomek is up at night",
                "about_id": child,
                **owner,
            }
            statement = new(Statement, conversation_id=talk.record_id, **said)
    new(Scale, question="how safe", owner_name=one, score=4, on=on)
    held = {"record_id": statement.record_id, "harm_consulted": one}
    new(Restriction, from_person_id=mum, since=on, **held)
    whom = {"for_id": child, "agreed_with": "Siobhan"}
    outcome = new(Outcome, number=1, title="sleeps through", status="open", **whom)
    new(Action, outcome_id=outcome.record_id, what="keep the diary", who=one)
    members = (new(Member, name=one, agency_id=school.record_id), new(Member, person_id=mum))
    roles = {"chair": one, "minutes_by": "Odette Branagh", "lead_confirmed": "Odette Branagh"}
    meeting = new(Meeting, kind=area.meeting_kinds[0].key, on=date(2026, 11, 24), **roles)
    here = {"meeting_id": meeting.record_id}
    for member, name in zip(members, (one, "Siobhan"), strict=True):
        new(Attendance, member_id=member.record_id, name=name, state="invited", **here)
        new(Update, member_id=member.record_id, asked=on, **here)
        new(Copy, what="plan", member_id=member.record_id, made=on)
    new(AgendaItem, position=1, title="Welcome", spoke=one, **here)
    new(Note, on=on, text="rang the school", by=one)
    new(Notice, what="started", on=on, spoke_to=one)
    new(Call, case_id=changes.case_id, on=on, who=one, asked_about="Tomek")
    new(HarmContact, case_id=changes.case_id, on=on, about="Tomek", spoke_to=one)
    new(Event, on=on, what="moved house", about_id=child, source=one)
    section = next(section for section in area.sections if section.items)
    heading = {"section": section.key, "item": section.items[0].key}
    new(Finding, about_id=child, words="tired", known_from=one, **heading)
    new(ToolUse, tool=area.tools[0].key, on=on, with_id=mum, scored_by=one)
    new(LevelChange, on=on, decided_by=one)
    new(SharingDecision, on=on, asked_by="Odette Branagh", with_whom=one, share=False)
    new(Escalation, on=on, with_whom="Odette Branagh", about="the threshold")
    new(Supervision, on=on, with_whom=one)
    new(QualityAudit, on=on, by=one)
    new(Handover, on=on, to_name=one)
    keep_back(changes, mum)


def keep_back(changes: ChangeSet, mum: str) -> None:
    """Put a word that is kept from somebody wherever something can be kept from them."""
    new, on, area = changes.new, date(2026, 9, 2), load(AREA)
    said = {"text": HELD, "on": on, "weigh_harm": True, "harm_view": HELD}
    section = next(section for section in area.sections if section.items)
    heading = {"section": section.key, "item": section.items[0].key}
    dad = new(Person, kind="adult", given="D", in_family="dad").record_id
    child = next(row for row in changes.rows if row.record is Person).record_id
    talk = new(Conversation, tool="houses", with_id=child, on=date(2026, 9, 3), place=HELD)
    outcome = new(Outcome, number=2, title=HELD, by=on, status="agreed")
    kept = (
        new(Statement, tool="columns", part="worries", owner_id=dad, **said),
        talk,
        outcome,
        new(Event, on=on, what=HELD, about_id=dad),
        new(Finding, words=HELD, about_id=dad, **heading),
        new(ToolUse, tool=area.tools[0].key, on=on, done=False, not_done_why=HELD),
        new(LevelChange, on=on, why=HELD),
    )
    for row in kept:
        new(Restriction, from_person_id=mum, since=on, record_id=row.record_id)
    house = {"tool": "houses", "part": "house_worries", "owner_id": child}
    new(Statement, conversation_id=talk.record_id, **house, **said)
    new(Action, outcome_id=outcome.record_id, what=HELD, who="D", due=on, status="open")
    new(Note, on=on, text=HELD)
    new(Call, case_id=changes.case_id, on=on, who="D", asked=HELD)
    new(SharingDecision, on=on, what=HELD, why=HELD, share=False)
    new(Supervision, on=on, with_whom=HELD, agreed=HELD)


@pytest.fixture
def case_id(path: Path) -> str:
    make_file(path)
    return make_family(path, "Whitfield", fill, AREA)


def read(screen: Screen[Any]) -> str:
    """Return all that stands on the screen."""
    return "\n".join(strip.text for strip in screen._compositor.render_strips())


def seen(screen: Screen[Any]) -> list[str]:
    return [name for name in NAMES if name in read(screen)]


async def test_no_section_shows_a_name_with_the_switch_on_nor_what_is_kept_from_who_looks(
    path: Path, case_id: str
) -> None:
    read_in = set()
    async with running(path, (160, 50)) as (app, pilot):
        await pilot.press("p")
        reading = app.desk.store.reading()
        (meeting,) = reading.execute("SELECT id FROM meetings").fetchone()
        (mum,) = reading.execute("SELECT id FROM people WHERE given = 'Siobhan'").fetchone()
        for section in (*SECTIONS, *BENEATH):
            record = meeting if section in BENEATH else ""
            screen = await open_section(app, pilot, case_id, section.key, record)
            assert not seen(screen), section.key
            if HELD in read(screen):
                read_in.add(section.key)
            app.desk.showing_to = (mum,)
            await screen.show_to_these()
            await pilot.pause()
            assert HELD not in read(screen), section.key
            assert "showing to SW" in read(screen), section.key
            app.desk.showing_to = ()
            app.pop_screen()
        assert read_in >= HELD_IN


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


async def test_what_is_typed_outlives_somebody_looking_and_all_is_there_again_afterwards(
    path: Path, case_id: str
) -> None:
    async with running(path, (160, 50)) as (app, pilot):
        (mum,) = (
            one[0]
            for one in app.desk.store.reading().execute(
                "SELECT id FROM people WHERE given = 'Siobhan'"
            )
        )
        screen = await open_section(app, pilot, case_id, "outcomes")
        held = next(one for one in screen.opened.file.outcomes if one.title == HELD)
        change = screen.editing.existing(held).put(measure="how many nights")
        app.desk.showing_to = (mum,)
        await screen.show_to_these()
        await pilot.pause()
        assert HELD not in read(screen)
        assert screen.editing.changes.rows == [change]
        app.desk.showing_to = ()
        await screen.show_to_these()
        await pilot.pause()
        assert "• 2 " in read(screen)
        assert HELD in read(screen)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
        assert screen.opened.file.outcomes[1].measure == "how many nights"


async def test_another_family_is_not_read_while_somebody_looks(path: Path, case_id: str) -> None:
    async with running(path, (160, 50)) as (app, pilot):
        app.desk.showing_to = ("somebody else's mother",)
        screen = await open_section(app, pilot, case_id, "overview")
        assert "Siobhan" not in read(screen)
        assert "Not while somebody else sees the screen" in read(screen)


async def test_what_is_typed_before_somebody_who_may_not_see_it_goes_on(
    path: Path, case_id: str
) -> None:
    async with running(path) as (app, pilot):
        (mum,) = (
            app.desk.store.reading()
            .execute("SELECT id FROM people WHERE given = 'Siobhan'")
            .fetchone()
        )
        app.desk.showing_to = (mum,)
        screen = await open_section(app, pilot, case_id, "notes")
        await until(pilot, lambda: screen.focused)
        await pilot.press("f7")
        screen.query_one(RecordForm).put(text="rang the nurse")
        await pilot.press("f6")
        await until(pilot, lambda: screen.focused and screen.focused.id == "row-list")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
        assert "rang the nurse" in [one.text for one in screen.opened.file.notes]
