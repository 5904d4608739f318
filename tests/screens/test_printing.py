"""What is printed is written where it was asked for, readable by its owner alone, and traced."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING
from unittest.mock import patch

from docx import Document
from textual.widgets import OptionList

from data.store.errors import StoreError
from screens.widgets.ask_folder import AskFolder
from screens.widgets.line_input import LineInput
from tests.screens.running import make_family, make_file, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_blank_is_written_to_the_folder_and_leaves_a_trace(
    path: Path, tmp_path: Path
) -> None:
    make_file(path)
    case_id = make_family(path, "O'Neill [bold]")
    folder = tmp_path / "paper"
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "printing")
        screen.query_one("#papers", OptionList).focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskFolder))
        app.screen.query_one(LineInput).value = str(folder)
        await pilot.press("enter")
        await until(pilot, lambda: list(folder.glob("*.docx")))
        app.desk.store.drain()
        traced = app.desk.store.reading().execute(
            "SELECT count(*) FROM trace WHERE action = 'write out' AND record = ?", (case_id,)
        )
        assert traced.fetchone()[0] == 1
    (written,) = folder.iterdir()
    assert written.stat().st_mode & 0o077 == 0
    assert Document(str(written)).paragraphs


async def test_a_trace_that_could_not_be_left_is_said(path: Path) -> None:
    make_file(path)
    failed: Future[None] = Future()
    failed.set_exception(StoreError("The disk is full."))
    async with running(path) as (app, pilot):
        with patch.object(app.desk.store, "write", return_value=failed):
            app.desk.wrote_out("a case", "chronology")
        await until(pilot, lambda: app._notifications)
        (said,) = [one.message for one in app._notifications]
        assert "the trace does not say so" in said
        assert "The disk is full." in said
