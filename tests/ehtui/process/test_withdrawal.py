"""From which day the process stands still, and what doesn't stop it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ehtui.process.capacity import capacity_gaps, has_capacity
from ehtui.process.consent import stopped
from ehtui.process.due import due_dates
from ehtui.process.next_step import next_step
from ehtui.process.withdrawal import withdrawn_on
from tests.ehtui.process.families import Family

if TYPE_CHECKING:
    from data.procedures.model import Procedure


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
