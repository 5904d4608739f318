"""The audit as a whole: its order, its days, its words, in every area."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from data.casefile import TABLES
from data.procedures.loading import listed, load
from ehtui.process.auditing.rules import ENDED, GOING_ON, WITHDRAWN, audit
from screens.case.sections import SECTIONS
from tests.ehtui.process.auditing.changes import put, silence
from tests.ehtui.process.auditing.test_wrong import WRONG
from tests.ehtui.process.auditing.whole import TODAY, Whole, day

ROWS = [name for name in TABLES if name != "leads"]
"""The lead is by design the last one entered."""


def test_the_order_of_entry_plays_no_part() -> None:
    one = Whole()
    for change in (silence("leo"), put("review", next_on=None), put("sleep", by=None)):
        change(one)
    before = audit(one.file, load(one.area), one.today)
    assert len(before) == 3
    for name in ROWS:
        Random(name).shuffle(getattr(one.file, name))
    assert audit(one.file, load(one.area), one.today) == before


def test_nothing_is_missing_before_its_day() -> None:
    one = Whole()
    one.today = day("2026-09-02")
    for table in ("statements", "conversations", "outcomes", "actions", "members", "attendances"):
        getattr(one.file, table).clear()
    for table in ("meetings", "copies", "progress"):
        getattr(one.file, table).clear()
    one.put("case", plan_dated=None, plan_given=None)
    assert one.said() == []


def test_every_rule_says_where_it_comes_from() -> None:
    for rule in {*GOING_ON, *WITHDRAWN, *ENDED}:
        module = __import__(rule.__module__, fromlist=["__doc__"])
        assert "Source:" in (module.__doc__ or "") or "S3" in (module.__doc__ or ""), rule


def test_every_remark_leads_somewhere_and_is_a_sentence() -> None:
    known = {one.key for one in SECTIONS} | {"assessment"}
    for change, _ in WRONG.values():
        one = Whole()
        change(one)
        for remark in audit(one.file, load(one.area), one.today):
            assert remark.section in known
            assert remark.why.endswith((".", "?"))
            assert not remark.why[0].islower()
            assert "{" not in remark.why
            assert remark.since is None or isinstance(remark.since, date)


@pytest.mark.parametrize("area", listed())
def test_every_area_can_be_asked(area: str) -> None:
    one = Whole()
    one.at_level(area, "")
    assert one.today == TODAY
    assert all(what and isinstance(person, str) for what, person in one.said())
