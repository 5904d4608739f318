"""What becomes of an action, and what a line of notes says of one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from data.casefile import CaseFile
from data.records.cases import Case
from data.records.meetings import Meeting
from data.records.outcomes import Action, Progress
from ehtui.acting import Said, mark, move, said
from ehtui.changes import ChangeSet

TODAY = date(2026, 10, 22)
NAMES = ("SENCo", "Mum", "O'Neill [b]")
MEETING = Meeting(id="m", case_id="c", on=TODAY)


def _file(*progress: Progress) -> CaseFile:
    known: dict[str, Any] = {"id": "c", "reference": "R", "family_name": "F"}
    return CaseFile(Case(**known), progress=list(progress))


def _action() -> Action:
    due = date(2026, 9, 30)
    return Action(id="a", case_id="c", outcome_id="o", what="ask", due=due, first_due=due)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SENCo to send the date by 5/10", Said("Send the date", "SENCo", "5/10")),
        ("- mum: keep the diary", Said("Keep the diary", "Mum")),
        ("O'Neill [b] will ring by fri.", Said("Ring", "O'Neill [b]", "fri")),
        ("Somebody to do it", Said("Somebody to do it")),
        ("Meet by video", Said("Meet by video")),
        ("rent paid by housing", Said("Rent paid by housing")),
        ("", Said("")),
    ],
)
def test_a_line_says_who_does_what_by_when(line: str, expected: Said) -> None:
    assert said(line, NAMES, TODAY) == expected


def test_a_moved_action_keeps_its_first_date_and_the_meeting_minutes_it() -> None:
    changes, to = ChangeSet("c"), date(2026, 11, 6)
    move(changes, _file(), _action(), to, MEETING)
    action, minute = changes.rows
    values = changes.values(action, TODAY)
    assert (values["due"], values["first_due"], values["moved_at_id"]) == (
        to,
        date(2026, 9, 30),
        "m",
    )
    assert changes.values(minute, TODAY)["moved_to"] == to


def test_a_second_word_about_an_action_takes_the_place_of_the_first() -> None:
    changes = ChangeSet("c")
    action = _action()
    mark(changes, _file(), action, "done", TODAY, MEETING)
    mark(changes, _file(), action, "not_done", TODAY, MEETING)
    assert [row.table for row in changes.rows] == ["actions", "progress"]
    assert changes.values(changes.rows[0], TODAY)["status"] == "open"
    assert changes.values(changes.rows[0], TODAY)["done"] is None
    assert changes.values(changes.rows[1], TODAY)["status"] == "not_done"


def test_a_minute_that_was_saved_is_changed_rather_than_doubled() -> None:
    kept = Progress(id="p", case_id="c", meeting_id="m", action_id="a", status="done")
    changes = ChangeSet("c")
    mark(changes, _file(kept), _action(), "declined", TODAY, MEETING)
    assert [row.record_id for row in changes.rows] == ["a", "p"]


def test_between_meetings_nothing_is_minuted() -> None:
    changes = ChangeSet("c")
    mark(changes, _file(), _action(), "done", TODAY, None)
    assert [row.table for row in changes.rows] == ["actions"]
