"""The case's level is that of the latest change, whichever is being written or put right."""

from __future__ import annotations

from datetime import date

import pytest

from data.casefile import CaseFile
from data.records.cases import Case
from data.records.decisions import LevelChange
from ehtui.changes import ChangeSet
from ehtui.levelling import follow_level

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("which", "typed", "level"),
    [
        (None, {"on": "1/11/26", "to_level": "2"}, "2"),
        (None, {"on": "5/9/26", "to_level": "2"}, None),
        (None, {"to_level": "2"}, "2"),
        ("early", {"to_level": "2"}, None),
        ("early", {"on": "1/11/26"}, "3"),
        ("late", {"to_level": "2"}, "2"),
        ("late", {"on": "20/9/26", "to_level": "2"}, "2"),
        ("late", {"why": "as before"}, None),
        ("late", {"on": "no day"}, None),
    ],
)
def test_the_level_follows_the_latest_change(
    which: str | None, typed: dict[str, str], level: str | None
) -> None:
    kept = [
        LevelChange(id="early", case_id="c", version=1, on=date(2026, 9, 1), to_level="3"),
        LevelChange(id="late", case_id="c", version=1, on=date(2026, 10, 1), to_level="4"),
    ]
    case = Case.model_construct(id="c", version=1, level="4")
    file = CaseFile(case, level_changes=kept)
    changes = ChangeSet("c")
    own = next((one for one in kept if one.id == which), None)
    row = changes.edit(own) if own else changes.new(LevelChange)
    row.typed.update(typed)
    follow_level(changes, file, TODAY)
    put = changes.row("c")
    assert (put.typed["level"] if put else None) == level


def test_a_change_that_is_taken_away_sets_no_level() -> None:
    gone = LevelChange(id="x", case_id="c", version=1, on=date(2026, 9, 1), to_level="3")
    file = CaseFile(Case.model_construct(id="c", version=1), level_changes=[gone])
    changes = ChangeSet("c")
    changes.edit(gone).typed["to_level"] = "4"
    changes.remove(gone)
    follow_level(changes, file, TODAY)
    assert changes.row("c") is None
