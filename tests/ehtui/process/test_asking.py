"""Turning to others, and changes of level: what they take, and what is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from data.procedures.clock import Reply, Request
from data.procedures.loading import load
from data.procedures.model import Level
from data.procedures.parts import Item
from data.procedures.starting import Contact, Help
from data.records.decisions import LevelChange
from data.records.outcomes import Outcome
from data.records.people import Relationship
from ehtui.changes import ChangeSet
from ehtui.levelling import follow_level
from ehtui.process.course.asking import turning_to, what_follows
from ehtui.process.course.levels import level_now, steps_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

TODAY = date(2026, 11, 22)
LEVELS = tuple(
    Level(key=key, title=f"Level {key}", meaning="m", asks=(f"asks {key}",),
          less=(f"less than {key}",), more=(f"more than {key}",))
    for key in ("1", "2", "3")
)  # fmt: skip


def test_what_goes_with_a_request_is_there_or_missing(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    keys = ("plan", "genogram", "minutes", "form")
    marf = Request(
        key="marf", title="Referral", to="the hub", when="risk",
        sends=tuple(Item(key=key, title=key) for key in keys),
    )  # fmt: skip
    area = msgspec.structs.replace(default, requests=(marf,))
    file = made(
        plan_dated=date(2026, 10, 1),
        outcomes=[Outcome(id="o", case_id="case")],
        relationships=[Relationship(id="r", case_id="case")],
    )
    turning = turning_to(file, area, "marf")
    assert turning is not None
    assert [(one.key, one.there) for one in turning.sends] == [
        ("plan", True),
        ("genogram", True),
        ("minutes", False),
        ("form", False),
    ]
    assert turning.sends[0].state == "of Thu 1 Oct 2026"
    assert [one.key for one in turning.missing] == ["minutes", "form"]
    assert turning_to(file, area, "nobody") is None


def test_help_says_when_and_whom_to_ring_and_an_answer_what_follows(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    panel = Help(key="panel", title="Panel", when="stuck", contact="desk")
    desk = Contact(key="desk", title="Desk", use="all", phone="0191 498 0000")
    reply = Reply(key="advice", title="Advice", do="Bring it to the next {taf}.")
    marf = Request(key="marf", title="Referral", to="them", when="risk", outcomes=(reply,))
    area = msgspec.structs.replace(default, help=(panel,), contacts=(desk,), requests=(marf,))
    turning = turning_to(made(), area, "panel")
    assert turning is not None
    assert (turning.when, turning.contacts, turning.sends) == ("stuck", (desk,), ())
    assert what_follows(area, "marf", "advice") == "Bring it to the next {taf}."
    assert what_follows(area, "marf", "") == ""


def test_a_change_of_level_says_its_steps(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    area = msgspec.structs.replace(default, levels=LEVELS)
    assert steps_for(area, "2", "3") == ("more than 2", "asks 3")
    assert steps_for(area, "3", "2") == ("less than 3", "asks 2")
    assert steps_for(area, "", "2") == ("asks 2",)


def test_the_level_follows_the_latest_change(made: Callable[..., CaseFile]) -> None:
    older = LevelChange(id="a", case_id="case", on=date(2026, 10, 1), to_level="3")
    file = made(level="2", level_changes=[older])
    assert level_now(file) == "3"
    late, early = ChangeSet("case"), ChangeSet("case")
    late.new(LevelChange, on=date(2026, 11, 1), to_level="1")
    early.new(LevelChange, on=date(2026, 9, 1), to_level="1")
    for changes in (late, early):
        follow_level(changes, file, TODAY)
    changed = late.row("case")
    assert changed is not None
    assert changed.typed["level"] == "1"
    assert early.row("case") is None


@pytest.mark.parametrize(
    ("area", "asked", "places"),
    [
        ("gloucestershire", "coordinator", 6),
        ("hull", "eham", 3),
        ("gloucestershire", "parenting", 0),
    ],
)
def test_who_is_turned_to_in_each_locality_stands_beside_it(
    made: Callable[..., CaseFile], area: str, asked: str, places: int
) -> None:
    turning = turning_to(made(), load(area), asked)
    assert turning is not None
    assert len([one for one in turning.contacts if one.area]) == places
