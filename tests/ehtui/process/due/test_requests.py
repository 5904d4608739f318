"""What was asked of others, supervision and audits: each comes back on its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.clock import Clock, Request
from data.records.decisions import Escalation
from data.records.decisions import Request as Asked
from data.records.quality import QualityAudit, Supervision
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.base import Record

ON = date(2026, 11, 20)
NEXT = date(2026, 12, 18)


def clock(key: str, until: str, amount: int, unit: str) -> Clock:
    return msgspec.convert(
        {
            "key": key, "what": "?", "from": "contact_made", "to": until, "amount": amount,
            "unit": unit, "strength": "at_most", "why": "{span} after {day}", "source": "7",
            "routes": ["contact"],
        },
        Clock,
    )  # fmt: skip


@pytest.fixture
def area(default: Procedure) -> Procedure:
    contact = Request(key="contact", title="Contact", to="the hub", when="needs")
    clocks = (
        clock("written", "contact_written", 48, "hours"),
        clock("answer", "contact_answered", 5, "working_days"),
    )
    return msgspec.structs.replace(default, clocks=clocks, requests=(contact,))


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        (
            {},
            [
                ("2026-11-22", "Put in writing: the hub", "48 hours after 20 Nov"),
                ("2026-11-27", "No answer yet: the hub", "5 working days after 20 Nov"),
            ],
        ),
        (
            {"written": ON},
            [("2026-11-27", "No answer yet: the hub", "5 working days after 20 Nov")],
        ),
        ({"written": ON, "answered": date(2026, 11, 25)}, []),
        ({"on": None}, []),
        (
            {"what": "mediation"},
            [
                (
                    "2026-11-20",
                    "No answer yet: the hub",
                    "asked on 20 Nov; no time is stated",
                )
            ],
        ),
    ],
)
def test_a_request_is_followed_by_the_clocks_of_its_kind(
    made: Callable[..., CaseFile],
    area: Procedure,
    fields: dict[str, Any],
    rows: list[tuple[str, str, str]],
) -> None:
    known = {"id": "q", "case_id": "case", "what": "contact", "to": "the hub", "on": ON}
    file = made(requests=[Asked(**{**known, **fields})])
    assert [(str(one.due), one.what, one.why) for one in due_dates(file, area)] == rows


@pytest.mark.parametrize(
    ("table", "record", "row"),
    [
        (
            "escalations",
            Escalation(id="e", case_id="case", on=ON, with_whom="the school", answer_by=NEXT),
            ("2026-12-18", "Settle the difference with the school"),
        ),
        ("escalations", Escalation(id="e", case_id="case", on=ON, settled=True), None),
        (
            "supervisions",
            Supervision(id="s", case_id="case", on=ON, with_whom="Bo", next_on=NEXT),
            ("2026-12-18", "Supervision with Bo"),
        ),
        ("supervisions", Supervision(id="s", case_id="case", on=ON), None),
        (
            "quality_audits",
            QualityAudit(id="a", case_id="case", on=ON, look_again=NEXT),
            ("2026-12-18", "Look again at what the audit found"),
        ),
    ],
)
def test_what_was_agreed_for_a_day_comes_back_on_it(
    made: Callable[..., CaseFile],
    default: Procedure,
    table: str,
    record: Record,
    row: tuple[str, str] | None,
) -> None:
    rows = [(str(one.due), one.what) for one in due_dates(made(**{table: [record]}), default)]
    assert rows == ([row] if row else [])
