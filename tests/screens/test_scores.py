"""A score beside last time's: what it says of a number that is none, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from data.records.assessment import Scale
from ehtui.changes import Unreadable
from screens.widgets.line_input import LineInput
from screens.widgets.score_line import ScoreLine
from tests.screens.family import Family, a_family
from tests.screens.running import open_section, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def family(path: Path) -> Family:
    return a_family(path)


@pytest.mark.parametrize(
    ("typed", "remark", "saved"),
    [
        ("0", "", True),
        ("10", "", True),
        ("11", "✗ from 0 (worst) to 10 (best)", None),
        ("-1", "✗ from 0 (worst) to 10 (best)", None),
        ("4.5", "✗ a whole number from 0 to 10", False),
        ("[b]", "✗ a whole number from 0 to 10", False),
    ],
)
async def test_a_score_is_a_whole_number_from_0_to_10(
    family: Family, typed: str, remark: str, saved: bool | None
) -> None:
    async with running(family.path) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "team")
        line = ScoreLine(screen.editing, "Keeva [x]", 4, None, {"owner_id": family.keeva})
        await screen.query_one("#body").mount(line)
        field = line.query_one(LineInput)
        await until(pilot, lambda: field.focus().has_focus)
        await type_text(pilot, typed)
        shown = [str(one.content) for one in line.query(Static)]
        assert shown == ["Keeva [x]", "4 →", remark]
        (row,) = screen.editing.changes.rows
        assert (row.record, row.typed["score"]) == (Scale, typed)
        assert row.typed["owner_id"] == family.keeva
        if saved is False:
            with pytest.raises(Unreadable):
                screen.editing.changes.values(row, app.desk.today)
