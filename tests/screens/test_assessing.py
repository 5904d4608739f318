"""The assessment by keyboard: headings, the outcomes framework, tools and scores, views of it."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Static

from data.procedures.loading import listed, load, read_text
from data.records.consent import Consent, Restriction
from data.records.findings import Finding, ToolScore, ToolUse
from data.records.people import Person, Relationship
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.beginning import begin_case
from ehtui.changes import ChangeSet
from ehtui.opening import open_case
from ehtui.saving import save
from screens.assessment.frame import AssessingScreen
from screens.assessment.use_dialog import UseDialog
from screens.assessment.views import ViewsScreen
from screens.case.sections import offered
from screens.forms.row_dialog import RowDialog
from screens.plan.screen import OutcomesScreen
from screens.statements.comments import CommentsScreen
from screens.widgets.confirm import Confirm
from screens.widgets.line_input import LineInput
from tests.screens.running import KEY, ME, TODAY, make_file, open_section, paste, running, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from data.procedures.model import Procedure
    from ehtui.opening import OpenCase
    from screens.app import EhtuiApp


def area(has: Callable[[Procedure], object]) -> str:
    """Return the first shipped area that has something."""
    return next(one for one in listed() if has(load(one)))


WITH_FRAMEWORK = area(lambda one: one.framework)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "families.db"
    make_file(made)
    return made


def begin(path: Path, procedure: str, *, agreed: bool = True) -> str:
    """Begin a case of an area at its highest level, the mother having said yes; return its key."""
    with Store.open(path, Secret.from_key(KEY)) as store:
        loaded = load(procedure)
        changes = begin_case(store.reading(), loaded, read_text(procedure), Random(1))
        case = changes.row(changes.case_id)
        assert case is not None
        level = loaded.levels[-1].key if loaded.levels else ""
        always = [key for tool in loaded.tools if tool.always for key in tool.levels]
        case.put(family_name="O'Neill [bold]", level=always[0] if always else level)
        child = changes.new(Person, kind="child", given="Keeva [b]", born=date(2011, 3, 1))
        mum = changes.new(Person, kind="adult", given="Siân")
        ties = {"person_id": mum.record_id, "child_id": child.record_id}
        changes.new(Relationship, kind="mother", parental_responsibility=True, **ties)
        if agreed:
            yes = {"start": "yes", "store": "yes", "share": "yes", "how": "signed"}
            changes.new(Consent, by_id=mum.record_id, on=date(2026, 9, 9), **yes)
        save(store, changes, by=ME, today=TODAY).result()
    return changes.case_id


def saved(path: Path, case_id: str) -> OpenCase:
    with Store.open(path, Secret.from_key(KEY)) as store:
        return open_case(store.reading(), case_id)


async def dialog(app: EhtuiApp, pilot: Pilot[None], key: str) -> RowDialog:
    """Press a key that opens a dialogue, and wait until one can type in it."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, RowDialog) and app.screen.focused)
    assert isinstance(app.screen, RowDialog)
    return app.screen


async def begin_at(
    app: EhtuiApp, pilot: Pilot[None], case_id: str, section: str, record: str = ""
) -> AssessingScreen:
    """Open one of the lists an assessment is made of."""
    screen = await open_section(app, pilot, case_id, section, record)
    assert isinstance(screen, AssessingScreen)
    return screen


def remark(asked: RowDialog) -> str:
    """Return what a dialogue says is wrong."""
    return str(asked.query_one(".dialogue > .remark", Static).content)


def read(screen: AssessingScreen) -> str:
    """Return the text of all its lines."""
    return "\n".join(text.plain for _, text in screen.lines())


async def back(screen: Any, pilot: Pilot[None]) -> None:
    """Wait until the list is there again."""
    await until(pilot, lambda: screen.is_current and screen.focused)
    await until(pilot, lambda: not list(screen.workers))


async def test_a_finding_is_written_under_its_heading(path: Path) -> None:
    case_id = begin(path, WITH_FRAMEWORK)
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "assessment")
        asked = await dialog(app, pilot, "enter")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Nothing is written yet" in remark(asked))
        await paste(pilot, "[b]awake[/b] three times a night")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.findings)
        await back(screen, pilot)
        await pilot.press("n")
        second = load(WITH_FRAMEWORK).sections[0].items[1]
        await until(pilot, lambda: screen.at.endswith(f"/{second.key}"))
    (finding,) = saved(path, case_id).file.findings
    section = load(WITH_FRAMEWORK).sections[0]
    assert (finding.section, finding.item) == (section.key, section.items[0].key)
    assert (finding.needs, finding.on) == ("[b]awake[/b] three times a night", TODAY)
    assert saved(path, case_id).file.name(finding.about_id) == "Keeva [b]"


