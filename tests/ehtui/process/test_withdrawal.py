"""From which day the process stands still, and what doesn't stop it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.words import fill
from ehtui.process.consent.allowed import may_start, stopped
from ehtui.process.consent.capacity import capacity_gaps, has_capacity
from ehtui.process.consent.withdrawal import withdrawn_on
from ehtui.process.course.duties import open_duties
from ehtui.process.course.next_step import next_step
from ehtui.process.course.stages import stage_key
from ehtui.process.due.rules import due_dates
from ehtui.process.facts import facts_of
from ehtui.process.sharing.copying import copies_of
from tests.ehtui.process.families import Family

if TYPE_CHECKING:
    from data.procedures.model import Procedure, StageKey
    from data.records.people import Person


def _one_parent() -> Family:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2018-06-19")
    family.tie(mum, child, "mother", responsible=True)
    family.consent(mum, start="yes")
    return family


def test_it_is_the_day_of_whoever_had_a_say() -> None:
    family = _one_parent()
    mum, gran = family.file.adults[0], family.adult("Gran")
    family.consent(gran, "2026-10-20", start="withdrawn")
    assert withdrawn_on(family.file) is None
    wrong = family.consent(mum, "2026-10-11", start="withdrawn")
    family.consent(mum, "2026-10-01", start="withdrawn", replaces_id=wrong.id)
    assert withdrawn_on(family.file) == date(2026, 10, 1)


def test_a_no_after_a_yes_takes_the_yes_back() -> None:
    family = _one_parent()
    mum = family.file.adults[0]
    family.consent(mum, "2026-10-01", start="no")
    assert withdrawn_on(family.file) == date(2026, 10, 1)
    assert stopped(family.file).why.startswith("Ada withdrew on 1 Oct 2026")


def test_a_yes_put_right_to_a_no_was_never_a_yes() -> None:
    family = _one_parent()
    mum = family.file.adults[0]
    family.consent(mum, start="no", replaces_id=family.file.consents[0].id)
    assert not stopped(family.file)
    assert withdrawn_on(family.file) is None


def test_without_a_day_it_stands_from_the_last_day_that_is_known() -> None:
    family = _one_parent()
    family.consent(family.file.adults[0], "", start="withdrawn")
    assert withdrawn_on(family.file) == date(2026, 9, 9)


def test_a_ledger_without_any_day_stops_the_process_all_the_same(default: Procedure) -> None:
    family = _one_parent()
    family.file.consents[0].on = None
    family.file.case.plan_started = date(2026, 9, 9)
    assert "plan" in {one.kind for one in due_dates(family.file, default)}
    family.consent(family.file.adults[0], "", start="withdrawn")
    assert withdrawn_on(family.file) is None
    assert due_dates(family.file, default) == []
    assert next_step(family.file, default) == "Consent was withdrawn: stop, say so, and close."


def test_a_doubt_about_an_adult_asks_for_a_conclusion_and_takes_nothing_away() -> None:
    family = _one_parent()
    entry = family.consent(family.file.adults[0], start="yes", mca_weighs=False)
    doubt = "Ada may not be able to decide this: record your conclusion."
    assert capacity_gaps(family.file, entry) == [doubt]
    assert has_capacity(family.file, entry)
    entry.has_capacity = True
    assert capacity_gaps(family.file, entry) == []
    entry.has_capacity = False
    assert capacity_gaps(family.file, entry) == ["Ada was found not able to decide this."]
    assert not has_capacity(family.file, entry)


DAY = date(2026, 9, 9)
LATER = date(2026, 10, 1)
DUTIES = {"withdraw-told", "withdraw-review", "withdraw-record"}
"""Who is to hear of a withdrawal, and one's own record of it."""
REACHED: dict[StageKey, list[tuple[str, dict[str, Any]]]] = {
    "involve": [],
    "understand": [("case", {"plan_started": DAY})],
    "team": [("case", {"plan_started": DAY, "plan_dated": DAY})],
    "support": [("meetings", {"kind": "first_taf", "on": LATER, "held": True})],
    "review": [("meetings", {"kind": "review_taf", "on": LATER, "held": True})],
}
"""What stands in a record that has reached each stage at which a yes can be taken back."""


def _at(stage: StageKey) -> tuple[Family, Person]:
    """A family at a stage, with a team, an outcome of its own, and a contact about harm."""
    family = _one_parent()
    mum = family.file.adults[0]
    school = family.agency("School", involved=True)
    family.scope(family.file.consents[0], school, included=True)
    family.file.consents[0].store = family.file.consents[0].share = "yes"
    family.add("members", person_id=mum.id)
    family.add("members", name="SENCo", agency_id=school.id)
    family.add("outcomes", number=1, title="Five quiet nights", status="open", by=LATER)
    family.add("harm_contacts", on=DAY, rung="the front door", reason="bruises")
    for key in [one for one in REACHED if list(REACHED).index(one) <= list(REACHED).index(stage)]:
        for table, values in REACHED[key]:
            if table == "case":
                for name, value in values.items():
                    setattr(family.file.case, name, value)
            else:
                family.add(table, **values)
    return family, mum


@pytest.mark.parametrize("stage", REACHED)
@pytest.mark.parametrize("answer", ["withdrawn", "no"])
def test_at_every_stage_it_stops_the_process_and_leaves_safeguarding(
    default: Procedure, stage: StageKey, answer: str
) -> None:
    family, mum = _at(stage)
    file = family.file
    assert stage_key(file) == stage
    before = due_dates(file, default)
    meetings = [None, *file.held_meetings]
    copies = [one for of in meetings for one in copies_of(file, default, of)]
    assert copies
    assert all(one.may_go for one in copies)
    assert {one.kind for one in before} > {"harm"}

    family.consent(mum, "2026-11-02", start=answer)
    assert stopped(file)
    assert withdrawn_on(file) == date(2026, 11, 2)
    frozen = [one for of in meetings for one in copies_of(file, default, of)]
    assert [one.name for one in frozen] == [one.name for one in copies]
    assert not any(one.may_go for one in frozen), "no copy that is not out yet goes out"
    after = due_dates(file, default)
    assert {one for one in after if one.kind != "duty"} == {
        one for one in before if one.kind == "harm"
    }
    left = {one.duty.key for one in open_duties(facts_of(file, default))}
    assert {one for one in left if one.startswith("withdraw")} == DUTIES
    titles = {fill(one.title, default.words) for one in default.duties if one.key in DUTIES}
    assert {one.what.split(" (")[0] for one in after if one.kind == "duty"} == titles


@pytest.mark.parametrize("stage", REACHED)
def test_once_both_are_told_and_it_is_closed_only_safeguarding_is_left(
    default: Procedure, stage: StageKey
) -> None:
    family, mum = _at(stage)
    family.consent(mum, "2026-11-02", start="withdrawn")
    day = date(2026, 11, 3)
    family.add("notices", what="withdrawn", on=day)
    family.add("notices", what="withdrawn", on=day, duty="withdraw-record")
    family.add("closings", on=day, reason="consent_withdrawn", told_centre=day)
    assert stage_key(family.file) == "close"
    assert {one.kind for one in due_dates(family.file, default)} == {"harm"}


def test_before_anybody_said_yes_there_is_a_no_and_nothing_to_withdraw(default: Procedure) -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2018-06-19")
    family.tie(mum, child, "mother", responsible=True)
    assert stage_key(family.file) == "identify"
    family.consent(mum, start="no")
    assert stage_key(family.file) == "involve"
    assert not stopped(family.file)
    assert not may_start(family.file)
    assert not {one.what for one in due_dates(family.file, default) if one.kind == "duty"}
