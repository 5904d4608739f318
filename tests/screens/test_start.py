"""The start: harm first, questions by y and n, the check read out, a refusal with what was said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from data.casefile import CaseFile
from data.procedures.loading import default_id, load
from data.records.cases import Case, Lead
from data.records.consent import Consent
from data.records.people import Person, Relationship
from data.records.starting import Enquiry, StartDecision
from ehtui.opening import OpenCase
from ehtui.process.course.starting import read_answers
from ehtui.wording import Wording
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.harm.screen import HarmScreen
from screens.rows.listed import NEW
from screens.start.questions import Questions
from screens.start.screen import StartScreen
from screens.widgets.choice import Choice
from screens.widgets.yes_no import YesNo
from tests.screens.running import make_family, make_file, open_section, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ehtui.changes import ChangeSet
    from screens.app import EhtuiApp


def why_now(changes: ChangeSet) -> None:
    case = changes.row(changes.case_id)
    assert case is not None
    case.put(why_now="Tired at school", raised_by="school", first_concern=date(2026, 9, 3))


@pytest.fixture
def file(path: Path) -> Path:
    make_file(path)
    return path


async def start(app: EhtuiApp, pilot: Pilot[None], case_id: str, record: str = "") -> StartScreen:
    screen = await open_section(app, pilot, case_id, "start", record)
    assert isinstance(screen, StartScreen)
    await until(pilot, lambda: screen.focused in list(screen.query("#row-form *")))
    return screen


def form(screen: StartScreen) -> RecordForm:
    return screen.query_one("#row-form > RecordForm", RecordForm)


def words(screen: StartScreen) -> str:
    shown = [*screen.query(".guide").results(Static), *screen.query(".way-on").results(Static)]
    return "\n".join(str(one.content) for one in shown if one.display)


async def test_it_begins_at_why_now_and_goes_on_to_what_is_missing(file: Path) -> None:
    fresh, told = make_family(file, "Field"), make_family(file, "Marsh", why_now)
    async with running(file) as (app, pilot):
        first = await start(app, pilot, fresh)
        assert form(first).existing is first.opened.file.case
        app.pop_screen()
        second = await start(app, pilot, told)
        assert form(second).record is StartDecision


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({}, "not said yet"),
        ({"why_now": "Tired"}, "written down"),
        ({"why_now": "Tired", "raised_by": "school"}, "no date, school"),
        ({"first_concern": date(2026, 9, 3)}, "Thu 3 Sep 2026"),
    ],
)
def test_the_first_line_says_how_far_why_now_is_told(told: dict[str, Any], line: str) -> None:
    file = CaseFile(Case(id="1", reference="R", procedure_text_id="1", **told))
    (kind,) = [one for one in StartScreen.KINDS if one.record is Case]
    procedure = load(default_id())
    assert kind.line(OpenCase(file, procedure, Wording(procedure, file)), file.case) == line


@pytest.mark.parametrize("behind", [(), ("tab",)], ids=["letters alone", "a tab behind each"])
async def test_answers_lead_to_a_way_on_that_is_saved_with_them(
    file: Path, behind: tuple[str, ...]
) -> None:
    case_id = make_family(file, "Marsh", why_now)
    async with running(file) as (app, pilot):
        screen = await start(app, pilot, case_id)
        for answer in "nnyn":
            await pilot.press(answer, *behind)
        await pilot.press("n")
        await until(pilot, lambda: "Start an" in words(screen))
        await type_text(pilot, "several needs")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.editing.is_empty)
        (decision,) = screen.opened.file.start_decisions
        assert (decision.decision, decision.reason) == ("start", "several needs")
        assert list(read_answers(decision.answers).values()) == [False, False, True, False, False]
        assert decision.on == date(2026, 11, 22)


def agreed(changes: ChangeSet) -> None:
    why_now(changes)
    on = date(2026, 9, 9)
    child = changes.new(Person, kind="child", given="Ada")
    mum = changes.new(Person, kind="adult", given="Mum")
    changes.new(
        Relationship,
        person_id=mum.record_id,
        child_id=child.record_id,
        kind="mother",
        parental_responsibility=True,
    )
    capacity = "parental_responsibility"
    changes.new(Consent, on=on, by_id=mum.record_id, capacity=capacity, start="yes")
    changes.new(StartDecision, on=on, decision="start")
    changes.new(Enquiry, on=on, answer="none")
    changes.new(Lead, name="Nia Bell")


async def test_once_the_family_has_agreed_the_first_day_is_typed_at_once(file: Path) -> None:
    case_id = make_family(file, "Marsh", agreed)
    async with running(file) as (app, pilot):
        screen = await start(app, pilot, case_id)
        await until(pilot, lambda: form(screen).field_row("plan_started").has_focus_within)
        await type_text(pilot, "10/9")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.case.plan_started == date(2026, 9, 10))


async def test_harm_ends_the_questions_and_f9_shows_the_numbers(file: Path) -> None:
    case_id = make_family(file, "Marsh", why_now)
    async with running(file) as (app, pilot):
        screen = await start(app, pilot, case_id)
        await pilot.press("y")
        await until(pilot, lambda: "F9" in words(screen))
        assert form(screen).held("decision") == "harm"
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, HarmScreen))


async def test_answers_come_back_as_a_draft(file: Path) -> None:
    case_id = make_family(file, "Marsh", why_now)
    async with running(file) as (app, pilot):
        screen = await start(app, pilot, case_id)
        await pilot.press("n", "y")
        await until(pilot, lambda: form(screen).held("decision") == "join")
        await pilot.press("escape")
        screen = await start(app, pilot, case_id)
        await until(pilot, lambda: form(screen).held("decision") == "join")
        assert read_answers(form(screen).held("answers")) == {"harm": False, "existing": True}


async def test_the_check_gives_each_childs_name_and_birthday_to_be_read_out(file: Path) -> None:
    case_id = make_family(file, "Whit [bold] field", why_now)
    async with running(file) as (app, pilot):
        screen = await start(app, pilot, case_id, f"{NEW}enquiries")
        assert "Tomasz “Tomek” Whit [bold] field, born Tue 19 Jun 2018" in words(screen)
        form(screen).field_row("answer").query_one(Choice).value = "open"
        await until(pilot, lambda: "join the TAF" in words(screen))
        await until(pilot, lambda: "lead_name" in {row.field for row in form(screen).field_rows})


async def test_a_refusal_takes_what_the_procedure_wants_explained_by_one_key(file: Path) -> None:
    case_id = make_family(file, "Marsh", why_now)
    async with running(file) as (app, pilot):
        screen = await start(app, pilot, case_id, f"{NEW}refusals")
        await pilot.press("f5", "ctrl+s")
        await until(pilot, lambda: screen.opened.file.refusals)
        assert "voluntary" in screen.opened.file.refusals[0].explained


async def test_the_field_that_is_typed_into_is_told_by_its_label_and_only_that_one(
    file: Path,
) -> None:
    fresh = make_family(file, "Field")
    async with running(file) as (app, pilot):
        screen = await start(app, pilot, fresh)
        for _ in range(3):
            await pilot.press("tab")
            await pilot.pause()
            rows = list(screen.query("#row-form .field").results(FieldRow))
            bold = [row for row in rows if row.query_one(".label").styles.text_style.bold]
            assert bold == [row for row in rows if row.has_focus_within]


class Asking(App[None]):
    """The questions alone."""

    CSS_PATH = "../../screens/styles/start.tcss"

    def compose(self) -> ComposeResult:
        area = load(default_id())
        case = Case(
            id="case", reference="r", procedure_id="a", procedure_version="1", procedure_text_id="t"
        )
        file = CaseFile(case)
        yield Questions(OpenCase(file, area, Wording(area, file)), {})


async def test_a_sentence_typed_over_a_question_is_met_with_one_line_and_no_notice() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        remark = app.query_one(".remark", Static)
        assert not remark.display
        app.query(YesNo).first().focus()
        await type_text(pilot, "mum is worried, and so are we")
        await until(pilot, lambda: remark.display)
        assert str(remark.content) == f"✗ {YesNo.KEYS}"
        assert len(app._notifications) == 0
        assert app.query(YesNo).first().answer == ""
        await pilot.press("left")
        await until(pilot, lambda: not remark.display)
