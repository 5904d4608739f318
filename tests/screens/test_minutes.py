"""The live meeting, from who is here to the next date; nothing typed is lost on the way."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from data.records.assessment import Scale
from data.records.consent import Restriction
from data.records.meetings import Meeting, Member
from data.records.outcomes import Action, Outcome, Progress
from screens.app import EhtuiApp
from screens.case.sections import section_screen
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.minutes.commands import EndMeeting, PasteMinutes, ShowScreenTo
from screens.minutes.pasted import PastedScreen
from screens.minutes.screen import MinutesScreen
from screens.widgets.action_line import ActionLine
from screens.widgets.ask_date import AskDate
from screens.widgets.keyline import KeyLine
from screens.widgets.line_sender import LineSender
from screens.widgets.narrative import Narrative
from screens.widgets.pick import Pick
from screens.widgets.score_line import ScoreLine
from screens.widgets.titleline import TitleLine
from tests.screens.family import Family, a_family
from tests.screens.running import make_family, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet

DUE = date(2026, 9, 30)


class Review(Family):
    """A family with an outcome, an action and a review to hold."""

    meeting: str = ""
    hidden: str = ""

    def fill(self, changes: ChangeSet) -> None:
        super().fill(changes)
        plan = changes.new(
            Outcome, title="sleeps 5 of 7", number=1, starting="1 of 7", status="open"
        )
        changes.new(
            Action, what="ask for it", outcome_id=plan.record_id, due=DUE, first_due=DUE, position=1
        )
        hidden = changes.new(Outcome, title="the texts stop", number=2, status="open")
        self.hidden = hidden.record_id
        changes.new(Restriction, record_id=self.hidden, from_person_id=self.mum, since=DUE)
        changes.new(Member, person_id=self.mum, name="Mum [bold]")
        changes.new(Member, person_id=self.keeva, name="Keeva")
        changes.new(Member, name="SENCo [/]")
        before = changes.new(
            Meeting, kind="review_taf", on=date(2026, 10, 1), held=True, next_on=date(2026, 10, 22)
        )
        changes.new(
            Progress, meeting_id=before.record_id, outcome_id=plan.record_id, value="2 of 7"
        )
        now = changes.new(Meeting, kind="review_taf", on=date(2026, 10, 22), at="15:45")
        self.meeting = now.record_id


@pytest.fixture
def family(path: Path) -> Review:
    a_family(path)
    family = Review(path)
    family.case_id = make_family(path, "O'Connor [x]", family.fill)
    return family


async def minutes(app: EhtuiApp, pilot: Pilot[None], family: Review) -> MinutesScreen:
    screen = MinutesScreen(app.desk, family.case_id, family.meeting)
    app.push_screen(screen)
    await until(pilot, lambda: hasattr(screen, "editing") and screen.focused is not None)
    return screen


async def turn_to(pilot: Pilot[None], screen: MinutesScreen, title: str) -> None:
    for _ in range(12):
        now = _title(screen)
        if title in now:
            return
        await pilot.press("pagedown")
        await until(pilot, partial(_turned, screen, now))
        await until(pilot, lambda: screen.focused is not None)
        await pilot.pause()
    raise AssertionError(title)


def _turned(screen: MinutesScreen, before: str) -> bool:
    return _title(screen) not in ("", before)


def _title(screen: MinutesScreen) -> str:
    return "".join(str(one.render()) for one in screen.query(".page-title").results(Static))


async def test_a_whole_review_by_keys(family: Review) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await minutes(app, pilot, family)
        await turn_to(pilot, screen, "Who is here")
        await pilot.press("i")
        await until(pilot, lambda: len(screen.query_one("#who", OptionList).options) > 2)
        await pilot.press("p", "a")
        await turn_to(pilot, screen, "sleeps 5 of 7")
        assert "2 of 7" in str(screen.query_one(".page-hint", Static).render())
        await type_text(pilot, "3 of 7")
        screen.query_one("#actions").focus()
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, AskDate))
        await type_text(pilot, "6/11")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen)
        screen.query_one("#notes Narrative", Narrative).focus()
        await type_text(pilot, "SENCo [/] to send the date by 5/11")
        await pilot.press("f8")
        line = screen.query_one(ActionLine)
        await until(pilot, lambda: screen.focused is line.line("due"))
        assert line.line("who").value == "SENCo [/]"
        await pilot.press("enter")
        await until(pilot, lambda: "Send the date" in _listed(screen))
        screen.perform(EndMeeting)
        await until(pilot, lambda: screen.query("#missing"))
        await pilot.pause()
        assert family.file().held_meetings[-1].id != family.meeting
        missing = screen.query_one("#missing", Static)
        assert "agree the next date" in str(missing.render())
        for field, text in (
            ("next_step", "continues"),
            ("lead_confirmed", "Robin"),
            ("family_agrees", "yes"),
            ("next_on", "17/12/2026"),
        ):
            form = next(row for row in screen.query(FieldRow) if row.field == field)
            form.post_message(FieldRow.Typed(form, text))
        await until(pilot, lambda: "F7 ends the meeting" in str(missing.render()))
        assert "F7 end it" in str(screen.query_one(KeyLine).render())
        screen.perform(EndMeeting)
        await until(pilot, lambda: screen.editing.is_empty)
    file = family.file()
    held = next(one for one in file.meetings if one.id == family.meeting)
    assert held.held
    assert [one.on for one in file.meetings][-1] == date(2026, 12, 17)
    moved = next(one for one in file.actions if one.what == "ask for it")
    assert (moved.due, moved.first_due) == (date(2026, 11, 6), DUE)
    new = next(one for one in file.actions if one.what == "Send the date")
    assert (new.agreed_at_id, new.due) == (family.meeting, date(2026, 11, 5))
    values = {one.value: one.moved_to for one in file.progress if one.meeting_id == family.meeting}
    assert values == {"3 of 7": None, "": date(2026, 11, 6)}
    states = [one.state for one in file.attendances]
    assert states[:2] == ["present", "apologies"]


def _listed(screen: MinutesScreen) -> str:
    found = screen.query("#actions").results(OptionList)
    return "\n".join(str(option.prompt) for one in found for option in one.options)


async def test_what_is_wrong_is_said_on_its_own_page(family: Review) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await minutes(app, pilot, family)
        screen.editing.existing(screen.the_meeting).typed["next_on"] = "31/2"
        await turn_to(pilot, screen, "Who is here")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query(".-wrong"))
        assert app.focused is not None
        assert isinstance(row := app.focused.parent, FieldRow)
        assert row.field == "next_on"


async def test_scores_begin_at_the_first_line_and_a_question_alone_is_none(family: Review) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await minutes(app, pilot, family)
        screen.editing.changes.new(Scale, question="4", meeting_id=family.meeting)
        await turn_to(pilot, screen, "Who is here")
        await pilot.press("i")
        await until(pilot, lambda: len(screen.query_one("#who", OptionList).options) > 2)
        await pilot.press("p")
        await turn_to(pilot, screen, "Scores from")
        assert app.focused is not None
        assert isinstance(app.focused.parent, ScoreLine)
        hints = [str(one.render()) for one in screen.query(".page-hint").results(Static)]
        assert not any(one.startswith("4,") for one in hints)
        assert screen.query_one("RecordForm", RecordForm).held("question") == "4"


async def test_whose_the_notes_are_is_said_once(family: Review) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await minutes(app, pilot, family)
        await turn_to(pilot, screen, "Who is here")
        await pilot.press("i")
        await until(pilot, lambda: len(screen.query_one("#who", OptionList).options) > 2)
        await turn_to(pilot, screen, "sleeps 5 of 7")
        await speaks(app, pilot, screen)
        await until(pilot, lambda: "spoke" in [row.field for row in screen.query(FieldRow)])
        notes = screen.query_one("#notes Narrative", Narrative)
        await until(pilot, lambda: screen.focused is notes)
        await type_text(pilot, "better")
        await speaks(app, pilot, screen)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
    first, *_ = family.file().attendances
    item = next(one for one in family.file().agenda_items if one.notes)
    assert item.spoke == first.name
    assert item.notes == f"better\n{first.name}: "


async def speaks(app: EhtuiApp, pilot: Pilot[None], screen: MinutesScreen) -> None:
    """Say that the first on the list speaks."""
    await pilot.press("f4")
    await until(pilot, lambda: isinstance(app.screen, Pick) and app.focused)
    await pilot.press("enter")
    await until(pilot, lambda: app.screen is screen and isinstance(screen.focused, Narrative))
    await pilot.pause()


async def test_what_was_typed_comes_back_after_a_crash_where_it_was_typed(family: Review) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await minutes(app, pilot, family)
        await turn_to(pilot, screen, "sleeps 5 of 7")
        screen.query_one("#notes Narrative").focus()
        await type_text(pilot, "Mum: tired")
        app.drain()
    async with running(family.path, (100, 40)) as (app, pilot):
        (left,) = app.desk.unsaved()
        screen = MinutesScreen(app.desk, family.case_id, left.record)
        app.push_screen(screen)
        await until(pilot, lambda: hasattr(screen, "editing") and screen.focused is not None)
        assert screen.meeting_id == family.meeting
        assert "sleeps 5 of 7" in _title(screen)
        assert screen.query_one("#notes Narrative", Narrative).text == "Mum: tired"


async def test_what_is_typed_for_one_meeting_stays_out_of_another(family: Review) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        await minutes(app, pilot, family)
        await type_text(pilot, "Mum: tired")
        await pilot.press("escape")
        (before,) = [one.id for one in family.file().meetings if one.id != family.meeting]
        other = MinutesScreen(app.desk, family.case_id, before)
        app.push_screen(other)
        await until(pilot, lambda: hasattr(other, "editing") and other.query("#body > *"))
        assert other.editing.is_empty
        await pilot.press("escape")
        (left,) = app.desk.unsaved()
        again = section_screen(left.form)(app.desk, left.case_id, left.record)
        app.push_screen(again)
        await until(pilot, lambda: hasattr(again, "editing") and again.query("#body > *"))
        assert isinstance(again, MinutesScreen)
        assert again.meeting_id == family.meeting
        assert not again.editing.is_empty


async def test_what_mum_may_not_see_is_gone_while_mum_may_look(family: Review) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await minutes(app, pilot, family)
        outcomes = {one.outcome_id for one in screen._pages(screen.sheet)}
        assert family.hidden in outcomes
        await turn_to(pilot, screen, "Who is here")
        await pilot.press("i")
        await until(pilot, lambda: not screen.editing.is_empty)
        assert family.hidden not in {one.outcome_id for one in screen._pages(screen.sheet)}
        assert "room" in screen.query_one(TitleLine).right
        screen.perform(ShowScreenTo)
        await until(pilot, lambda: "only me" in screen.query_one(TitleLine).right)
        assert family.hidden in {one.outcome_id for one in screen._pages(screen.sheet)}


async def test_somebody_elses_minutes_go_to_their_items_line_by_line(family: Review) -> None:
    async with running(family.path, (100, 40)) as (app, pilot):
        screen = await minutes(app, pilot, family)
        screen.perform(PasteMinutes)
        await until(pilot, lambda: isinstance(app.screen, PastedScreen))
        pasted = app.screen
        await until(pilot, lambda: pasted.query(LineSender))
        await pilot.pause()
        box = pasted.query_one("#pasted", Narrative)
        box.text = "- all said hello\n- SENCo [/] to ring by 4/12"
        await pilot.pause()
        await pilot.press("f6", "1")
        await until(pilot, lambda: len(pasted.query_one(LineSender).unsent) == 1)
        await pilot.press("a")
        await until(pilot, lambda: not pasted.query_one(LineSender).unsent)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pasted.editing.is_empty)  # type: ignore[attr-defined]
    file = family.file()
    assert any(one.notes == "all said hello" for one in file.agenda_items)
    assert any((one.what, one.due) == ("Ring", date(2026, 12, 4)) for one in file.actions)
