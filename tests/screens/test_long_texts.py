"""Ten thousand characters, pasted: a narrative takes them, a line says what it can't hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data import drafts
from data.store.secrets import Secret
from data.store.store import Store
from screens.forms.record_form import RecordForm
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from tests.screens.family import Family, a_family
from tests.screens.running import KEY, open_section, paste, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from screens.app import EhtuiApp

LONG = ("Tired again, she said [/]. " * 400)[:10_000]


@pytest.fixture
def family(path: Path) -> Family:
    return a_family(path)


async def first_child(app: EhtuiApp, pilot: Pilot[None], family: Family) -> RecordForm:
    screen = await open_section(app, pilot, family.case_id, "people")
    await until(pilot, lambda: screen.query("#row-form FieldRow"))
    return screen.query_one("#row-form > RecordForm", RecordForm)


async def test_a_narrative_takes_ten_thousand_characters(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        form = await first_child(app, pilot, family)
        story = form.field_row("needs").editor
        assert isinstance(story, Narrative)
        await until(pilot, lambda: story.focus().has_focus)
        await paste(pilot, LONG)
        await until(pilot, lambda: form.held("needs") == LONG)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: form.editing.is_empty)
        await until(pilot, lambda: all(one.is_finished for one in app.workers))
    assert LONG in [one.needs for one in family.file().people]


async def test_a_line_keeps_them_says_how_many_it_holds_and_saves_none(family: Family) -> None:
    async with running(family.path) as (app, pilot):
        form = await first_child(app, pilot, family)
        row = form.field_row("other_names")
        line = row.editor
        assert isinstance(line, LineInput)
        await until(pilot, lambda: line.focus().has_focus)
        await paste(pilot, LONG)
        await until(pilot, lambda: form.held("other_names") == LONG.rstrip())
        await pilot.press("ctrl+s")
        await until(pilot, lambda: row.has_class("-wrong"))
        said = str(row.query_one(".remark").render())
        assert "characters" in said
        assert "shorten" in said
        assert line.value == LONG.rstrip()
    assert [one.other_names for one in family.file().people] == ["", "", ""]


async def test_a_second_window_leaves_the_drafts_of_the_first_alone(family: Family) -> None:
    with Store.open(family.path, Secret.from_key(KEY), window=True) as first:
        draft = drafts.Draft(
            first.device_id, "first", "people", family.case_id, "", {"rows": ["half a word"]}
        )
        first.write(lambda connection: drafts.keep(connection, draft)).result()
        kept = _drafts(first)
        async with running(family.path) as (app, pilot):
            form = await first_child(app, pilot, family)
            row = form.field_row("other_names")
            await until(pilot, lambda: row.editor.focus().has_focus)
            await type_text(pilot, "Tom")
            app.screen.flush()  # type: ignore[attr-defined]
            await pilot.press("escape")
            app.drain()
        assert _drafts(first) == kept
        assert len(kept) == 1


def _drafts(store: Store) -> list[tuple[object, ...]]:
    return [tuple(row) for row in store.reading().execute("SELECT * FROM draft").fetchall()]
