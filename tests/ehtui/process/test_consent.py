"""Starting, storing, sharing: what the ledger allows, and when it is taken back."""

from __future__ import annotations

import pytest

from ehtui.process.consent.allowed import (
    allows,
    conflicts,
    may_share,
    may_start,
    may_store,
    stopped,
)
from ehtui.process.consent.ledger import PARTS, in_force
from tests.ehtui.process.families import ABLE, Family


class Parents(Family):
    """Ada and Ben with two children for whom both hold parental responsibility."""

    def __init__(self) -> None:
        super().__init__()
        self.ada, self.ben = self.adult("Ada"), self.adult("Ben")
        self.bea = self.child("Bea", "2011-03-01")
        self.cleo = self.child("Cleo", "2018-06-19")
        for child in (self.bea, self.cleo):
            self.tie(self.ada, child, "mother", responsible=True)
            self.tie(self.ben, child, "father", responsible=True)


@pytest.mark.parametrize(
    ("ada", "ben", "start", "store"),
    [
        ("", "", False, False),
        ("yes", "", True, True),
        ("yes", "yes", True, True),
        ("yes", "heard", True, True),
        ("heard", "heard", False, False),
        ("yes", "no", True, False),  # a conflict: no stop, but nothing leaves meanwhile
        ("yes", "withdrawn", True, False),
        ("no", "heard", False, False),
        ("no", "no", False, False),
    ],
)
def test_one_parent_suffices_and_another_is_heard(
    ada: str, ben: str, start: bool, store: bool
) -> None:
    family = Parents()
    family.consent(family.ada, start=ada, store=ada, share=ada)
    family.consent(family.ben, start=ben, store=ben, share=ben)
    for about in (None, family.bea.id, family.cleo.id, family.ada.id):
        expected = store
        assert may_start(family.file, about).yes is (
            start and not (about == family.ada.id and ada in ("no", "withdrawn"))
        )
        assert may_store(family.file, about).yes is expected
        assert may_share(family.file, about).yes is expected


def test_a_conflict_is_named_until_a_decision_stands_with_a_later_yes() -> None:
    family = Parents()
    family.consent(family.ada, start="yes", store="yes", share="yes", conflict="at the outset")
    family.consent(family.ben, "2026-10-01", start="withdrawn", share="withdrawn")
    assert [one.split(" (")[0] for one in conflicts(family.file)] == [
        "They disagree about starting for Bea",
        "They disagree about starting for Cleo",
        "They disagree about sharing for Bea",
        "They disagree about sharing for Cleo",
    ]
    assert not stopped(family.file)
    assert not may_share(family.file)
    decided = "Ada's, with whom they live; decided by the manager"
    family.consent(family.ada, "2026-10-02", start="yes", share="yes", conflict=decided)
    assert conflicts(family.file) == []
    assert may_share(family.file)


def test_a_no_after_the_decision_opens_the_conflict_again() -> None:
    family = Parents()
    step = family.adult("Sam")
    family.tie(step, family.cleo, "step_father", responsible=True)
    family.consent(family.ben, start="no")
    family.consent(family.ada, start="yes", conflict="Ada's; decided by the manager")
    assert conflicts(family.file) == []
    family.consent(step, start="no")
    assert [one.split(" (")[0] for one in conflicts(family.file)] == [
        "They disagree about starting for Cleo"
    ]


def test_the_only_yes_taken_back_stops_everything() -> None:
    family = Parents()
    family.consent(family.ada, start="yes", share="yes")
    assert not stopped(family.file)
    family.consent(family.ada, "2026-10-01", start="withdrawn", share="withdrawn")
    assert stopped(family.file)
    assert stopped(family.file).why.startswith("Ada withdrew on 1 Oct 2026")
    family.consent(family.ada, "2026-10-20", start="yes")
    assert not stopped(family.file)


def test_a_refusal_at_the_outset_is_no_withdrawal() -> None:
    family = Parents()
    family.consent(family.ada, start="no", store="no", share="no")
    assert not stopped(family.file)
    assert (
        may_start(family.file).why
        == "Ada said no on 9 Sep 2026, and nobody else with a say says yes."
    )


def test_somebody_without_a_say_stops_nothing() -> None:
    family = Parents()
    gran = family.adult("Gran")
    family.tie(gran, family.bea, "grandmother")
    family.consent(family.ada, start="yes", store="yes", share="yes")
    family.consent(gran, "2026-10-01", start="withdrawn", store="no", share="no")
    assert all(allows(family.file, part) for part in PARTS)
    assert conflicts(family.file) == []


def test_a_competent_childs_no_takes_out_what_is_theirs_alone() -> None:
    family = Parents()
    family.consent(family.ada, start="yes", store="yes", share="yes")
    family.consent(family.bea, start="no", store="no", share="no", **ABLE)
    for part in PARTS:
        assert not allows(family.file, part, family.bea.id)
        assert allows(family.file, part, family.cleo.id)
        assert allows(family.file, part)
    assert conflicts(family.file) == []  # not a conflict: their own stays out


def test_a_child_found_not_competent_overrides_nobody() -> None:
    family = Parents()
    family.consent(family.ada, start="yes", store="yes", share="yes")
    family.consent(family.bea, start="no", store="no", share="no", **ABLE | {"has_capacity": False})
    assert all(allows(family.file, part, family.bea.id) for part in PARTS)


def test_a_childs_yes_shares_nothing_of_anybody_else() -> None:
    family = Parents()
    family.consent(family.bea, start="yes", store="yes", share="yes", **ABLE)
    assert may_share(family.file, family.bea.id)
    assert not may_share(family.file, family.cleo.id)
    assert not may_share(family.file)
    assert may_start(family.file)


def test_an_only_young_person_speaks_for_the_family() -> None:
    family = Family()
    young = family.child("Zoe", "2009-01-01")
    family.consent(young, start="yes", store="yes", share="yes")
    assert all(allows(family.file, part) for part in PARTS)


def test_an_adults_no_keeps_what_is_their_own_in() -> None:
    family = Parents()
    family.consent(family.ada, start="yes", share="yes")
    family.consent(family.ben, share="no", about=family.ben)
    assert may_share(family.file)
    assert not may_share(family.file, family.ben.id)
    assert may_share(family.file, family.ada.id)


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    family = Parents()
    wrong = family.consent(family.ada, start="yes", share="no")
    no = family.consent(family.ada, start="withdrawn")  # later on the same day
    right = family.consent(family.ada, start="yes", share="yes", replaces_id=wrong.id)
    assert in_force(family.file) == [right, no]
    assert stopped(family.file)
    assert may_share(family.file)


def test_an_undated_entry_stands_with_the_one_before_it() -> None:
    family = Parents()
    first = family.consent(family.ada, "2026-09-09", start="yes")
    undated = family.consent(family.ada, "", start="withdrawn")
    later = family.consent(family.ada, "2026-10-01", start="yes")
    early = family.consent(family.ada, "2026-09-01", start="heard")
    assert in_force(family.file) == [early, first, undated, later]


def test_entries_that_correct_each_other_end() -> None:
    family = Parents()
    one = family.consent(family.ada, start="yes")
    other = family.consent(family.ada, start="yes", replaces_id=one.id)
    last = family.consent(family.ada, start="no", replaces_id=other.id)
    assert in_force(family.file) == [last]
    one.replaces_id = other.id
    assert in_force(family.file) == [last]