async def test_what_is_typed_before_the_family_agrees_stays_a_draft(path: Path) -> None:
    case_id = begin(path, WITH_FRAMEWORK, agreed=False)
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "assessment")
        asked = await dialog(app, pilot, "enter")
        await paste(pilot, "tired at ten")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Not yet" in remark(asked))
        await pilot.press("escape")
        await back(screen, pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.editing.is_empty)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is not screen)
        screen = await begin_at(app, pilot, case_id, "assessment")
        (row,) = screen.begun("findings")
        assert row.typed["needs"] == "tired at ten"
        assert any("tired at ten" in text.plain for _, text in screen.lines())
    assert saved(path, case_id).file.findings == []


async def test_what_is_kept_from_somebody_leaves_a_screen_shown_to_them(path: Path) -> None:
    case_id = begin(path, WITH_FRAMEWORK)
    section = load(WITH_FRAMEWORK).sections[0]
    here = {"section": section.key, "item": section.items[0].key}
    with Store.open(path, Secret.from_key(KEY)) as store:
        (mum,) = open_case(store.reading(), case_id).file.adults
        changes = ChangeSet(case_id)
        kept = changes.new(Finding, needs="afraid of him", known_from="school", **here)
        changes.new(Finding, needs="tired at ten", known_from="school", **here)
        changes.new(Restriction, record_id=kept.record_id, from_person_id=mum.id)
        save(store, changes, by=ME, today=TODAY).result()
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "assessment", kept.record_id)
        assert "not for Siân" in read(screen)
        assert "afraid of him" in screen.below().plain
        app.desk.showing_to = (mum.id,)
        screen.read_case()
        await until(pilot, lambda: "not for" not in read(screen))
        assert "tired at ten" in read(screen)
        assert "afraid" not in read(screen)
        assert "afraid" not in screen.below().plain


async def test_who_said_it_is_not_read_by_somebody_unsafe(path: Path) -> None:
    case_id = begin(path, WITH_FRAMEWORK)
    section = load(WITH_FRAMEWORK).sections[0]
    here = {"section": section.key, "item": section.items[0].key}
    with Store.open(path, Secret.from_key(KEY)) as store:
        (mum,) = open_case(store.reading(), case_id).file.adults
        changes = ChangeSet(case_id)
        changes.edit(mum, unsafe=True)
        found = changes.new(Finding, needs="tired at ten", known_from="Aunt Heron", **here)
        save(store, changes, by=ME, today=TODAY).result()
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "assessment", found.record_id)
        assert "Aunt Heron" in read(screen)
        app.desk.showing_to = (mum.id,)
        screen.read_case()
        await until(pilot, lambda: "Aunt Heron" not in read(screen))
        assert "tired at ten" in read(screen)
        assert "Aunt Heron" not in screen.below().plain


async def test_a_key_answers_an_outcome_and_another_puts_it_into_the_plan(path: Path) -> None:
    case_id = begin(path, WITH_FRAMEWORK)
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "framework")
        for key in "mun":
            before = len(screen.opened.file.framework_answers)
            await pilot.press(key)
            await until(pilot, lambda n=before: len(screen.opened.file.framework_answers) > n)  # type: ignore[misc]
            await back(screen, pilot)
        await pilot.press("up", "p")
        await until(pilot, lambda: isinstance(app.screen, OutcomesScreen) and app.screen.focused)
        await until(pilot, lambda: isinstance(app.screen.focused, LineInput))
        await pilot.pause()
        await paste(pilot, "at school by nine")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen.editing.is_empty)  # type: ignore[attr-defined]
    file = saved(path, case_id).file
    keys = [one.key for one in load(WITH_FRAMEWORK).framework_outcomes]
    assert [(one.outcome, one.state) for one in file.framework_answers] == [
        (keys[0], "met"),
        (keys[1], "not_known"),
        (keys[2], "needs_help"),
    ]
    (outcome,) = file.outcomes
    assert (outcome.title, outcome.framework) == ("at school by nine", keys[2])


