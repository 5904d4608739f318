"""A meeting that another window removed while somebody works on it: said plainly, nothing lost."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.records.meetings import AgendaItem, Meeting
from ehtui.changes import ChangeSet
from tests.screens.running import make_family, make_file, open_section, running, until
from tests.screens.test_privacy import read

if TYPE_CHECKING:
    from pathlib import Path

TYPED = "three worries, said twice"


def plan(changes: ChangeSet) -> None:
    changes.new(Meeting, kind="taf", on=date(2026, 11, 24))


@pytest.mark.parametrize("section", ["agenda", "updates", "pasted", "minutes"])
async def test_a_meeting_removed_elsewhere_is_said_and_what_was_typed_is_kept(
    path: Path, section: str
) -> None:
    make_file(path)
    case_id = make_family(path, "Ashdown", plan)
    async with running(path) as (app, pilot):
        (meeting,) = app.desk.store.reading().execute("SELECT id FROM meetings").fetchone()
        screen = await open_section(app, pilot, case_id, section, meeting)
        kept = screen.opened.file.meetings[0]
        screen.editing.typed(screen.editing.existing(kept), "pasted", TYPED)
        elsewhere = ChangeSet(case_id)
        for row in (*screen.opened.file.agenda_items, kept):
            elsewhere.remove(row)
        await asyncio.wrap_future(app.desk.save(elsewhere))
        screen.editing.changes.new(AgendaItem, meeting_id=meeting, title="Welcome")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "not in the record any more" in read(screen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is not screen)
        await asyncio.to_thread(app.drain)
        assert [TYPED in str(one.text) for one in app.desk.unsaved()] == [True]
