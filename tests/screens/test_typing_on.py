"""A sentence goes on where it was after Ctrl+S, and what is typed meanwhile is text, no command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.forms.record_form import RecordForm
from screens.rows.listed import NEW
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from tests.screens.running import (
    burst,
    make_family,
    make_file,
    open_section,
    running,
    settle,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_sentence_goes_on_behind_a_save(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "decisions")
        await pilot.press("f7")
        form = screen.query_one(RecordForm)
        form.put(asked_by="Housing", share="no")
        why = form.field_row("why").editor
        why.focus()
        await settle(pilot)
        burst(app, *"They need", "ctrl+s", *" none of it")
        await until(pilot, lambda: screen.opened.file.sharing_decisions)
        await until(pilot, lambda: isinstance(app.focused, Narrative) and app.focused is not why)
        await settle(pilot)
        typed = app.focused
        assert isinstance(typed, Narrative)
        await until(pilot, lambda: typed.text == "They need none of it")


async def test_a_line_goes_on_where_the_cursor_was(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "outcomes")
        await pilot.press("f7")
        title = screen.query_one(RecordForm).field_row("title").editor
        await until(pilot, lambda: title.focus().has_focus)
        burst(app, *"Dad said", "ctrl+s", *" xmas is cold")
        await until(pilot, lambda: screen.opened.file.outcomes)

        def goes_on() -> bool:
            return (
                isinstance(app.focused, LineInput) and app.focused.value == "Dad said xmas is cold"
            )

        await until(pilot, goes_on)


async def test_behind_an_answer_comes_the_field_that_it_brings(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook")
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "start", f"{NEW}enquiries")
        answer = screen.query_one(RecordForm).field_row("answer").editor
        await until(pilot, lambda: answer.focus().has_focus)
        burst(app, *"closed", "tab", *"2022")
        await until(pilot, lambda: screen.query_one(RecordForm).held("closed_year") == "2022")
        assert screen.query_one(RecordForm).held("answer") == "closed"
