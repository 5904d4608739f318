"""Who has not had the plan or the minutes yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.loading import load
from data.records.base import but_with
from data.records.consent import Consent, ConsentScope
from data.records.meetings import Attendance, Copy, Meeting, Member
from data.records.outcomes import Action
from data.records.people import Person
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.due import DueDate
    from data.procedures.model import Procedure

HELD = date(2026, 10, 22)
SENT = date(2026, 10, 24)


def people(**mum: Any) -> list[Person]:
    return [Person(id="mum", case_id="case", kind="adult", given="Mum", **mum)]


def members(**senco: Any) -> list[Member]:
    return [
        Member(id="m-mum", case_id="case", person_id="mum"),
        Member(id="m-senco", case_id="case", name="SENCo", agency_id="school", **senco),
    ]


def minutes_for(file: CaseFile, procedure: Procedure) -> list[str]:
    rows = [one for one in due_dates(file, procedure) if one.what.startswith("Minutes")]
    return [_people(one) for one in rows]


def _people(due: DueDate) -> str:
    return due.why.partition("; for: ")[2]


def copy(**to: Any) -> Copy:
    known = {"id": "c", "case_id": "case", "what": "minutes", "meeting_id": "m", "sent": SENT}
    return Copy(**{**known, **to})


CASES: list[tuple[str, dict[str, Any], dict[str, Any], list[Copy], list[str]]] = [
    ("nobody has them", {}, {}, [], ["Mum, SENCo"]),
    ("by person, by member", {}, {}, [copy(person_id="mum"), copy(member_id="m-senco")], []),
    ("by service", {}, {}, [copy(agency_id="school")], ["Mum"]),
    ("made is not sent", {}, {}, [copy(person_id="mum", sent=None, made=SENT)], ["Mum, SENCo"]),
    ("a reason", {}, {}, [copy(person_id="mum", sent=None, not_sent_why="away")], ["SENCo"]),
    ("unsafe to inform", {"unsafe": True}, {}, [], ["SENCo"]),
    ("nothing in writing", {"nothing_in_writing": True}, {}, [], ["SENCo"]),
    ("gets no copies", {}, {"gets_copies": False}, [], ["Mum"]),
    ("joined later", {}, {"since": date(2026, 11, 2)}, [], ["Mum"]),
    ("had left", {}, {"until": date(2026, 10, 2)}, [], ["Mum"]),
    ("another meeting's", {}, {}, [copy(person_id="mum", meeting_id="other")], ["Mum, SENCo"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("mum", "senco", "copies", "waiting"), [one[1:] for one in CASES], ids=[c[0] for c in CASES]
)
def test_minutes_go_to_everyone_who_may_have_them(
    made: Callable[..., CaseFile],
    default: Procedure,
    mum: dict[str, Any],
    senco: dict[str, Any],
    copies: list[Copy],
    waiting: list[str],
) -> None:
    meeting = Meeting(id="m", case_id="case", kind="review_taf", on=HELD, held=True)
    file = made(people=people(**mum), members=members(**senco), meetings=[meeting], copies=copies)
    assert minutes_for(file, default) == waiting


def test_many_are_counted_and_one_is_named(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    meeting = Meeting(id="m", case_id="case", kind="review_taf", on=HELD, held=True)
    file = made(people=people(), members=members(), meetings=[meeting])
    assert [(one.what, one.why) for one in due_dates(file, default) if one.kind == "copies"] == [
        (
            "Minutes of 22 Oct to hand out (2 people)",
            "a week after the review of 22 Oct, no time is stated; for: Mum, SENCo",
        )
    ]
    file.copies = [copy(person_id="mum")]
    (row,) = [one for one in due_dates(file, default) if one.kind == "copies"]
    assert row.what == "Minutes of 22 Oct to hand out (SENCo)"


@pytest.mark.parametrize(
    ("attendance", "waiting"),
    [
        ({"name": "Dad", "state": "did_not_come", "wants_minutes": True}, ["Dad, Mum, SENCo"]),
        ({"name": "Dad", "state": "present"}, ["Dad, Mum, SENCo"]),
        ({"name": "Dad", "state": "did_not_come"}, ["Mum, SENCo"]),
        ({"person_id": "mum", "state": "present", "wants_minutes": False}, ["SENCo"]),
    ],
)
def test_who_asks_for_them_gets_them_and_who_declines_does_not(
    made: Callable[..., CaseFile],
    default: Procedure,
    attendance: dict[str, Any],
    waiting: list[str],
) -> None:
    meeting = Meeting(id="m", case_id="case", kind="review_taf", on=HELD, held=True)
    there = Attendance(id="a", case_id="case", meeting_id="m", **attendance)
    file = made(people=people(), members=members(), meetings=[meeting], attendances=[there])
    assert minutes_for(file, default) == waiting


def test_an_area_that_gives_minutes_to_nobody_in_particular_asks_only_for_those_agreed(
    made: Callable[..., CaseFile], default: Procedure
) -> None:

    kept = tuple(one for one in default.compulsory if one.key != "minutes_to_all")
    other = msgspec.structs.replace(default, compulsory=kept)
    meeting = Meeting(id="m", case_id="case", kind="review_taf", on=HELD, held=True)
    file = made(people=people(), members=members(gets_copies=True), meetings=[meeting])
    assert minutes_for(file, other) == ["SENCo"]


@pytest.mark.parametrize(
    ("given", "meetings", "told"),
    [
        (None, [], [("2026-09-28", "Mum, SENCo")]),
        (date(2026, 9, 22), [], [("2026-09-28", "SENCo")]),
        (None, [date(2026, 9, 25)], [("2026-09-25", "Mum, SENCo")]),
        (None, [date(2026, 10, 1)], [("2026-09-28", "Mum, SENCo")]),
    ],
)
def test_the_plan_goes_to_the_family_and_to_the_team_before_it_meets(
    made: Callable[..., CaseFile],
    default: Procedure,
    given: date | None,
    meetings: list[date],
    told: list[tuple[str, str]],
) -> None:
    planned = [Meeting(id="m", case_id="case", kind="first_taf", on=day) for day in meetings]
    file = made(
        plan_dated=date(2026, 9, 21),
        plan_given=given,
        people=people(),
        members=members(),
        meetings=planned,
    )
    rows = [one for one in due_dates(file, default) if one.kind == "copies"]
    assert [(str(one.due), _people(one)) for one in rows] == told


def test_without_a_team_the_family_still_waits_for_its_plan(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(plan_dated=date(2026, 9, 21), people=people())
    assert "Early Help Plan to hand out (the family)" in {
        one.what for one in due_dates(file, default)
    }
    file.copies = [Copy(id="c", case_id="case", what="plan", person_id="mum", sent=SENT)]
    assert not [one for one in due_dates(file, default) if one.kind == "copies"]


def test_nothing_is_asked_for_a_service_that_consent_leaves_out(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(
        plan_dated=date(2026, 9, 21),
        people=people(),
        members=members(),
        meetings=[Meeting(id="m", case_id="case", kind="review_taf", on=HELD, held=True)],
        consents=[Consent(id="c", case_id="case", on=HELD)],
        consent_scopes=[
            ConsentScope(id="s", case_id="case", consent_id="c", agency_id="school", included=False)
        ],
    )
    rows = [one for one in due_dates(file, default) if one.kind == "copies"]
    assert [_people(one) for one in rows] == ["Mum", "Mum"]


BEFORE, AFTER = date(2026, 9, 25), date(2026, 10, 23)
REVISED = {"next_step": "revised"}
AGREED = [Action(id="a", case_id="case", what="ring", agreed_at_id="m")]


def plan(**to: Any) -> Copy:
    known = {"id": "c", "case_id": "case", "what": "plan", "member_id": "m-senco", "sent": BEFORE}
    return Copy(**{**known, **to})


AGAIN: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = [
    ("the review revised it", REVISED, {}, ["SENCo"]),
    ("an action was agreed there", {}, {"actions": AGREED}, ["SENCo"]),
    ("nothing was changed", {}, {}, []),
    ("it went again", REVISED, {"copies": [plan(), plan(id="d", sent=AFTER)]}, []),
    ("it went on the day", REVISED, {"copies": [plan(), plan(id="d", sent=HELD)]}, []),
    ("a reason why not", REVISED, {"copies": [plan(sent=None, not_sent_why="away")]}, []),
    ("she never had one: asked for already", REVISED, {"copies": []}, []),
    ("the family's is older, too", REVISED, {"plan_given": BEFORE}, ["Mum, SENCo"]),
    ("the family has it anew", REVISED, {"plan_given": AFTER}, ["SENCo"]),
    ("not at the other level", REVISED, {"level": "3"}, []),
]


@pytest.mark.parametrize(
    ("review", "said", "waiting"), [one[1:] for one in AGAIN], ids=[one[0] for one in AGAIN]
)
def test_a_plan_that_a_review_changed_goes_out_again(
    made: Callable[..., CaseFile], review: dict[str, Any], said: dict[str, Any], waiting: list[str]
) -> None:
    meeting = Meeting(id="m", case_id="case", kind="review_updates", on=HELD, held=True, **review)
    known: dict[str, Any] = {"level": "2", "plan_dated": date(2026, 9, 21), "copies": [plan()]}
    known |= {"people": people(), "members": members(), "meetings": [meeting]}
    rows = due_dates(made(**{**known, **said}), load("doncaster"))
    again = [one for one in rows if "to hand out again" in one.what]
    assert [_people(one) for one in again] == waiting
    assert all(str(one.due) == "2026-10-29" for one in again)


def test_an_area_that_says_nothing_of_it_is_not_asked_for_a_plan_again(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    meeting = Meeting(id="m", case_id="case", kind="review_taf", on=HELD, held=True)
    meeting = but_with(meeting, **REVISED)
    file = made(
        plan_dated=date(2026, 9, 21), members=members(), meetings=[meeting], copies=[plan()]
    )
    assert not any("again" in one.what for one in due_dates(file, default))
