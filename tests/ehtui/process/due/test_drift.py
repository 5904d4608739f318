"""Drift, and wrongs done to a family, on the dashboard: shown from the day on which they are so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.procedures.loading import load
from ehtui.process.due.rules import due_dates
from tests.ehtui.process.auditing.changes import WITHDRAWN, add, both, drop, in_area, put, unseen
from tests.ehtui.process.auditing.whole import Whole, day

if TYPE_CHECKING:
    from tests.ehtui.process.auditing.changes import Change

CASES: dict[str, tuple[Change, tuple[str, str, str, str]]] = {
    "an outcome stood still at two reviews": (
        both(put("p-sleep", status="same"),
             lambda one: one.reviewed_again(status="same", value="1 of 7")),
        ("drift", "2026-11-20", "No progress over two reviews",
         "Outcome 1 (“Leo sleeps 5 nights of 7”) did not move at the reviews of 26 Oct and "
         "20 Nov.")),
    "open for a year": (
        lambda _one: None,
        ("drift", "2027-09-02", "Open for a year: does it drift?",
         "Open since 1 Sep 2026: more than a year.")),
    "a child not seen, where the area states no time between reviews": (
        both(in_area("hull"), unseen("leo")),
        ("drift", "2026-10-26", "See Leo",
         "Leo was last seen or heard on 8 Sep, and not since the review of 26 Oct.")),
    "a child seen shortly before a review has a week": (
        both(in_area("hull"), unseen("leo"),
             add("notes", on=day("2026-10-20"), about_id="leo", child_seen=True, kind="visit")),
        ("drift", "2026-11-02", "See Leo",
         "Leo was last seen or heard on 20 Oct, and not since the review of 26 Oct.")),
    "open for a year without a plan": (
        put("case", plan_started=None, first_concern=day("2026-08-20")),
        ("drift", "2027-08-21", "Open for a year: does it drift?",
         "Open since 20 Aug 2026: more than a year.")),
    "opened again: the year begins anew": (
        add("closings", on=day("2026-10-30"), reopened=day("2026-11-16")),
        ("drift", "2027-11-17", "Open for a year: does it drift?",
         "Open since 16 Nov 2026: more than a year.")),
    "a copy sent after a withdrawal": (
        both(WITHDRAWN, add("copies", what="plan", agency_id="nurse", sent=day("2026-11-14"))),
        ("audit", "2026-11-14", "It went on after consent was withdrawn",
         "A copy (plan) went to School nurse on 14 Nov, after consent was withdrawn on "
         "10 Nov 2026.")),
    "late for the second time": (
        put("walk", first_due=day("2026-10-10"), due=day("2026-11-10")),
        ("action", "2026-10-27", "walk with her",
         "from the plan, 10 Oct; moved to 10 Nov; late once already")),
    "a service left out was sent a copy": (
        add("copies", what="plan", agency_id="employer", sent=day("2026-10-01")),
        ("audit", "2026-10-01", "Something went to a service that the family left out",
         "A copy (plan) went to Ben's employer on 1 Oct 2026. "
         "The consent leaves Ben's employer out.")),
}  # fmt: skip


def shown(one: Whole) -> set[tuple[str, str, str, str]]:
    rows = due_dates(one.file, load(one.area))
    return {(row.kind, str(row.shown_from), row.what, row.why) for row in rows}


@pytest.mark.parametrize("case", CASES)
def test_drift_is_shown_from_the_day_on_which_it_is_so(case: str) -> None:
    change, row = CASES[case]
    one = Whole()
    change(one)
    assert row in shown(one)


def test_a_whole_case_only_gets_older() -> None:
    said = [row for row in shown(Whole()) if row[0] in ("drift", "audit")]
    assert [row[2] for row in said] == ["Open for a year: does it drift?"]


def test_where_the_area_has_a_time_between_reviews_the_child_is_named_once() -> None:
    one = Whole()
    unseen("leo")(one)
    drop("conversations", id="talk-mia")(one)
    assert [row[0] for row in shown(one) if row[2] == "See Leo"] == ["voice"]


INNOCENT: dict[str, Change] = {
    "seen on the day of the review": add(
        "notes", on=day("2026-10-26"), about_id="leo", child_seen=True, kind="visit"),
    "a visit at which the children were seen": add(
        "notes", on=day("2026-11-03"), child_seen=True, kind="visit"),
    "a talk with the mother, the children there": add(
        "conversations", with_id="ana", on=day("2026-11-03"), child_seen=True),
    "an update that says so": add("updates", received=day("2026-11-03"), child_seen=True),
    "the team agreed to close": put("review", next_step="needs_met"),
    "of age by then": put("leo", born=day("2008-10-26")),
    "not born yet": put("leo", born=day("2026-10-27")),
    "lives elsewhere": put("leo", lives_in_home=False),
    "has died": put("leo", died=day("2026-10-01")),
}  # fmt: skip


@pytest.mark.parametrize("case", INNOCENT)
def test_a_child_is_not_missed_where_nobody_would_miss_it(case: str) -> None:
    one = Whole()
    both(in_area("hull"), unseen("leo"), INNOCENT[case])(one)
    assert not [row for row in shown(one) if row[2] == "See Leo"]
