"""The stage a case has reached, from what is recorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.records.closing import Closing
from data.records.consent import Consent
from data.records.meetings import Meeting
from ehtui.process.course.stages import stage_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile

DAY = date(2026, 10, 1)


def meeting(kind: str, *, held: bool | None = True) -> Meeting:
    return Meeting(id=kind, case_id="case", kind=kind, on=DAY, held=held)


CONSENT = Consent(id="c", case_id="case", on=DAY)
CLOSING = Closing(id="x", case_id="case", on=DAY, reason="needs_met")
REOPENED = Closing(id="x", case_id="case", on=DAY, reason="needs_met", reopened=DAY)


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ({}, "identify"),
        ({"consents": [CONSENT]}, "involve"),
        ({"plan_started": DAY}, "understand"),
        ({"plan_started": DAY, "meetings": [meeting("pre_taf")]}, "understand"),
        ({"plan_dated": DAY}, "team"),
        ({"meetings": [meeting("first_taf", held=None)]}, "team"),
        ({"plan_started": DAY, "meetings": [meeting("step_down", held=None)]}, "team"),
        ({"meetings": [meeting("first_taf")]}, "support"),
        ({"meetings": [meeting("first_taf_elsewhere")]}, "support"),
        ({"plan_started": DAY, "meetings": [meeting("step_down")]}, "support"),
        ({"meetings": [meeting("step_down"), meeting("review_taf")]}, "review"),
        ({"meetings": [meeting("review_taf")], "closings": [CLOSING]}, "close"),
        ({"meetings": [meeting("first_taf")], "closings": [REOPENED]}, "support"),
    ],
)
def test_the_stage_follows_from_the_facts(
    made: Callable[..., CaseFile], said: dict[str, Any], stage: str
) -> None:
    assert stage_key(made(**said)) == stage
