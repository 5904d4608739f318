"""A change of level: who is told, and consent looked at again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from data.procedures.loading import load
from data.procedures.model import Duty
from data.records.cases import Notice
from data.records.decisions import LevelChange
from ehtui.process.course.levels import at_level
from ehtui.process.due.rules import due_dates
from ehtui.process.facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

DAY = date(2026, 11, 2)


@pytest.fixture
def area(default: Procedure) -> Procedure:
    told = Duty(key="told", when="level_change", title="Tell them", to="{eht}", source="2")
    assert default.consent is not None
    consent = msgspec.structs.replace(default.consent, revisit=("level_change",))
    return msgspec.structs.replace(default, duties=(told,), consent=consent)


@pytest.mark.parametrize(
    ("told", "looked_at", "rows"),
    [
        (False, None, ["Look at consent again", "Tell them (Early Help Team)"]),
        (True, None, ["Look at consent again"]),
        (True, DAY, []),
    ],
)
def test_what_follows_a_change_of_level(
    made: Callable[..., CaseFile],
    area: Procedure,
    told: bool,
    looked_at: date | None,
    rows: list[str],
) -> None:
    change = LevelChange(id="c", case_id="case", on=DAY, to_level="3", consent_looked_at=looked_at)
    notices = [Notice(id="n", case_id="case", what="level", on=DAY)] if told else []
    file = made(level_changes=[change], notices=notices)
    assert [one.what for one in due_dates(file, area)] == rows


def test_a_level_that_is_not_chosen_yet_is_no_change(
    made: Callable[..., CaseFile], area: Procedure
) -> None:
    assert due_dates(made(level_changes=[LevelChange(id="c", case_id="case", on=DAY)]), area) == []


@pytest.mark.parametrize(
    ("area", "level", "plan"),
    [
        ("gloucestershire", "1", "My Profile"),
        ("gloucestershire", "2", "My Plan"),
        ("gloucestershire", "3", "My Plan+"),
        ("gloucestershire", "", "My Plan"),
        ("doncaster", "3", "family plan"),
    ],
)
def test_a_level_calls_the_plan_by_its_own_name(
    made: Callable[..., CaseFile], area: str, level: str, plan: str
) -> None:
    assert at_level(load(area), made(level=level)).words.plan == plan


def test_the_name_of_the_plan_follows_a_change_of_level(made: Callable[..., CaseFile]) -> None:
    raised = LevelChange(id="c", case_id="case", on=DAY, from_level="2", to_level="3")
    file = made(level="2", level_changes=[raised])
    assert at_level(load("gloucestershire"), file).words.plan == "My Plan+"


def test_what_the_area_asks_for_follows_a_change_of_level(made: Callable[..., CaseFile]) -> None:
    area = load("doncaster")
    raised = LevelChange(id="c", case_id="case", on=DAY, from_level="2", to_level="3")
    before, after = made(level="2"), made(level="2", level_changes=[raised])
    assert facts_of(before, area).asks_for("plan_again") is not None
    assert facts_of(after, area).asks_for("plan_again") is None
