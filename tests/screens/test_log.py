"""The central log: what is due there is what one types in first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.widgets.line_input import LineInput
from tests.screens.running import make_family, make_file, open_section, running, until

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet

STARTED = date(2026, 9, 9)


def started(changes: ChangeSet) -> None:
    case = changes.row(changes.case_id)
    assert case is not None
    case.put(plan_started=STARTED, plan_dated=date(2026, 9, 21))


@pytest.mark.parametrize(
    ("duty", "field", "kind"),
    [
        ("start-told", "how", "start"),
        ("finish-log", "how", "plan"),
        ("finish-records", "own_records", "plan"),
    ],
)
async def test_a_duty_is_written_down_where_one_arrives(
    tmp_path: Path, duty: str, field: str, kind: str
) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook", started)
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "log", duty)
        await until(pilot, lambda: isinstance(app.focused and app.focused.parent, FieldRow))
        assert app.focused is not None
        row = app.focused.parent
        form = screen.query_one("#row-form > RecordForm", RecordForm)
        assert isinstance(row, FieldRow)
        assert (row.field, form.held("what")) == (field, kind)
        assert screen.query_one("#row-list", OptionList).highlighted is not None


async def test_the_number_that_came_back_is_the_case_s_too(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Brook", started)
    async with running(path) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "log", "finish-log")
        await until(pilot, lambda: isinstance(app.focused, LineInput))
        await pilot.press("tab", *"NEH-1", "ctrl+s")
        await until(pilot, lambda: screen.opened.file.loggings)
        assert screen.opened.file.case.central_number == "NEH-1"
