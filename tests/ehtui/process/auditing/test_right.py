"""What an audit leaves alone: the usual false alarms, and what the area does not ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ehtui.process.auditing.changes import (
    DONCASTER_TOOLS,
    IN_DERBY,
    MOVED,
    NAN,
    REOPENED,
    WITHDRAWN,
    add,
    both,
    close,
    drop,
    found,
    in_area,
    on_day,
    put,
    rekeyed,
    silence,
    unseen,
)
from tests.ehtui.process.auditing.whole import day
from tests.ehtui.process.families import ABLE

if TYPE_CHECKING:
    from tests.ehtui.process.auditing.changes import Change

RIGHT: dict[str, Change] = {
    "nothing is wrong": lambda _one: None,
    "an unborn child is not heard": add("people", kind="unborn", known_as="Baby"),
    "a child of another home": add("people", kind="child", given="Ty", born=day("2015-01-01"),
                                   lives_in_home=False),
    "the grandmother was only heard": both(
        NAN, add("consents", by_id="nan", capacity="none", start="yes", on=day("2026-09-02"))),
    "a child able to decide says yes": add(
        "consents", by_id="mia", about_id="mia", capacity="competent_child", start="yes",
        on=day("2026-09-02"), **ABLE),
    "a service left out later was rightly there before": both(
        add("consents", id="later", by_id="ana", on=day("2026-11-20"), start="yes", store="yes",
            share="yes", how="signed", capacity="parental_responsibility"),
        add("consent_scopes", consent_id="later", agency_id="nurse", included=False),
        drop("members", id="m-nurse")),
    "a service that is only known of": add("agencies", name="Dentist", kind="dentist"),
    "the excluded one left the team": add(
        "members", name="Boss", agency_id="employer", until=day("2026-08-30")),
    "a late review with its reason": put(
        "review", on=day("2026-10-29"), next_on=day("2026-12-21"), late_reason="half term"),
    "a review planned late with its reason": both(
        put("review", next_on=day("2027-01-11")),
        add("meetings", kind="review_taf", on=day("2027-01-11"), late_reason="Christmas")),
    "the plan read out and not sent": both(
        put("case", plan_given=None), put("plan-None-m-ana", sent=None, not_sent_why="read out")),
    "an interpreter has no minutes": add(
        "attendances", meeting_id="review", name="Ewa Nowak, interpreter", state="present"),
    "whoever led then has no minutes": both(
        put("lead", until=day("2026-11-02")),
        add("leads", name="Sam Roe", since=day("2026-11-02"), family_agrees=True),
        add("members", id="m-jo", name="Jo Field", gets_copies=True, until=day("2026-11-02"))),
    "a child who came for ten minutes": put("review-leo", wants_minutes=None),
    "a year after a family said no": both(
        lambda one: one.file.consents.clear(), lambda one: one.file.leads.clear(),
        lambda one: one.file.meetings.clear(), lambda one: one.file.outcomes.clear(),
        lambda one: one.file.members.clear(), lambda one: one.file.copies.clear(),
        lambda one: one.file.consent_scopes.clear(), lambda one: one.file.actions.clear(),
        lambda one: one.file.attendances.clear(), lambda one: one.file.progress.clear(),
        put("case", plan_started=None, plan_dated=None, first_concern=day("2025-09-01")),
        add("refusals", by_id="ana", on=day("2025-09-10"))),
    "minutes of last Friday": lambda one: one.reviewed_again(status="better"),
    "a draft before any review": both(
        put("sleep", status="draft", starting="", by=None), drop("meetings", id="review"),
        put("first", next_on=day("2026-10-26")), drop("copies", meeting_id="review"),
        drop("attendances", meeting_id="review"),
        on_day("2026-10-20")),
    "a new thought that no review looked at": add(
        "outcomes", title="Evenings go better", status="draft"),
    "what must be, by the doctor's letter": put("late", text="Mia must take her inhaler daily"),
    "a copy to somebody whose name holds a service's letters": both(
        add("agencies", id="art", name="Art"),
        add("consent_scopes", consent_id="ana-yes", agency_id="art", included=False),
        add("copies", what="agenda", to="Bart and Artur", sent=day("2026-10-05"))),
    "a change in how somebody uses a service": put("sleep", title="Leo stays on the maths course"),
    "a measured change with a service in it": put("sleep", title="Calls to the clinic from 5 to 1"),
    "an opinion that says so": put("late", text="Mia seems tired", basis="opinion"),
    "what a parent thinks is her view": put("nights", text="Leo seems scared to sleep"),
    "a worry with its reason": add(
        "statements", part="worries", owner_id="ben", on=day("2026-09-04"), text="the damp",
        remark="the landlord mends it on Friday"),
    "a worry said after the plan": add(
        "statements", part="worries", owner_id="ben", on=day("2026-11-18"), text="the damp"),
    "a father it is unsafe to ask": both(
        drop("conversations", with_id="ben"), put("reads", owner_id="ana"),
        put("ben", unsafe=True)),
    "why only the mother was asked is recorded": both(
        drop("conversations", with_id="ben"), put("reads", owner_id="ana"),
        put("ana-yes", conflict="they are in court; the manager decided")),
    "a father known not to hold responsibility": both(
        drop("conversations", with_id="ben"), put("reads", owner_id="ana"),
        *(put(f"ben-{child}", parental_responsibility=False) for child in ("mia", "leo"))),
    "held back and weighed": add(
        "restrictions", record_id="mia-likes", from_person_id="ana", since=day("2026-09-08"),
        harm_weighed=day("2026-09-08")),
    "a phone number held back": add(
        "restrictions", record_id="ben", field="phone", from_person_id="ana"),
    "a child seen in between": both(
        unseen("leo"), add("notes", kind="visit", about_id="leo", child_seen=True,
                           on=day("2026-11-02"))),
    "an interpreter in the talk": both(
        put("ana", interpreter="Polish"), put("talk-ana", interpreter="Mrs Nowak")),
    "an interpreter only for letters": put("ana", interpreter="Polish, for letters"),
    "a case that waits, and why": both(
        put("case", paused_reason="mum is in hospital"), on_day("2027-01-04")),
    "what social care was sent because of harm": both(
        add("agencies", id="care", name="Social care", kind="social_care"),
        add("consent_scopes", consent_id="ana-yes", agency_id="care", included=False),
        add("harm_contacts", on=day("2026-11-10")),
        add("copies", what="plan", agency_id="care", sent=day("2026-11-11"))),
    "sent for safeguarding, as was decided": both(
        add("sharing_decisions", on=day("2026-10-01"), share=True, agency_id="employer",
            basis="safeguarding"),
        add("copies", what="letter", agency_id="employer", sent=day("2026-10-01"))),
    "closed with everything": close(),
    "closed, and what is open is carried on": both(
        close(still_open="school keeps an eye on it"), put("walk", status="open")),
    "handed over with the family": add(
        "handovers", on=day("2026-11-02"), to_name="Sam", logged=day("2026-11-02"),
        family_consulted=day("2026-10-30"), previous_agency_told=day("2026-11-02")),
    "after a withdrawal the closing review, and a copy to the family": both(
        WITHDRAWN, put("second", next_step="needs_met"),
        add("copies", what="plan", person_id="ana", sent=day("2026-11-14")),
        add("copies", what="closing", agency_id="eht", sent=day("2026-11-14"))),
    "moved, and everybody told": MOVED,
    "opened again last week": REOPENED,
    "opened again, and the first meeting since": both(
        REOPENED, on_day("2027-01-20"),
        add("meetings", kind="review_taf", on=day("2027-01-18"), held=True,
            next_on=day("2027-02-10")),
        add("notes", kind="visit", child_seen=True, on=day("2027-01-18"))),
    "a handover that is coming": add("handovers", on=day("2026-12-02"), to_name="Sam"),
    "every tool used, or why not": both(in_area("doncaster", "3"), DONCASTER_TOOLS),
    "the lighter level asks for no tools": both(
        in_area("doncaster", "2"), add("findings", section="views_on_assessment", words="yes"),
        put("first", late_reason="agreed"), put("review", late_reason="agreed")),
    "copies to those whom the case knows, by a word": both(*(
        add("copies", what="plan", to=to, sent=day("2026-10-05"))
        for to in ("the family", "Mum", "Ms A. Hill", "my manager", "Nurse Oke", "all the team"))),
    "the plan sent to a stranger, as was decided": both(
        add("sharing_decisions", on=day("2026-10-01"), share=True, with_whom="Councillor Brown"),
        add("copies", what="plan", to="Cllr Brown", sent=day("2026-10-05"))),
    "a child who came later, heard once the plan was finished": both(
        put("talk-leo", on=day("2026-09-20")), put("leo-likes", on=day("2026-09-20")),
        rekeyed("mia", "2026-09-01"), rekeyed("leo", "2026-09-18")),
    "a child who came since the team last met, not heard yet": both(
        silence("leo"), rekeyed("mia", "2026-09-01"), rekeyed("leo", "2026-11-18")),
    "a review by updates at the lighter level": both(
        in_area("doncaster", "2"), add("findings", section="views_on_assessment", words="yes"),
        put("first", late_reason="agreed"),
        put("review", kind="review_updates", late_reason="agreed")),
    "a review by updates before the level rose": both(
        in_area("doncaster", "3"), DONCASTER_TOOLS,
        put("review", kind="review_updates", late_reason=""),
        add("level_changes", on=day("2026-11-02"), from_level="2", to_level="3")),
    "a review by updates, and why": both(
        in_area("doncaster", "3"), DONCASTER_TOOLS,
        put("review", kind="review_updates", late_reason="dad was in hospital")),
    "a decision for each service": both(
        IN_DERBY,
        add("sharing_decisions", on=day("2026-09-20"), share=True, agency_id="school"),
        add("sharing_decisions", on=day("2026-09-20"), share=True, with_whom="the school nurse")),
    "it moved at one of the reviews": both(
        put("p-sleep", status="same"), lambda one: one.reviewed_again(status="better")),
    "an action moved before its day": both(
        put("walk", first_due=day("2026-10-28"), due=day("2026-11-10"), moved_at_id="review")),
    "an action overdue once": put("walk", due=day("2026-11-10"), first_due=day("2026-11-10")),
    "another record carries the family on": both(
        silence("leo"), put("case", continued_in="other")),
}  # fmt: skip


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_is_left_alone(case: str) -> None:
    assert found(RIGHT[case]) == set()