async def test_a_score_off_the_scale_is_said_and_comes_back(path: Path) -> None:
    case_id = begin(path, WITH_FRAMEWORK)
    tool = next(one for one in load(WITH_FRAMEWORK).tools if one.areas)
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "tools", tool.key)
        assert tool.title in screen.above().plain  # missing at this level
        asked = await dialog(app, pilot, "enter")
        asked.query(".score").first().focus()
        await pilot.press("4", "tab", "1", "1", "ctrl+s")
        await until(pilot, lambda: tool.areas[1].title in remark(asked))
        await pilot.press("escape")
        await back(screen, pilot)
        assert screen.opened.file.tool_uses == []
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.editing.is_empty)
        await pilot.press("down")
        asked = await dialog(app, pilot, "enter")
        assert isinstance(asked, UseDialog)
        values = [one.value for one in asked.query(".score").results(LineInput)]
        assert values[:3] == ["4", "11", ""]
        asked.query(".score")[1].focus()
        await pilot.press("backspace", "ctrl+s")
        await until(pilot, lambda: screen.opened.file.tool_scores)
        await back(screen, pilot)
        assert tool.title not in screen.above().plain
        assert tool.areas[0].title in screen.below().plain
    file = saved(path, case_id).file
    assert [(one.area, one.score) for one in file.tool_scores] == [
        (tool.areas[0].title, 4),
        (tool.areas[1].title, 1),
    ]
    assert {one.use_id for one in file.tool_scores} == {one.id for one in file.tool_uses}


async def test_a_tool_that_was_not_used_needs_its_reason(path: Path) -> None:
    case_id = begin(path, WITH_FRAMEWORK)
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "tools")
        asked = await dialog(app, pilot, "n")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: asked.query(".field.-wrong"))
        await paste(pilot, "she would rather draw")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.opened.file.tool_uses)
        await back(screen, pilot)
    (use,) = saved(path, case_id).file.tool_uses
    assert (use.done, use.not_done_why) == (False, "she would rather draw")


async def test_a_use_goes_and_comes_back_with_its_scores(path: Path) -> None:
    procedure = area(lambda one: any(tool.areas for tool in one.tools))
    tool = next(one for one in load(procedure).tools if one.areas)
    case_id = begin(path, procedure)
    with Store.open(path, Secret.from_key(KEY)) as store:
        changes = ChangeSet(case_id)
        use = changes.new(ToolUse, tool=tool.key, on=date(2026, 11, 2), done=True)
        changes.new(ToolScore, use_id=use.record_id, area=tool.areas[0].title, score=3)
        save(store, changes, by=ME, today=TODAY).result()
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "tools", use.record_id)
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("y")
        await until(pilot, lambda: not screen.opened.file.tool_uses)
        await back(screen, pilot)
        assert screen.opened.file.tool_scores == []
        await pilot.press("ctrl+z")
        await until(pilot, lambda: screen.opened.file.tool_uses)
        await back(screen, pilot)
    file = saved(path, case_id).file
    assert [(one.use_id, one.score) for one in file.tool_scores] == [(use.record_id, 3)]


async def test_an_area_without_a_list_of_areas_takes_the_familys_own(path: Path) -> None:
    procedure = area(lambda one: any(tool.key == "progress-chart" for tool in one.tools))
    case_id = begin(path, procedure)
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "tools", "progress-chart")
        asked = await dialog(app, pilot, "enter")
        asked.query(".area").first().focus()
        await pilot.press(*"sleep", "tab", "4", "ctrl+s")
        await until(pilot, lambda: screen.opened.file.tool_scores)
        await back(screen, pilot)
        assert "sleep" in screen.below().plain
    (score,) = saved(path, case_id).file.tool_scores
    assert (score.area, score.score) == ("sleep", 4)


async def test_what_they_say_of_the_assessment_stands_apart_from_their_comments(
    path: Path,
) -> None:
    case_id = begin(path, WITH_FRAMEWORK)
    async with running(path) as (app, pilot):
        screen = await begin_at(app, pilot, case_id, "assessment", "views_on_assessment")
        assert screen.at == "go:views/views_on_assessment"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ViewsScreen) and app.screen.focused)
        views = app.screen
        assert isinstance(views, ViewsScreen)
        assert views.owner.called(views.shown) == "Keeva [b]"
        await paste(pilot, "mum is not [like] that")
        await pilot.press("enter")
        await until(pilot, lambda: views.opened.file.statements)
        await until(pilot, lambda: not list(views.workers))
        comments = await open_section(app, pilot, case_id, "comments")
        assert isinstance(comments, CommentsScreen)
        assert comments.of_tool() == []
    (said,) = saved(path, case_id).file.statements
    assert (said.part, said.text) == ("view_agrees", "mum is not [like] that")


@pytest.mark.parametrize("procedure", listed())
def test_only_what_an_area_has_is_offered(procedure: str) -> None:
    has = load(procedure)
    keys = {one.key for one in offered(has)}
    assert ("assessment" in keys) is bool(has.sections)
    assert ("framework" in keys) is (has.framework is not None)
    assert ("tools" in keys) is bool(has.tools)
