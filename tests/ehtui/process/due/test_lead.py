"""A lead may be shared, or agreed for a set time: then it is said in time that it ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.loading import default_id, load
from data.records.cases import Lead
from data.records.closing import Closing, Handover
from ehtui.documents.plan import own_plan
from ehtui.documents.text import as_text
from ehtui.opening import OpenCase
from ehtui.process.due.rules import due_dates
from ehtui.wording import Wording
from screens.start.screen import lead_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

SINCE, UNTIL = date(2026, 9, 9), date(2026, 12, 18)


def lead(key: str = "l", **said: Any) -> Lead:
    return Lead(**{"id": key, "case_id": "case", "name": "Jo Field", "since": SINCE, **said})


LEFT = [Handover(id="h", case_id="case", on=UNTIL, why="moved_area")]
DONE = [Closing(id="c", case_id="case", on=date(2026, 11, 2))]
CASES: list[tuple[str, dict[str, Any], bool]] = [
    ("for as long as it takes", {"leads": [lead()]}, False),
    ("for a set time", {"leads": [lead(until=UNTIL)]}, True),
    ("somebody follows", {"leads": [lead(until=UNTIL), lead("m", name="Sam")]}, False),
    ("the family moves", {"leads": [lead(until=UNTIL)], "handovers": LEFT}, False),
    ("closed", {"leads": [lead(until=UNTIL)], "closings": DONE}, False),
    ("nobody yet", {}, False),
]


@pytest.mark.parametrize(("said", "asked"), [one[1:] for one in CASES], ids=[c[0] for c in CASES])
def test_a_lead_for_a_set_time_ends_on_its_day(
    made: Callable[..., CaseFile], default: Procedure, said: dict[str, Any], asked: bool
) -> None:
    rows = [one for one in due_dates(made(**said), default) if one.what.startswith("Agree who is")]
    assert bool(rows) is asked
    assert [(one.due, one.section) for one in rows] == [(UNTIL, "handover")] * asked


def test_who_shares_the_lead_and_until_when_is_said_wherever_the_lead_is(
    made: Callable[..., CaseFile],
) -> None:
    shared = lead(shared_with="Sam Okoro", until=UNTIL)
    file, area = made(leads=[shared]), load(default_id())
    case = OpenCase(file, area, Wording(area, file))
    for said in (lead_line(case, shared), as_text(own_plan(case))):
        assert "Jo Field" in said
        assert "with Sam Okoro" in said
        assert "until Fri 18 Dec 2026" in said
