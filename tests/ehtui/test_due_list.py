"""What belongs to no family is due like anything else, in one list with what does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from data import settings
from data.keys import made_on
from data.procedures.loading import default_id, listed, load, read_text
from data.records.contacts import Call, HarmContact
from data.records.outcomes import Action
from data.records.quality import QualityAudit
from data.settings import Settings
from ehtui.beginning import begin_case
from ehtui.changes import ChangeSet
from ehtui.due_list import AT_ONCE, NO_FAMILY, DueList
from ehtui.familyless import procedure_in_use
from ehtui.process.due.quality import monthly_audit_due
from ehtui.saving import save

if TYPE_CHECKING:
    from data.records.base import Record
    from data.store.store import Store

TODAY = date(2026, 11, 22)
RUNG = date(2026, 11, 18)
ME = "Robin Ashdown"
DONE: dict[str, Any] = {"on": RUNG, "reason": "bruise", "written": RUNG, "answered": RUNG}


def work_in(store: Store, area: str) -> None:
    mine = Settings(me=ME, procedure=area)
    store.write(lambda connection: settings.write(connection, mine)).result()


def note(store: Store, record: type[Record], **values: Any) -> None:
    changes = ChangeSet("")
    changes.new(record, **values)
    save(store, changes, by=ME, today=TODAY).result()


def family_with_actions(store: Store, actions: int) -> None:
    changes = begin_case(store.reading(), load(default_id()), read_text(default_id()), Random(1))
    for number in range(actions):
        changes.new(Action, what=f"Ring {number}", due=RUNG + timedelta(days=number % 3))
    save(store, changes, by=ME, today=TODAY).result()


def told(store: Store) -> list[tuple[str, str]]:
    return [(str(one.due), one.what) for one in DueList(store.reading(), TODAY).rows()]


def test_a_call_without_a_family_waits_until_it_is_answered(store: Store) -> None:
    work_in(store, default_id())
    note(store, Call, on=RUNG, agency="GP surgery", asked_about="Kai [x]", ring_back=TODAY)
    note(store, Call, on=RUNG, agency="housing", rung_back=TODAY)
    (row,) = DueList(store.reading(), TODAY).rows()
    assert (row.case_id, row.reference, row.family) == ("", "", NO_FAMILY)
    assert (row.section, row.who, row.kind, row.due) == ("phone", ME, "call", TODAY)
    assert "Kai [x]" in row.why


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ({}, []),
        ({"reason": ""}, [("2026-11-18", "Write down what the worry is")]),
        ({"written": None}, [("2026-11-20", "Follow up in writing")]),
        ({"answered": None}, [("2026-11-25", "No answer yet about harm: ask")]),
    ],
)
def test_a_contact_about_harm_is_followed_by_the_area_s_own_times(
    store: Store, fields: dict[str, Any], rows: list[tuple[str, str]]
) -> None:
    """Source: Hull 7."""
    ends = {key: {clock.until for clock in load(key).clocks} for key in listed()}
    area = next(key for key in listed() if {"contact_written", "contact_answered"} <= ends[key])
    work_in(store, area)
    note(store, HarmContact, about="Kai", **{**DONE, **fields})
    assert told(store) == rows
    assert all(" about Kai" in one.why for one in DueList(store.reading(), TODAY).rows())


def test_a_contact_nobody_dated_is_due_from_the_day_it_was_noted(store: Store) -> None:
    note(store, HarmContact, about="Kai")
    (key,) = store.reading().execute("SELECT id FROM harm_contacts").fetchone()
    noted = made_on(key)
    assert {one.due for one in DueList(store.reading(), noted).rows()} == {noted}
    made = uuid7_at(datetime(2026, 11, 18, 12, tzinfo=UTC))
    assert made_on(made) == RUNG


def uuid7_at(instant: datetime) -> str:
    milliseconds = f"{round(instant.timestamp() * 1000):012x}"
    return f"{milliseconds[:8]}-{milliseconds[8:]}-7000-8000-000000000000"


def test_every_row_comes_once_in_order_and_is_counted(store: Store) -> None:
    work_in(store, default_id())
    family_with_actions(store, actions=AT_ONCE + 5)
    note(store, Call, on=RUNG + timedelta(days=1), agency="GP surgery")
    due = DueList(store.reading(), TODAY)
    rows = list(due.rows())
    assert [one.due for one in rows] == sorted(one.due for one in rows)
    assert len(set(rows)) == len(rows) == sum(due.counts()) > AT_ONCE + 5
    assert due.first(1) == rows[:1]
    assert [one.kind for one in due.rows(kind="call")] == ["call"]
    assert {one.kind for one in due.rows(kind="action")} == {"action"}
    assert due.counts(kind="call", who=ME) == (1, 0, 0)
    assert list(due.rows(kind="call", who="somebody else")) == []
    assert ("call" in due.kinds(), ME in due.responsible()) == (True, True)
    assert list(due.rows(kind="call", within_days=-3)) == list(due.rows(kind="call"))
    assert list(due.rows(kind="call", within_days=-4)) == []


def test_a_procedure_that_cannot_be_read_keeps_nobody_from_anything() -> None:
    assert procedure_in_use("nowhere").default


def audited(store: Store, *days: date) -> None:
    changes = begin_case(store.reading(), load(default_id()), read_text(default_id()), Random(1))
    for day in days:
        changes.new(QualityAudit, on=day, grade="good")
    save(store, changes, by=ME, today=TODAY).result()


@pytest.mark.parametrize(
    ("area", "days", "due"),
    [
        ("doncaster", [], []),
        ("doncaster", [date(2026, 10, 30)], ["2026-11-30"]),
        ("doncaster", [date(2026, 10, 30), date(2026, 11, 2)], []),
        ("doncaster", [date(2026, 8, 31)], ["2026-09-30"]),
        ("newcastle", [date(2026, 8, 31)], []),
    ],
    ids=["never any", "not this month", "done: the next is far", "none for months", "not asked"],
)
def test_an_audit_each_month_where_the_area_asks_and_audits_are_kept(
    store: Store, area: str, days: list[date], due: list[str]
) -> None:
    work_in(store, area)
    audited(store, *days)
    rows = [one for one in DueList(store.reading(), TODAY).rows() if one.kind == "quality"]
    assert [str(one.due) for one in rows] == due
    assert all((one.case_id, one.who, one.section) == ("", ME, "quality") for one in rows)


def test_a_month_ends_in_its_own_year() -> None:
    (row,) = monthly_audit_due(load("doncaster"), date(2026, 11, 30), ME)
    assert (row.due, row.what) == (date(2026, 12, 31), "An audit in December: choose a family")
    (row,) = monthly_audit_due(load("doncaster"), date(2026, 12, 1), ME)
    assert row.due == date(2027, 1, 31)
