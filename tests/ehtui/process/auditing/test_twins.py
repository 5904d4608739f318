"""A fault beside the innocent case that looks like it: the first is said, the second is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ehtui.process.auditing.changes import (
    NAN,
    add,
    both,
    drop,
    found,
    put,
    silence,
)
from tests.ehtui.process.auditing.whole import day
from tests.ehtui.process.families import ABLE

if TYPE_CHECKING:
    from tests.ehtui.process.auditing.changes import Change

    Twins = tuple[tuple[str, str], Change, Change]
    """What is said and about whom, the fault, and the case that only looks like it."""

SILENT_LEO = silence("leo")
BABY = both(
    add("people", id="bo", kind="child", given="Bo", born=day("2025-12-01"), lives_in_home=True),
    add("relationships", person_id="ana", child_id="bo", kind="mother",
        parental_responsibility=True),
    add("conversations", with_id="bo", on=day("2026-11-02"), child_seen=True),
)  # fmt: skip
PARTNER = add("people", id="sol", kind="adult", given="Sol", lives_in_home=True)
GP = both(
    add("agencies", id="gp", name="Mill Surgery", kind="gp", worker="Dr Roe"),
    add("consent_scopes", consent_id="ana-yes", agency_id="gp", included=False),
)
NO_BEN = both(drop("conversations", with_id="ben"), put("reads", owner_id="ana"))


def yes(by: str, capacity: str, **values: object) -> Change:
    return add("consents", by_id=by, capacity=capacity, start="yes", on=day("2026-09-02"),
               **values)  # fmt: skip


def worry(text: str, **values: object) -> Change:
    known = {"part": "worries", "owner_id": "ben", "on": day("2026-09-04"), "text": text}
    return add("statements", **(known | values))


def fact(text: str, **values: object) -> Change:
    return put("late", text=text, **values)


def held(record: str, since: str, **values: object) -> Change:
    known = {"from_person_id": "ana", "harm_weighed": day("2026-10-20"), "since": day(since)}
    return add("restrictions", record_id=record, **(known | values))


TWINS: dict[str, Twins] = {
    # --- children
    "a baby: nothing at all, or what the health visitor saw": (
        ("sibling_without_voice", "Bo"),
        BABY,
        both(BABY, add("statements", owner_name="Ms Hill", about_id="bo", basis="seen",
                       part="strengths", on=day("2026-09-05"), text="looks for Ana and smiles"))),
    "a school child whom others speak of, or who said it at the meeting": (
        ("sibling_without_voice", "Leo"),
        both(SILENT_LEO, add("statements", owner_name="Ms Hill", about_id="leo", basis="seen",
                             on=day("2026-09-05"), text="plays alone")),
        both(SILENT_LEO, add("agenda_items", meeting_id="first", notes="the dog", spoke="Leo"))),
    "no word, or one sent for the review": (
        ("sibling_without_voice", "Leo"),
        both(SILENT_LEO, add("updates", person_id="leo", meeting_id="review")),
        both(SILENT_LEO, add("updates", person_id="leo", meeting_id="review", text="it is ok"))),
    "a child heard after the plan, or before it and again": (
        ("child_heard_late", "Leo"),
        both(put("talk-leo", on=day("2026-09-20")), put("leo-likes", on=day("2026-09-20"))),
        add("conversations", with_id="leo", on=day("2026-10-20"))),
    "a brother of seventeen, or of age": (
        ("sibling_without_voice", "Sam"),
        add("people", kind="child", given="Sam", born=day("2009-01-01"), lives_in_home=True,
            id="sam"),
        add("people", kind="child", given="Sam", born=day("2007-01-01"), lives_in_home=True,
            id="sam")),
    "not seen since the review, or seen on a visit to the mother": (
        ("child_not_seen", "Leo"),
        drop("attendances", person_id="leo"),
        both(drop("attendances", person_id="leo"),
             add("conversations", with_id="ana", on=day("2026-11-10"), child_seen=True))),
    # --- consent
    "a stepfather alone, or for himself beside the mother": (
        ("consent_without_capacity", "Sol"),
        both(PARTNER, put("ana-yes", by_id="sol", capacity="parental_responsibility")),
        both(PARTNER, yes("sol", "adult_self"))),
    "a child whose understanding nobody looked at, or was found wanting": (
        ("consent_without_capacity", "Leo"),
        yes("leo", "competent_child", about_id="leo"),
        yes("leo", "competent_child", about_id="leo", has_capacity=False)),
    "fifteen, or sixteen": (
        ("consent_without_capacity", "Mia"),
        both(put("mia", born=day("2010-09-03")), yes("mia", "young_person", about_id="mia")),
        both(put("mia", born=day("2010-09-02")), yes("mia", "young_person", about_id="mia"))),
    "a mother found unable, or one whose responsibility nobody wrote down": (
        ("consent_without_capacity", "Ana"),
        put("ana-yes", has_capacity=False),
        both(put("ana-mia", parental_responsibility=None),
             put("ana-leo", parental_responsibility=None))),
    "a grandmother as if she were the carer, or who is": (
        ("consent_without_capacity", "Nan"),
        both(NAN, put("ana-yes", by_id="nan", capacity="primary_carer")),
        both(NAN, yes("nan", "primary_carer", about_id="mia"),
             add("relationships", person_id="nan", child_id="mia", kind="grandmother",
                 primary_carer=True))),
    "an aunt's yes, or one that was put right": (
        ("consent_without_capacity", "Sol"),
        both(PARTNER, yes("sol", "parental_responsibility", id="wrong")),
        both(PARTNER, yes("sol", "parental_responsibility", id="wrong"),
             yes("sol", "none", replaces_id="wrong"))),
    # --- services
    "a service nobody named, or an interpreter": (
        ("service_not_in_consent", ""),
        both(add("agencies", id="x", name="Homes", kind="housing"),
             add("members", name="Mr Lee", agency_id="x", since=day("2026-11-18"))),
        both(add("agencies", id="x", name="Tongues", kind="interpreter"),
             add("members", name="Mr Lee", agency_id="x", since=day("2026-11-18")))),
    "a service in the team, or that of the lead before": (
        ("service_not_in_consent", ""),
        both(add("agencies", id="x", name="Pop In", kind="voluntary"),
             add("members", name="Mr Lee", agency_id="x", since=day("2026-11-18"))),
        both(add("agencies", id="x", name="Pop In", kind="voluntary"),
             add("members", name="Mr Lee", agency_id="x", since=day("2026-11-18")),
             lambda one: one.file.leads.insert(0, one.file.leads[0].model_copy(
                 update={"id": "old", "agency": "Pop In"})))),
    "excluded and invited by the worker's name, or invited once it was let in again": (
        ("excluded_invited", ""),
        both(GP, add("attendances", meeting_id="review", name="Dr Roe", state="apologies")),
        both(GP, add("consents", id="again", by_id="ana", on=day("2026-10-20"), start="yes",
                     store="yes", share="yes", how="signed", capacity="parental_responsibility"),
             add("consent_scopes", consent_id="again", agency_id="gp", included=True),
             add("attendances", meeting_id="review", name="Dr Roe", state="present",
                 wants_minutes=False))),
    "police invited against the family's word, or after harm": (
        ("excluded_invited", ""),
        both(add("agencies", id="pol", name="Police", kind="police"),
             add("consent_scopes", consent_id="ana-yes", agency_id="pol", included=False),
             add("attendances", meeting_id="review", name="Police", state="invited")),
        both(add("agencies", id="pol", name="Police", kind="police"),
             add("consent_scopes", consent_id="ana-yes", agency_id="pol", included=False),
             add("harm_contacts", on=day("2026-10-01")),
             add("attendances", meeting_id="review", name="Police", state="invited"))),
    "excluded and in the team under its own name, or only for another subject": (
        ("excluded_listed", ""),
        both(GP, add("members", name="Mill Surgery", gets_copies=False)),
        both(add("agencies", id="gp", name="Mill Surgery", kind="gp"),
             add("consent_scopes", consent_id="ana-yes", agency_id="gp", included=True,
                 subject="health"),
             add("consent_scopes", consent_id="ana-yes", agency_id="gp", included=False,
                 subject="housing"),
             add("members", name="Dr Roe", agency_id="gp", since=day("2026-11-18")))),
    "a copy to an excluded worker, or one that was made and kept": (
        ("excluded_sent", ""),
        both(GP, add("copies", what="minutes", meeting_id="review", to="Dr Roe",
                     sent=day("2026-11-01"))),
        both(GP, add("copies", what="minutes", meeting_id="review", to="Dr Roe",
                     made=day("2026-11-01"), not_sent_why="left out"))),
    # --- held back
    "kept from the mother and sent to her before she was not to see it, or after": (
        ("held_back_in_copy", "Mia"),
        held("mia-likes", "2026-10-01"),
        both(held("mia-likes", "2026-09-08"))),
    "held back and told in other signs, or told in a talk of something else": (
        ("held_back_in_copy", "Mia"),
        both(put("mia-likes", text="the texts, from year 13"), held("mia-likes", "2026-09-08"),
             add("agenda_items", meeting_id="review", notes="Mia: The texts (from Year 13)!")),
        both(put("mia-likes", text="the texts, from year 13"), held("mia-likes", "2026-09-08"),
             add("agenda_items", meeting_id="review", notes="Mia texts her dad."))),
    "kept from everybody: the mother has it, or only the child": (
        ("held_back_in_copy", "Mia"),
        held("mia-likes", "2026-10-01", from_person_id=None),
        both(held("mia-likes", "2026-10-01", from_person_id=None),
             lambda one: one.file.copies.clear(),
             add("copies", what="plan", person_id="mia", sent=day("2026-09-21")),
             *(add("copies", what="minutes", meeting_id=meeting, member_id=member,
                   sent=day("2026-11-01"))
               for meeting in ("first", "review")
               for member in ("m-ana", "m-school", "m-nurse")))),
    "never weighed, or weighed with the statement": (
        ("held_back_not_weighed", "Mia"),
        held("mia-likes", "2026-09-08", harm_weighed=None),
        both(held("mia-likes", "2026-09-08", harm_weighed=None),
             put("mia-likes", harm_weighed=day("2026-09-09")))),
    # --- parents
    "a father never asked, or whom nobody could find": (
        ("parent_never_asked", "Ben"),
        both(NO_BEN, add("notes", on=day("2026-09-06"), text="Ana says Ben likes football")),
        both(NO_BEN, add("notes", on=day("2026-09-06"), text="Rang Ben twice; no answer"))),
    "a father never asked, or who was invited and stayed away": (
        ("parent_never_asked", "Ben"),
        NO_BEN,
        both(NO_BEN, add("attendances", meeting_id="first", person_id="ben",
                         state="did_not_come", wants_minutes=False))),
    "a father beside a mother who agreed, or whose only child decides alone": (
        ("parent_never_asked", "Ben"),
        both(NO_BEN, put("ben-leo", parental_responsibility=False),
             yes("mia", "competent_child", about_id="mia", **ABLE)),
        both(NO_BEN, put("ben-leo", parental_responsibility=False),
             put("ana-mia", parental_responsibility=False),
             put("mia", born=day("2009-05-04")),
             yes("mia", "young_person", about_id="mia"))),
    # --- interpreters
    "needed and absent, or the talk was in Polish": (
        ("interpreter_missing", "Ana"),
        put("ana", interpreter="Polish, not her daughter"),
        both(put("ana", interpreter="Polish, not her daughter"),
             put("talk-ana", how="in Polish, which I speak"))),
    "needed at a meeting and absent, or there": (
        ("interpreter_missing", "Nan"),
        both(NAN, put("nan", interpreter="Urdu"),
             add("attendances", meeting_id="review", person_id="nan", state="present",
                 wants_minutes=False)),
        both(NAN, put("nan", interpreter="Urdu"),
             add("attendances", meeting_id="review", person_id="nan", state="present",
                 wants_minutes=False),
             add("attendances", meeting_id="review", name="Zara", part="interpreter",
                 state="present", wants_minutes=False))),
    # --- words
    "a judgement, or what was counted": (
        ("opinion_as_fact", "Ms Hill"),
        fact("Mum clearly does not care, late on 12 of 20 mornings"),
        fact("Mia seems tired: asleep in class on 4 of 10 afternoons")),
    "an opinion of one's own, or one that is reported": (
        ("opinion_as_fact", "Ms Hill"),
        fact("Mia appears sad", basis="said"),
        fact("Ana told us Mia appears sad", basis="said")),
    "an opinion, or speech that has become clear": (
        ("opinion_as_fact", "Ms Hill"),
        fact("Dad is clearly in denial"), fact("Mia now speaks clearly in class")),
    "a worry that shares only common words and a name with an outcome, or speaks of it": (
        ("worry_without_outcome", "Ben"),
        worry("Leo thinks his father never wants to see him at school"),
        worry("Leo hardly sleeps at my house either")),
    "a worry beside outcomes, or one marked to be weighed first": (
        ("worry_without_outcome", "Ben"),
        worry("the damp in the bathroom"),
        both(worry("the man downstairs", weigh_harm=True, harm_weighed=day("2026-09-05"),
                   harm_view="no: he is the caretaker"))),
    "worries alone, or a strength in the findings": (
        ("no_strengths", ""),
        both(drop("statements", id="reads"), put("mia-likes", part="house_dreams"),
             put("leo-likes", part="house_dreams")),
        both(drop("statements", id="reads"), put("mia-likes", part="house_dreams"),
             put("leo-likes", part="house_dreams"),
             add("findings", section="other", protects="a close family"))),
}  # fmt: skip


@pytest.mark.parametrize("case", TWINS)
def test_the_fault_is_said(case: str) -> None:
    remark, fault, _ = TWINS[case]
    assert remark in found(fault)


@pytest.mark.parametrize("case", TWINS)
def test_what_only_looks_like_it_is_not(case: str) -> None:
    remark, _, innocent = TWINS[case]
    assert remark not in found(innocent)
