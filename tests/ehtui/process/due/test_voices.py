"""Children heard, and seen since."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.records.assessment import Conversation, Scale, Statement
from data.records.cases import Note
from data.records.findings import ToolUse
from data.records.meetings import Attendance, Meeting, Member, Update
from data.records.people import Person
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

STARTED, DAY = date(2026, 9, 9), date(2026, 9, 15)


def child(kind: str = "child") -> list[Person]:
    return [Person(id="c", case_id="case", kind=kind, given="Zofia")]


def voices(file: CaseFile, procedure: Procedure) -> list[tuple[str, str]]:
    rows = due_dates(file, procedure)
    return [(str(one.due), one.what) for one in rows if one.kind == "voice"]


@pytest.mark.parametrize(
    ("kind", "lists", "rows"),
    [
        ("child", {}, [("2026-09-23", "Child not yet heard: Zofia")]),
        ("unborn", {}, []),
        (
            "child",
            {"statements": [Statement(id="s", case_id="case", owner_id="c", text="art")]},
            [],
        ),
        (
            "child",
            {"statements": [Statement(id="s", case_id="case", owner_id="mum", text="art")]},
            [("2026-09-23", "Child not yet heard: Zofia")],
        ),
        ("child", {"scales": [Scale(id="s", case_id="case", owner_id="c", score=4)]}, []),
        (
            "child",
            {
                "statements": [
                    Statement(
                        id="s",
                        case_id="case",
                        tool="houses",
                        about_id="c",
                        basis="seen",
                        owner_name="me",
                        text="laughed at the dog",
                    )
                ]
            },
            [],
        ),
        ("child", {"tool_uses": [ToolUse(id="u", case_id="case", with_id="c", done=True)]}, []),
    ],
)
def test_every_child_that_is_born_is_heard_before_the_plan_is_finished(
    made: Callable[..., CaseFile],
    default: Procedure,
    kind: str,
    lists: dict[str, Any],
    rows: list[tuple[str, str]],
) -> None:
    assert voices(made(plan_started=STARTED, people=child(kind), **lists), default) == rows


def heard() -> list[Statement]:
    return [Statement(id="s", case_id="case", owner_id="c", text="art")]


HELD = Meeting(id="m", case_id="case", kind="first_taf", on=date(2026, 10, 1), held=True)
SEEN: list[tuple[str, dict[str, Any], str | None]] = [
    ("a talk", {"conversations": [
        Conversation(id="t", case_id="case", with_id="c", on=DAY, child_seen=True)]}, "2026-11-10"),
    ("a talk without being seen", {"conversations": [
        Conversation(id="t", case_id="case", with_id="c", on=DAY, child_seen=False)]}, None),
    ("a talk with somebody else", {"conversations": [
        Conversation(id="t", case_id="case", with_id="mum", on=DAY)]}, None),
    ("a note that says so", {"notes": [
        Note(id="n", case_id="case", about_id="c", on=DAY, child_seen=True)]}, "2026-11-10"),
    ("a note of a visit to everybody", {"notes": [
        Note(id="n", case_id="case", on=DAY, child_seen=True)]}, "2026-11-10"),
    ("a visit to the parents at which the child was seen", {"conversations": [
        Conversation(id="t", case_id="case", with_id="mum", on=DAY, child_seen=True)]},
     "2026-11-10"),
    ("an update that says so", {"updates": [
        Update(id="u", case_id="case", received=DAY, child_seen=True)]}, "2026-11-10"),
    ("a note that doesn't", {"notes": [
        Note(id="n", case_id="case", about_id="c", on=DAY)]}, None),
    ("at the meeting", {"meetings": [HELD], "attendances": [
        Attendance(id="a", case_id="case", meeting_id="m", person_id="c", state="present")]},
     "2026-11-26"),
    ("at the meeting, as a member", {
        "meetings": [HELD], "members": [Member(id="mm", case_id="case", person_id="c")],
        "attendances": [
            Attendance(id="a", case_id="case", meeting_id="m", member_id="mm", state="present")]},
     "2026-11-26"),
    ("apologies", {"meetings": [HELD], "attendances": [
        Attendance(id="a", case_id="case", meeting_id="m", person_id="c", state="apologies")]},
     None),
    ("a score at the meeting", {"meetings": [HELD], "scales": [
        Scale(id="x", case_id="case", owner_id="c", score=4, meeting_id="m")]}, "2026-11-26"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lists", "again"), [one[1:] for one in SEEN], ids=[one[0] for one in SEEN]
)
def test_a_child_is_seen_again_within_the_longest_time_between_reviews(
    made: Callable[..., CaseFile], default: Procedure, lists: dict[str, Any], again: str | None
) -> None:
    file = made(plan_started=STARTED, people=child(), statements=heard(), **lists)
    assert voices(file, default) == ([(again, "See Zofia")] if again else [])


def test_an_area_without_a_time_between_reviews_sets_none_for_seeing(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    talk = Conversation(id="t", case_id="case", with_id="c", on=DAY, child_seen=True)
    file = made(plan_started=STARTED, people=child(), statements=heard(), conversations=[talk])
    assert voices(file, msgspec.structs.replace(default, clocks=())) == []


def test_where_no_time_is_stated_for_the_plan_a_child_is_heard_in_two_weeks(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    silent = msgspec.structs.replace(default, clocks=())
    rows = voices(made(plan_started=date(2026, 9, 9), people=child()), silent)
    assert rows == [("2026-09-23", "Child not yet heard: Zofia")]


def test_a_statement_belongs_to_somebody(made: Callable[..., CaseFile], default: Procedure) -> None:
    statement = Statement(id="s", case_id="case", text="tired", tool="columns")
    file = made(plan_dated=date(2026, 9, 21), statements=[statement])
    assert voices(file, default) == [("2026-09-21", "Say whose view a statement is")]
    statement.owner_name = "SENCo"
    assert voices(file, default) == []


def key_of(written: date) -> str:
    made = f"{int(datetime.combine(written, time(12)).timestamp() * 1000):012x}"
    return f"{made[:8]}-{made[8:]}-7000-8000-000000000001"


@pytest.mark.parametrize(
    ("written", "born", "due"),
    [
        (date(2026, 9, 10), None, "2026-09-21"),  # when the plan was finished
        (date(2026, 10, 5), None, "2026-10-19"),
        (date(2026, 9, 10), date(2026, 10, 1), "2026-10-15"),  # written down before birth
    ],
)
def test_a_child_who_came_later_is_heard_in_two_weeks_from_then(
    made: Callable[..., CaseFile],
    default: Procedure,
    written: date,
    born: date | None,
    due: str,
) -> None:
    first = Person(id=key_of(STARTED), case_id="case", kind="child", given="Zofia")
    came = Person(id=key_of(written), case_id="case", kind="child", given="Adam", born=born)
    said = Statement(id="s", case_id="case", owner_id=first.id, text="art")
    file = made(plan_dated=date(2026, 9, 21), people=[first, came], statements=[said])
    assert voices(file, default) == [(due, "Child not yet heard: Adam")]
