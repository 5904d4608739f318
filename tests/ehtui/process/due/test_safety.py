"""Harm, calls and unsafe contact: what never stops."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.clock import Clock
from data.records.assessment import Conversation, Statement
from data.records.consent import Restriction
from data.records.contacts import Call, HarmContact
from data.records.people import Person
from data.records.starting import StartDecision
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

RUNG = date(2026, 11, 3)
FULL: dict[str, Any] = {"rung": "MASH", "reason": "bruise", "written": RUNG, "answered": RUNG}


def told(file: CaseFile, procedure: Procedure) -> list[tuple[str, str]]:
    return [(str(one.due), one.what) for one in due_dates(file, procedure)]


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ({}, []),
        ({"reason": ""}, [("2026-11-03", "Write down what the worry is")]),
        ({"answered": None}, [("2026-11-03", "No answer yet about harm: ask")]),
        ({"written": None}, []),
        ({"written": None, "answered": None, "nameless": True}, []),
    ],
)
def test_a_contact_about_harm_is_followed_to_its_answer(
    made: Callable[..., CaseFile],
    default: Procedure,
    fields: dict[str, Any],
    rows: list[tuple[str, str]],
) -> None:
    contact = HarmContact(**{"id": "h", "case_id": "case", "on": RUNG, **FULL, **fields})
    assert told(made(harm_contacts=[contact]), default) == rows


def test_an_area_s_own_times_hold_for_writing_and_for_the_answer(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    def clock(until: Any, amount: int, unit: Any) -> Clock:
        return Clock(
            key=f"c-{amount}", what="w", since="contact_made", until=until, amount=amount,
            unit=unit, strength="expected", why="{span} after the contact of {day}", source="7",
        )  # fmt: skip

    area = msgspec.structs.replace(
        default,
        clocks=(
            clock("contact_written", 48, "hours"),
            clock("contact_answered", 5, "working_days"),
        ),
    )
    contact = HarmContact(id="h", case_id="case", on=RUNG, reason="bruise", rung="MASH")
    rows = due_dates(made(harm_contacts=[contact]), area)
    assert [(str(one.due), one.what, one.why) for one in rows] == [
        ("2026-11-05", "Follow up in writing",
         "MASH rung on 3 Nov; 48 hours after the contact of 3 Nov"),
        ("2026-11-10", "No answer yet about harm: ask",
         "MASH rung on 3 Nov; 5 working days after the contact of 3 Nov"),
    ]  # fmt: skip


def test_a_contact_is_followed_by_the_times_of_its_own_kind(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    clock = Clock(
        key="c", what="w", since="contact_made", until="contact_answered", amount=24, unit="hours",
        strength="expected", why="{span} after {day}", source="5", routes=("request",),
    )  # fmt: skip
    area = msgspec.structs.replace(default, clocks=(clock,))
    contact = HarmContact(
        id="h", case_id="case", on=RUNG, reason="bruise", request="request", chased=RUNG
    )
    (row,) = due_dates(made(harm_contacts=[contact]), area)
    assert str(row.due) == "2026-11-04"
    assert row.why.endswith("24 hours after 3 Nov; asked again on 3 Nov")
    contact.request = ""
    (row,) = due_dates(made(harm_contacts=[contact]), area)
    assert (str(row.due), "no time is stated" in row.why) == ("2026-11-03", True)


@pytest.mark.parametrize(
    ("decision", "rung", "due"),
    [
        ("harm", None, True),
        ("harm", RUNG, False),
        ("harm", date(2026, 11, 1), True),
        ("start", None, False),
    ],
)
def test_harm_that_was_decided_on_is_rung_about(
    made: Callable[..., CaseFile],
    default: Procedure,
    decision: str,
    rung: date | None,
    due: bool,
) -> None:
    decided = StartDecision(id="d", case_id="case", on=RUNG, decision=decision)
    contacts = [HarmContact(**{"id": "h", "case_id": "case", **FULL, "on": rung})] if rung else []
    rows = told(made(start_decisions=[decided], harm_contacts=contacts), default)
    assert any(what.endswith("now (F9)") for _, what in rows) is due


SAID = date(2026, 9, 15)
HELD: dict[str, Any] = {"id": "r", "case_id": "case", "record_id": "s", "from_person_id": "mum"}
KEPT = "Kept from Mum: could it be a risk of harm?"
MARKED = "Marked worry of Keeva: could it be a risk of harm?"


@pytest.mark.parametrize(
    ("held", "said", "rows"),
    [
        ({}, {}, [("2026-09-15", KEPT)]),
        ({"since": date(2026, 9, 20)}, {}, [("2026-09-20", KEPT)]),
        ({"harm_weighed": SAID}, {}, []),
        ({"lifted": SAID}, {}, []),
        ({}, {"harm_weighed": SAID}, []),
        (None, {}, []),
        (None, {"weigh_harm": True}, [("2026-09-15", MARKED)]),
        (None, {"weigh_harm": True, "harm_weighed": SAID}, []),
        ({}, {"weigh_harm": True}, [("2026-09-15", MARKED)]),
    ],
)
def test_what_is_held_back_or_marked_is_weighed_for_harm(
    made: Callable[..., CaseFile],
    default: Procedure,
    held: dict[str, Any] | None,
    said: dict[str, Any],
    rows: list[tuple[str, str]],
) -> None:
    statement = Statement(
        id="s", case_id="case", tool="houses", owner_id="c", text="the texts", conversation_id="t",
        **said,
    )  # fmt: skip
    file = made(
        people=[
            Person(id="mum", case_id="case", kind="adult", given="Mum"),
            Person(id="c", case_id="case", kind="child", given="Keeva"),
        ],
        conversations=[Conversation(id="t", case_id="case", with_id="c", on=SAID)],
        statements=[statement],
        restrictions=[] if held is None else [Restriction(**{**HELD, **held})],
    )
    assert told(file, default) == rows
    assert not any("texts" in one.what + one.why for one in due_dates(file, default))


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({}, "2026-11-03"),
        ({"outcome": "message"}, "2026-11-03"),
        ({"outcome": "concern"}, "2026-11-03"),
        ({"outcome": "ring_back", "ring_back": date(2026, 11, 5)}, "2026-11-05"),
        ({"rung_back": date(2026, 11, 4)}, None),
        ({"outcome": "nothing"}, None),
        ({"outcome": "joins"}, None),
        ({"direction": "out"}, None),
        ({"direction": "out", "ring_back": date(2026, 11, 5)}, "2026-11-05"),
    ],
)
def test_a_call_waits_until_it_is_answered(
    made: Callable[..., CaseFile], default: Procedure, fields: dict[str, Any], due: str | None
) -> None:
    call = Call(id="k", case_id="case", on=RUNG, who="Ms Hill", agency="housing", **fields)
    assert told(made(calls=[call]), default) == ([(due, "Call to answer: housing")] if due else [])


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"unsafe": True, "unsafe_review": RUNG}, True),
        ({"unsafe": False, "unsafe_review": RUNG}, False),
        ({"unsafe": True}, False),
    ],
)
def test_a_mark_of_unsafe_contact_is_looked_at_on_its_day(
    made: Callable[..., CaseFile], default: Procedure, fields: dict[str, Any], due: bool
) -> None:
    dad = Person(id="d", case_id="case", kind="adult", given="Dad", **fields)
    row = ("2026-11-03", "Unsafe to contact: look again at Dad")
    assert told(made(people=[dad]), default) == ([row] if due else [])
