"""Every rule of an audit: put one thing wrong, and that is said and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ehtui.process.auditing.changes import (
    DONCASTER_TOOLS,
    IN_DERBY,
    MOVED,
    NAN,
    REOPENED,
    STEP_CHILD,
    STEP_CHILD_HEARD,
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

if TYPE_CHECKING:
    from tests.ehtui.process.auditing.changes import Change

WRONG: dict[str, tuple[Change, set[tuple[str, str]]]] = {
    "a sibling without a voice": (silence("leo"), {("sibling_without_voice", "Leo")}),
    "only adults' words": (
        both(silence("leo"), silence("mia")), {("only_adults_words", "")}),
    "the grandmother says yes, alone": (
        both(NAN, put("ana-yes", by_id="nan", capacity="primary_carer")),
        {("consent_without_capacity", "Nan")}),
    "the grandmother says yes as if she held responsibility, beside the mother": (
        both(NAN, add("consents", id="nan-yes", by_id="nan", on=day("2026-09-02"), start="yes",
                      capacity="parental_responsibility")),
        {("consent_without_capacity", "Nan")}),
    "a child says yes and nobody wrote down that they understood": (
        add("consents", by_id="mia", about_id="mia", capacity="competent_child", start="yes",
            on=day("2026-09-02")),
        {("consent_without_capacity", "Mia")}),
    "nobody with a say spoke for one of the children": (
        both(STEP_CHILD, STEP_CHILD_HEARD), {("consent_without_capacity", "Zoe")}),
    "nobody said yes at all": (
        both(lambda one: one.file.consents.clear(), lambda one: one.file.consent_scopes.clear(),
             lambda one: one.file.copies.clear(), put("first", minutes_by="x"),
             lambda one: one.file.members.clear(), lambda one: one.file.attendances.clear(),
             add("attendances", meeting_id="review", person_id="mia", state="present"),
             add("attendances", meeting_id="review", person_id="leo", state="present",
                 wants_minutes=False)),
        {("no_consent", ""), ("minutes_not_sent", "")}),
    "only spoken": (put("ana-yes", how="phone"), {("consent_not_signed", "")}),
    "a service in the team that consent doesn't name": (
        both(add("agencies", id="gp", name="GP"),
             add("members", id="m-gp", name="Dr Roe", agency_id="gp", since=day("2026-11-18"))),
        {("service_not_in_consent", "")}),
    "a service that joined since": (
        add("agencies", name="Young carers", involved=True, since=day("2026-10-01")),
        {("service_not_in_consent", "")}),
    "an excluded service invited": (
        add("attendances", meeting_id="review", name="Ben's employer", state="invited"),
        {("excluded_invited", "")}),
    "an excluded service sent a copy": (
        add("copies", what="plan", agency_id="employer", sent=day("2026-10-01")),
        {("excluded_sent", "")}),
    "social care left out and sent a copy before there was any harm": (
        both(add("agencies", id="care", name="Social care", kind="social_care"),
             add("consent_scopes", consent_id="ana-yes", agency_id="care", included=False),
             add("harm_contacts", on=day("2026-11-10")),
             add("copies", what="plan", agency_id="care", sent=day("2026-10-11"))),
        {("excluded_sent", "")}),
    "an excluded service sent minutes, its name written in a line without its signs": (
        add("copies", what="minutes", meeting_id="review", to="Kay Roe (Bens Employer)",
            sent=day("2026-10-30")),
        {("excluded_sent", "")}),
    "an excluded service on the list": (
        add("members", name="Boss", agency_id="employer", since=day("2026-11-10")),
        {("excluded_listed", "")}),
    "no next date": (put("review", next_on=None), {("no_next_date", "")}),
    "the plan not given to the family": (
        both(put("case", plan_given=None), drop("copies", id="plan-None-m-ana")),
        {("plan_not_given_to_family", "")}),
    "minutes not sent": (
        drop("copies", id="minutes-review-m-nurse"), {("minutes_not_sent", "")}),
    "minutes not sent to a child who asked for them": (
        put("review-leo", wants_minutes=True), {("minutes_not_sent", "")}),
    "a review held late": (
        put("review", on=day("2026-10-29"), next_on=day("2026-12-21")),
        {("review_after_latest_date", "")}),
    "a review planned too late": (
        add("meetings", kind="review_taf", on=day("2027-01-11")),
        {("review_after_latest_date", "")}),
    "a next review agreed too late": (
        put("review", next_on=day("2027-01-11")), {("review_after_latest_date", "")}),
    "a review that was not held": (
        on_day("2027-01-04"),
        {("review_overdue", "")}),
    "an outcome without a measure": (
        put("sleep", measure="", target=""), {("outcome_without_measure", "Leo")}),
    "without a starting point": (
        put("sleep", starting=""), {("outcome_without_starting_point", "Leo")}),
    "without a date": (put("sleep", by=None), {("outcome_without_date", "Leo")}),
    "without an owner": (
        both(put("diary", outcome_id="school-o"), put("visit", outcome_id="school-o")),
        {("outcome_without_owner", "Leo")}),
    "without a contingency where the others have one": (
        put("sleep", contingency=""), {("outcome_without_contingency", "Leo")}),
    "an outcome that names a service": (
        put("sleep", title="CAMHS referral for Leo"), {("outcome_names_service", "Leo")}),
    "an outcome that counts sessions": (
        put("sleep", title="Leo attends 6 sessions"), {("outcome_names_service", "Leo")}),
    "a draft that a review passed over": (
        put("sleep", status="draft"), {("outcome_still_draft", "Leo")}),
    "all on one": (
        both(put("visit", who="Jo Field", who_member_id=None),
             put("diary", who="Jo Field", who_person_id=None)),
        {("actions_all_on_one", "Jo Field")}),
    "none on the family": (
        put("diary", who="Ms Hill", who_person_id=None, who_member_id="m-school"),
        {("no_action_for_family", "")}),
    "no strengths": (
        both(drop("statements", id="reads"), put("mia-likes", part="house_dreams"),
             put("leo-likes", part="house_dreams")),
        {("no_strengths", "")}),
    "opinion as fact": (
        put("late", text="Mia seems tired, mum is not bothered"), {("opinion_as_fact", "Ms Hill")}),
    "a guess at what a child feels": (
        put("late", text="She must be jealous of the baby"), {("opinion_as_fact", "Ms Hill")}),
    "an outcome that names a group": (
        put("sleep", title="Support from Young Carers"), {("outcome_names_service", "Leo")}),
    "a worry that no outcome answers": (
        add("statements", part="worries", owner_id="ben", on=day("2026-09-04"),
            text="the damp in the bathroom"),
        {("worry_without_outcome", "Ben")}),
    "worries, and no outcome at all": (
        both(lambda one: one.file.outcomes.clear(), lambda one: one.file.actions.clear(),
             lambda one: one.file.progress.clear()),
        {("worry_without_outcome", "")}),
    "the father never asked": (
        both(drop("conversations", with_id="ben"), put("reads", owner_id="ana")),
        {("parent_never_asked", "Ben")}),
    "held back, never weighed": (
        add("restrictions", record_id="mia-likes", from_person_id="ana", since=day("2026-09-08")),
        {("held_back_not_weighed", "Mia")}),
    "a whole talk held back, never weighed": (
        both(put("leo-likes", conversation_id="talk-leo"),
             add("restrictions", record_id="talk-leo", from_person_id="ana",
                 since=day("2026-09-08"))),
        {("held_back_not_weighed", "Leo")}),
    "marked, never weighed": (put("mia-likes", weigh_harm=True), {("marked_not_weighed", "Mia")}),
    "held back after the copy went": (
        add("restrictions", record_id="mia-likes", from_person_id="ana", since=day("2026-10-01"),
            harm_weighed=day("2026-10-01")),
        {("held_back_in_copy", "Mia")}),
    "held back, and told in the minutes": (
        both(put("mia-likes", text="he shouts at night"),
             add("restrictions", record_id="mia-likes", from_person_id="ana",
                 since=day("2026-09-08"), harm_weighed=day("2026-09-08")),
             add("agenda_items", meeting_id="review", notes="Mia: “He shouts at night”.")),
        {("held_back_in_copy", "Mia")}),
    "a child not seen since the last review": (unseen("leo"), {("child_not_seen", "Leo")}),
    "the start not told": (
        both(lambda one: one.file.notices.clear(), drop("loggings", id="logged"),
             put("case", central_number="")),
        {("centre_not_told_of_start", ""), ("plan_not_logged", "")}),
    "a withdrawal not told": (
        add("consents", by_id="ana", on=day("2026-11-10"), capacity="parental_responsibility",
            start="withdrawn"),
        {("centre_not_told_of_withdrawal", "")}),
    "a copy sent and a review that goes on after a withdrawal": (
        both(WITHDRAWN, put("second", next_step="continues")),
        {("went_on_after_withdrawal", "")}),
    "a copy sent to a service after a withdrawal": (
        both(WITHDRAWN, add("copies", what="plan", agency_id="nurse", sent=day("2026-11-14"))),
        {("went_on_after_withdrawal", "")}),
    "opened again, and no meeting for long": (
        both(REOPENED, on_day("2026-12-25")), {("no_next_date", "")}),
    "a child first heard when the plan was finished": (
        both(put("talk-leo", on=day("2026-09-20")), put("leo-likes", on=day("2026-09-20"))),
        {("child_heard_late", "Leo")}),
    "a child written down with the others, first heard when the plan was finished": (
        both(put("talk-leo", on=day("2026-09-20")), put("leo-likes", on=day("2026-09-20")),
             rekeyed("leo", "2026-09-02"), rekeyed("mia", "2026-09-01")),
        {("child_heard_late", "Leo")}),
    "a case typed up when the plan was finished, in which a child was heard late": (
        both(put("talk-leo", on=day("2026-09-20")), put("leo-likes", on=day("2026-09-20")),
             rekeyed("leo", "2026-10-02"), rekeyed("mia", "2026-10-01")),
        {("child_heard_late", "Leo")}),
    "a review by updates where the team is to meet": (
        both(in_area("doncaster", "3"), DONCASTER_TOOLS,
             put("review", kind="review_updates", late_reason="")),
        {("review_without_meeting", "")}),
    "a plan that is not finished": (
        both(put("case", plan_dated=None, plan_given=None), drop("copies", what="plan"),
             put("first", held=None), put("review", held=None),
             lambda one: one.file.meetings.clear(), lambda one: one.file.copies.clear(),
             lambda one: one.file.attendances.clear(), lambda one: one.file.progress.clear()),
        {("plan_not_finished", "")}),
    "a second lead, out of nowhere": (
        add("leads", name="Sam Roe", since=day("2026-10-26")), {("handover_without_family", "")}),
    "the lead has left": (put("lead", until=day("2026-11-01")), {("no_lead", "")}),
    "an interpreter needed and none there": (
        put("ana", interpreter="Polish"), {("interpreter_missing", "Ana")}),
    "no English, and nobody asked about an interpreter": (
        put("ana", languages="Polish"), {("interpreter_missing", "Ana")}),
    "closed without telling": (
        close(told_centre=None), {("centre_not_told_of_closing", "")}),
    "closed with an open action": (
        both(close(), put("walk", status="open")), {("closed_with_open_actions", "")}),
    "closed with an open action, and nothing said to be left": (
        both(close(still_open="Nothing."), put("walk", status="open")),
        {("closed_with_open_actions", "")}),
    "closed without analysis": (close(analysis=""), {("closed_without_analysis", "")}),
    "handed over without the family": (
        add("handovers", on=day("2026-11-02"), to_name="Sam", why="other", logged=day("2026-11-02"),
            team_briefed=day("2026-11-02"), previous_agency_told=day("2026-11-02")),
        {("handover_without_family", "")}),
    "a move of which the new area was not told": (
        both(MOVED, put("move", new_team_told=None)), {("new_area_not_told", "")}),
    "a move of which the own team was not told": (
        both(MOVED, put("move", accepted=None, own_team_copied=None)),
        {("centre_not_told_of_move", "")}),
    "a tool always used and left out": (
        both(in_area("doncaster", "3"), DONCASTER_TOOLS, drop("tool_uses", tool="my-star")),
        {("tool_missing", "")}),
    "a section that must be there": (
        both(in_area("doncaster", "3"), DONCASTER_TOOLS, lambda one: one.file.findings.clear()),
        {("section_missing", "")}),
    "what is hard to assess, where it must be said": (
        both(IN_DERBY, drop("copies", member_id="m-nurse"), drop("copies", member_id="m-school"),
             add("findings", section="assessment", needs="sleep")),
        {("section_missing", "")}),
    "a level change nobody was told of": (
        both(in_area("gloucestershire", "2"),
             add("level_changes", on=day("2026-11-01"), from_level="2", to_level="3"),
             put("case", level="3")),
        {("centre_not_told_of_level", "")}),
    "no contingency where every plan has one": (
        both(in_area("hull"), put("sleep", contingency=""), put("school-o", contingency="")),
        {("outcome_without_contingency", "Leo"), ("outcome_without_contingency", "Mia")}),
    "shared without a decision where each is recorded": (
        both(IN_DERBY, drop("copies", member_id="m-nurse")),
        {("shared_without_decision", "")}),
    "shared with a service that no consent covers": (
        both(add("agencies", id="gp", name="GP"),
             add("copies", what="plan", agency_id="gp", sent=day("2026-10-05"))),
        {("shared_without_decision", "")}),
    "the plan sent to somebody whom the case does not know": (
        add("copies", what="plan", to="Cllr Brown", sent=day("2026-10-05")),
        {("shared_without_decision", "")}),
    "a statement of which nobody knows whose it is": (
        put("reads", owner_id=None), {("statement_without_owner", "")}),
    "nobody leads": (
        both(lambda one: one.file.leads.clear(), put("walk", who="Ms Hill")), {("no_lead", "")}),
    "the family was not asked about the lead": (
        both(in_area("hull"), put("lead", family_agrees=None)), {("lead_not_agreed", "")}),
    "what could not be assessed, and not why": (
        both(IN_DERBY, drop("copies", member_id="m-nurse"),
             drop("copies", member_id="m-school"),
             add("findings", section="assessment", about_id="leo", not_known="his nights at dad's"),
             add("findings", section="needs", needs="x")),
        {("not_assessed_without_reason", "Leo")}),
    "no progress over two reviews": (
        both(put("p-sleep", status="same"),
             lambda one: one.reviewed_again(status="worse", value="1 of 7")),
        {("no_progress_two_reviews", "Leo")}),
    "open for more than a year": (
        on_day("2027-09-02"), {("open_over_a_year", ""), ("review_overdue", "")}),
    "an action overdue twice": (
        put("walk", first_due=day("2026-10-10"), due=day("2026-11-10")),
        {("action_overdue_twice", "Jo Field")}),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_and_nothing_else(case: str) -> None:
    change, said = WRONG[case]
    assert found(change) == said
