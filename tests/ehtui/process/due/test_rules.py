"""What is due in the paper case on 22 November, and what holds of every list of due dates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.casefile import TABLES, CaseFile
from data.procedures.loading import listed, load
from data.records.closing import Closing
from data.records.consent import Consent
from data.records.outcomes import Action
from data.records.people import Person
from ehtui.process.due.rules import due_dates

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from data.procedures.model import Procedure

TODAY = date(2026, 11, 22)
A_COLLEAGUE_WOULD_SAY = [
    ("2026-11-06", "Ask for young carers' assessment",
     "from the plan, 30 Sep; moved to 6 Nov at the review of 22 Oct; late once already"),
    ("2026-11-20", "Outcome 1: no progress by 20 Nov? ask for the paediatric sleep clinic",
     "from the plan; 3 of 7 on 22 Oct"),
    ("2026-10-09", "sleep plan", "from the plan"),
    ("2026-10-05", "send Declan the autism-pathway date", "from the first TAF of 1 Oct"),
    ("2026-10-16", "repayment agreed", "from the plan"),
    ("2026-10-01", "art club", "from the plan"),
    ("2026-11-10", "See Tomek",
     "not seen or heard since 15 Sep; 8 weeks is the longest between two reviews"),
    ("2026-11-03", "Call to answer: council housing",
     "rang on 3 Nov at 09:10 about the O'Connor boy; no answer is recorded"),
    ("2026-12-17", "Review TAF",
     "agreed at the review of 22 Oct; the latest date, 8 weeks after the review of 22 Oct"),
    ("2026-12-18", "Outcome 2: Arrears from £640 to under £300", "its own date; £520 on 22 Oct"),
    ("2026-09-15", "Kept from Siân: could it be a risk of harm?",
     "held back since 15 Sep, never weighed for harm"),
    ("2026-09-15", "Marked worry of Tomek: could it be a risk of harm?",
     "said on 15 Sep, never weighed for harm"),
    ("2026-12-17", "No outcome for: the baby",
     "other children of the family have one of their own"),
    ("2026-10-22", "Ask about consent for: young carers",
     "with the family since 22 Oct; no consent names it"),
]  # fmt: skip
ROWS = [name for name in TABLES if name != "leads"]
"""The lead is by design the last one entered."""


@pytest.mark.parametrize(("due", "what", "why"), A_COLLEAGUE_WOULD_SAY)
def test_the_paper_case_is_told_as_a_careful_colleague_would(
    paper: CaseFile, default: Procedure, due: str, what: str, why: str
) -> None:
    told = {(str(one.due), one.what, one.why) for one in due_dates(paper, default)}
    assert (due, what, why) in told


def test_the_paper_case_is_told_nothing_else(paper: CaseFile, default: Procedure) -> None:
    named = {what for _, what, _ in A_COLLEAGUE_WOULD_SAY}
    others = [one.what for one in due_dates(paper, default) if one.what not in named]
    beginnings = (
        "Early Help Plan to hand out (",
        "Minutes of 1 Oct to hand out (",
        "Minutes of 22 Oct to hand out (",
        "Outcome 3 needs work: still a draft thought",
        "Outcome 1: Tomek sleeps",
        "See Keeva",
        "Open for a year: does it drift?",
    )
    assert [what for what in others if not what.startswith(beginnings)] == []
    assert len(others) == len(beginnings)


def test_the_father_who_asked_gets_the_minutes_and_nobody_writes_to_the_grandmother(
    paper: CaseFile, default: Procedure
) -> None:
    minutes = next(one for one in due_dates(paper, default) if "Minutes of 1 Oct" in one.what)
    assert "Declan" in minutes.why
    assert "Halina" not in minutes.why


def test_the_young_carers_assessment_is_16_days_over(paper: CaseFile, default: Procedure) -> None:
    row = next(one for one in due_dates(paper, default) if "young carers' a" in one.what)
    assert (TODAY - row.due).days == 16
    assert (row.who, row.section, row.record) == ("Jo Field", "outcomes", "carers")


def test_after_withdrawal_only_safety_and_the_duties_of_withdrawal_go_on(
    paper: CaseFile, default: Procedure
) -> None:
    for number, one in enumerate(paper.consents[:]):
        if one.start == "yes":
            known = one.model_dump() | {"id": f"w{number}", "on": date(2026, 11, 20)}
            paper.consents.append(Consent(**known | {"start": "withdrawn", "share": "withdrawn"}))
    left = due_dates(paper, default)
    assert {one.kind for one in left} == {"harm", "call", "duty"}
    assert [one.what for one in left if one.kind == "duty"] == [
        "Note the withdrawal in your own case record (your own agency)",
        "Say that consent was withdrawn (the Early Help Team)",
        "Send the review form with the details of the closing (the Early Help Team)",
    ]


def test_one_holder_who_withdraws_while_another_consents_is_no_stop(
    paper: CaseFile, default: Procedure
) -> None:
    paper.consents.append(
        Consent(id="w", case_id="case", by_id="declan", on=date(2026, 11, 20), start="withdrawn",
                capacity="parental_responsibility")
    )  # fmt: skip
    assert "meeting" in {one.kind for one in due_dates(paper, default)}


def test_a_closed_case_asks_only_for_what_closing_leaves(
    paper: CaseFile, default: Procedure
) -> None:
    paper.closings = [Closing(id="x", case_id="case", on=date(2026, 12, 17), reason="needs_met")]
    assert {one.kind for one in due_dates(paper, default)} == {"harm", "call", "duty", "copies"}
    paper.closings[0].reopened = date(2027, 1, 5)
    assert "meeting" in {one.kind for one in due_dates(paper, default)}


def test_nothing_is_due_in_an_empty_case(made: Callable[..., CaseFile], default: Procedure) -> None:
    assert due_dates(made(), default) == []


def test_no_typed_text_is_read_as_a_template(
    made: Callable[..., CaseFile], default: Procedure
) -> None:
    file = made(
        plan_started=date(2026, 9, 9),
        plan_late_reason="{braces}",
        plan_due=date(2026, 10, 1),
        people=[Person(id="p", case_id="case", kind="child", given="{x}")],
        actions=[Action(id="a", case_id="case", what="{y}", due=date(2026, 9, 30))],
    )
    assert any("{x}" in one.what for one in due_dates(file, default))


def test_agreed_days_are_seen_from_the_day_they_were_agreed(
    paper: CaseFile, default: Procedure
) -> None:
    seen = {one.what: one.shown_from for one in due_dates(paper, default)}
    assert seen["Review TAF"] == date(2026, 10, 22)
    assert seen["Outcome 2: Arrears from £640 to under £300"] == date(2026, 9, 21)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(random=st.randoms(use_true_random=False))
def test_due_dates_never_depend_on_the_order_of_rows(
    paper: CaseFile, default: Procedure, random: Random
) -> None:
    before = due_dates(paper, default)
    for name in ROWS:
        random.shuffle(getattr(paper, name))
    assert due_dates(paper, default) == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(days=st.integers(-400, 400))
def test_everything_is_seen_before_it_is_due_and_opens_somewhere(
    paper: CaseFile, default: Procedure, days: int
) -> None:
    paper.case.plan_started = date(2026, 9, 9) + timedelta(days)
    for one in due_dates(paper, default):
        assert one.shown_from <= one.due
        assert one.what
        assert one.why
        assert one.section in SECTIONS


SECTIONS = (
    "overview", "start", "people", "consent", "columns", "houses", "outcomes", "team", "meetings",
    "minutes", "notes", "calls", "handover", "closing", "log",
)  # fmt: skip


@pytest.mark.parametrize("area", listed())
def test_every_area_can_be_asked(paper: CaseFile, area: str) -> None:
    assert due_dates(paper, load(area))
