"""At what stage a case is, and what comes next, in one sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.records.closing import Closing
from data.records.consent import Consent
from data.records.meetings import Meeting
from ehtui.process.course.next_step import next_step
from ehtui.process.course.stages import stage_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

STARTED, DATED = date(2026, 9, 9), date(2026, 9, 21)


def meeting(kind: str, day: date, *, held: bool | None = True, **more: Any) -> Meeting:
    return Meeting(id=f"{kind}{day}", case_id="case", kind=kind, on=day, held=held, **more)


FIRST = meeting("first_taf", date(2026, 10, 1))
REVIEW = meeting("review_taf", date(2026, 10, 22), next_on=date(2026, 12, 17), next_at="15:45")
YES = Consent(id="c", case_id="case", on=STARTED, by_id="mum", start="yes")
CASES: list[tuple[str, dict[str, Any], str]] = [
    ("identify", {}, "Next: Decide whether to start, ask the Early Help Team whether a plan "
     "exists, and talk with the family."),
    ("involve", {"consents": [YES]}, "Next: Record consent, then listen to everyone."),
    ("understand", {"plan_started": STARTED},
     "Next: Finish the Early Help Plan and log it by Wed 23 Sep 2026."),
    ("team", {"plan_started": STARTED, "plan_dated": DATED}, "Next: First TAF by Mon 5 Oct 2026."),
    ("team", {"plan_dated": DATED, "meetings": [
        meeting("first_taf", date(2026, 10, 1), held=None, at="15:45")]},
     "Next: First TAF on Thu 1 Oct 2026 at 15:45."),
    ("support", {"plan_dated": DATED, "meetings": [FIRST]},
     "Next: First review TAF by Thu 29 Oct 2026."),
    ("review", {"plan_dated": DATED, "meetings": [FIRST, REVIEW]},
     "Next: Review TAF on Thu 17 Dec 2026 at 15:45."),
    ("review", {"meetings": [meeting("review_taf", DATED, next_step="needs_met")]},
     "Next: Write the analysis, log the closing and tell everybody."),
    ("close", {"closings": [Closing(id="x", case_id="case", on=DATED)]},
     "Closed on Mon 21 Sep 2026."),
    ("involve", {"consents": [Consent(id="w", case_id="case", on=DATED, by_id="mum",
                                      start="withdrawn", capacity="parental_responsibility")]},
     "Consent was withdrawn on Mon 21 Sep 2026: stop, say so, and close."),
]  # fmt: skip


@pytest.mark.parametrize(("stage", "said", "sentence"), CASES)
def test_the_stage_and_what_comes_next_are_always_there(
    made: Callable[..., CaseFile],
    mum: dict[str, list[Any]],
    default: Procedure,
    stage: str,
    said: dict[str, Any],
    sentence: str,
) -> None:
    file = made(**mum, **said)
    assert stage_key(file) == stage
    assert next_step(file, default) == sentence
