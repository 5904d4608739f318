"""A family under an area that the user added: begun, kept, and due by that area's own times."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from data.procedures.loading import load, read_text
from ehtui.beginning import begin_case
from ehtui.opening import open_case
from ehtui.process.course.stages import stage_of
from ehtui.process.due.rules import due_dates
from ehtui.saving import save

if TYPE_CHECKING:
    from data.store.store import Store

MARLBURY = Path(__file__).parents[1] / "data" / "areas" / "marlbury.toml"


def test_a_case_is_begun_under_an_area_of_ones_own_and_keeps_it(
    store: Store, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / MARLBURY.name).write_text(MARLBURY.read_text("utf-8"), "utf-8")
    area = load("marlbury", own)
    changes = begin_case(store.reading(), area, read_text("marlbury", own), Random(1))
    case = next(row for row in changes.rows if row.table == "cases")
    case.put(family_name="Wetherby", plan_started="23/12/2026", level="full")
    save(store, changes, by="me", today=date(2026, 12, 23)).result()
    (own / MARLBURY.name).unlink()  # the case keeps the text under which it was begun

    opened = open_case(store.reading(), changes.case_id)
    assert opened.procedure == area
    assert stage_of(opened.file, opened.procedure).title == "Listen"
    due = {one.what: one.due for one in due_dates(opened.file, opened.procedure)}
    assert due["Finish the Family Conversation"] == date(2027, 1, 18)
