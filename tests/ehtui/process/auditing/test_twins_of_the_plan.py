"""Twins again: outcomes, times, copies, endings and drift, each beside what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ehtui.process.auditing.changes import (
    IN_DERBY,
    add,
    both,
    close,
    drop,
    found,
    in_area,
    on_day,
    put,
)
from tests.ehtui.process.auditing.whole import day

if TYPE_CHECKING:
    from tests.ehtui.process.auditing.changes import Change

    Twins = tuple[tuple[str, str], Change, Change]
    """What is said and about whom, the fault, and the case that only looks like it."""

UNFINISHED = both(
    put("case", plan_dated=None, plan_given=None),
    lambda one: one.file.meetings.clear(),
    lambda one: one.file.attendances.clear(),
    lambda one: one.file.copies.clear(),
)


TWINS: dict[str, Twins] = {
    # --- outcomes and actions
    "no contingency in a plan of one outcome, or a reached one without": (
        ("outcome_without_contingency", "Leo"),
        both(put("school-o", status="met", contingency=""), put("sleep", contingency="")),
        put("school-o", status="met", contingency="")),
    "a course, or a change that mentions one": (
        ("outcome_names_service", "Leo"),
        put("sleep", title="Parenting course for Ana"),
        put("sleep", title="Ana keeps the bedtime from the parenting course")),
    "the school, or the mother and the school": (
        ("no_action_for_family", ""),
        put("diary", who="Mia's school", who_person_id=None),
        put("diary", who="mum + school", who_person_id=None)),
    "a family hub, or the family": (
        ("no_action_for_family", ""),
        put("diary", who="Family Hub", who_person_id=None),
        put("diary", who="the family", who_person_id=None)),
    "three on one, or shared with another": (
        ("actions_all_on_one", "Jo Field"),
        both(put("visit", who="Jo Field", who_member_id=None),
             put("diary", who="Jo Field", who_person_id=None)),
        both(put("visit", who="Jo Field", who_member_id=None),
             put("diary", who="Jo Field and Ana", who_person_id=None))),
    # --- times
    "a review held late, or after one that was called off": (
        ("review_after_latest_date", ""),
        put("review", on=day("2026-10-29"), next_on=day("2026-12-21")),
        both(put("review", on=day("2026-10-29"), next_on=day("2026-12-21")),
             add("meetings", kind="review_taf", on=day("2026-10-26"), held=False,
                 cancelled_why="snow"))),
    "a review a day after its latest date, or on it": (
        ("review_after_latest_date", ""),
        put("review", on=day("2026-10-27"), next_on=day("2026-12-21")),
        put("review", on=day("2026-10-26"), next_on=day("2026-12-21"))),
    "no next date, or a case that waits": (
        ("no_next_date", ""),
        put("review", next_on=None),
        both(put("review", next_on=None), put("case", paused_reason="mum is in hospital"))),
    "no next date, or a team that agreed to close": (
        ("no_next_date", ""),
        put("review", next_on=None),
        put("review", next_on=None, next_step="needs_met")),
    "a plan unfinished for long, or young": (
        ("plan_not_finished", ""),
        both(UNFINISHED, put("case", plan_started=day("2026-10-20")),
             put("ana-yes", on=day("2026-10-20"))),
        both(UNFINISHED, put("case", plan_started=day("2026-10-30")),
             put("ana-yes", on=day("2026-10-20")))),
    "a yes and no plan, or one service that can meet it all": (
        ("plan_not_started", ""),
        both(UNFINISHED, put("case", plan_started=None)),
        both(UNFINISHED, put("case", plan_started=None),
             add("start_decisions", on=day("2026-09-03"), decision="single_service"))),
    # --- copies
    "sent to the team and not the family where no area asks, or to nobody yet": (
        ("plan_not_given_to_family", ""),
        both(in_area("hull"), put("case", plan_given=None), drop("copies", id="plan-None-m-ana")),
        both(in_area("hull"), put("case", plan_given=None), drop("copies", what="plan"))),
    "the family has no plan, or nobody in it may be written to": (
        ("plan_not_given_to_family", ""),
        both(put("case", plan_given=None), drop("copies", id="plan-None-m-ana")),
        both(put("case", plan_given=None), drop("copies", id="plan-None-m-ana"),
             *(put(who, nothing_in_writing=True) for who in ("ana", "ben", "mia", "leo")))),
    "minutes that everyone had last time, or that nobody is written to have": (
        ("minutes_not_sent", ""),
        both(in_area("hull"), drop("copies", id="minutes-review-m-nurse")),
        both(in_area("hull"), drop("copies", member_id="m-nurse"))),
    # --- the end, and the lead
    "an open action at the end, or one that social care has in hand": (
        ("closed_with_open_actions", ""),
        both(close(reason="specialist"), put("walk", status="open")),
        both(close(reason="specialist", destination="social care"), put("walk", status="open"))),
    "a second lead out of nowhere, or one the team confirmed": (
        ("handover_without_family", ""),
        add("leads", name="Sam Roe", since=day("2026-10-26")),
        both(add("leads", name="Sam Roe", since=day("2026-10-26")),
             put("review", lead_confirmed="Sam Roe"))),
    "the lead left, or another came": (
        ("no_lead", ""),
        put("lead", until=day("2026-11-01")),
        both(put("lead", until=day("2026-11-01")),
             add("leads", name="Sam Roe", since=day("2026-11-01"), family_agrees=True))),
    "nobody asked about the lead, or a lead of this week": (
        ("lead_not_agreed", ""),
        both(in_area("hull"), put("lead", family_agrees=None)),
        both(in_area("hull"), put("lead", family_agrees=None, since=day("2026-11-18")))),
    "a new level nobody heard of, or the first one written down": (
        ("centre_not_told_of_level", ""),
        both(in_area("gloucestershire", "3"),
             add("level_changes", on=day("2026-11-01"), from_level="2", to_level="3")),
        both(in_area("gloucestershire", "3"),
             add("level_changes", on=day("2026-11-01"), to_level="3"))),
    "tools that the level asks for, or a level of last week": (
        ("tool_missing", ""),
        both(in_area("doncaster", "3"), put("first", late_reason="x"),
             put("review", late_reason="x", next_on=day("2026-12-01")),
             add("findings", section="views_on_assessment", words="they agree"),
             add("tool_uses", tool="my-star", on=day("2026-09-10"), done=True)),
        both(in_area("doncaster", "3"), put("first", late_reason="x"),
             put("review", late_reason="x", next_on=day("2026-12-01")),
             add("findings", section="views_on_assessment", words="they agree"),
             add("level_changes", on=day("2026-11-15"), from_level="2", to_level="3"))),
    "no meeting at the higher level for long, or one in time": (
        ("review_overdue", ""),
        both(in_area("doncaster", "2"), drop("meetings", id="review"), put("first", held=None),
             add("findings", section="views_on_assessment", words="they agree"),
             drop("progress", meeting_id="review"), on_day("2026-12-20")),
        both(in_area("doncaster", "2"), put("first", late_reason="x"),
             add("findings", section="views_on_assessment", words="they agree"),
             on_day("2026-12-20"))),
    "decided not to share and sent, or sent as decided": (
        ("shared_without_decision", ""),
        both(IN_DERBY, drop("copies", member_id="m-nurse"),
             add("sharing_decisions", on=day("2026-09-20"), share=False, agency_id="school")),
        both(IN_DERBY, drop("copies", member_id="m-nurse"),
             add("sharing_decisions", on=day("2026-09-20"), share=True, agency_id="school"))),
    # --- drift
    "open a year and a day, or a year": (
        ("open_over_a_year", ""), on_day("2027-09-02"), on_day("2027-09-01")),
    "late for the second time, or on its day": (
        ("action_overdue_twice", "Jo Field"),
        put("walk", first_due=day("2026-10-10"), due=day("2026-11-21")),
        put("walk", first_due=day("2026-10-10"), due=day("2026-11-22"))),
    "late twice and open, or done meanwhile": (
        ("action_overdue_twice", "Jo Field"),
        put("walk", first_due=day("2026-10-10"), due=day("2026-11-10")),
        put("walk", first_due=day("2026-10-10"), due=day("2026-11-10"), status="done",
            done=day("2026-11-19"))),
    "still at two reviews, or the number moved": (
        ("no_progress_two_reviews", "Leo"),
        both(put("p-sleep", status="", value="1 of 7"),
             lambda one: one.reviewed_again(status="", value="1 of 7")),
        both(put("p-sleep", status="", value="1 of 7"),
             lambda one: one.reviewed_again(status="", value="2 of 7"))),
}  # fmt: skip


@pytest.mark.parametrize("case", TWINS)
def test_the_fault_is_said(case: str) -> None:
    remark, fault, _ = TWINS[case]
    assert remark in found(fault)


@pytest.mark.parametrize("case", TWINS)
def test_what_only_looks_like_it_is_not(case: str) -> None:
    remark, _, innocent = TWINS[case]
    assert remark not in found(innocent)
