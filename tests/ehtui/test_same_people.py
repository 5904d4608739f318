"""One person in two records, one family in two: who is asked about, and what is taken back."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest

from data import same_people
from data.lookup.found import recorded
from data.lookup.search import search
from data.procedures.loading import default_id, load, read_text
from data.records.people import Person
from ehtui.beginning import begin_case
from ehtui.opening import open_case
from ehtui.same_people import carry_on, compared, decide, lift, look_alikes, take_apart
from ehtui.saving import save
from tests.ehtui.conftest import TODAY

if TYPE_CHECKING:
    from data.store.driver import Connection
    from data.store.store import Store
    from ehtui.changes import ChangeSet

BORN = date(2018, 6, 19)


def family(store: Store, name: str, *people: dict[str, object]) -> tuple[str, list[str]]:
    """Begin a family; return its key and its people's."""
    procedure = default_id()
    changes = begin_case(store.reading(), load(procedure), read_text(procedure), Random(name))
    case = changes.row(changes.case_id)
    assert case is not None
    case.put(family_name=name)
    rows = [changes.new(Person, kind="child", **one) for one in people]
    keep(store, changes)
    return changes.case_id, [row.record_id for row in rows]


def keep(store: Store, changes: ChangeSet) -> None:
    save(store, changes, by="Robin", today=TODAY).result()


def alike(connection: Connection, person_id: str) -> list[str]:
    return [one.person_id for one in look_alikes(connection, person_id, TODAY)]


TOMEK = {"given": "Tomasz", "known_as": "Tomek", "family": "Kowalczyk", "born": BORN}


@pytest.mark.parametrize(
    ("typed", "is_asked"),
    [
        ({"given": "Tomek", "family": "Kowalczik", "born": BORN}, True),
        ({"given": "Tomasz", "family": "Kowalczyk", "born": date(2018, 6, 9)}, True),
        ({"given": "Zofia", "family": "Kowalczyk", "born": date(2022, 4, 25)}, False),
        ({"given": "Abdi", "family": "Hassan", "born": BORN}, False),
        ({"family": "Kowalczyk"}, False),
        ({}, False),
    ],
)
def test_who_is_asked_about(store: Store, typed: dict[str, object], is_asked: bool) -> None:
    _, (known,) = family(store, "Kowalczyk", TOMEK)
    family(store, "Nobody yet")
    _, (one,) = family(store, "Other", {"in_family": "boy", **typed})
    assert alike(store.reading(), one) == [known] * is_asked


def test_siblings_are_not_asked_about(store: Store) -> None:
    _, twins = family(store, "Kowalczyk", TOMEK, {**TOMEK, "given": "Tymon", "known_as": ""})
    assert [alike(store.reading(), one) for one in twins] == [[], []]


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_what_is_decided_holds_for_both_until_it_is_lifted(store: Store, verdict: str) -> None:
    one_case, (one,) = family(store, "Kowalczyk", TOMEK)
    other_case, (other,) = family(store, "Nowak", TOMEK)
    connection = store.reading()
    assert [(pair.one, pair.other) for pair in same_people.undecided(connection, 9)] == [
        (other, one)
    ]
    keep(store, decide(one_case, one, [other], verdict, "asked mum", TODAY))  # type: ignore[arg-type]
    assert alike(connection, one) == alike(connection, other) == []
    assert same_people.undecided(connection, 9) == []
    linked = [same_people.elsewhere(connection, case) for case in (one_case, other_case)]
    assert [[link.other_id for link in links] for links in linked] == (
        [[other], [one]] if verdict == "same" else [[], []]
    )
    (link,) = open_case(connection, one_case).file.same_people
    keep(store, lift(connection, link.id, "half-brothers", TODAY))
    assert alike(connection, one) == [other]
    assert same_people.elsewhere(connection, one_case) == []
    assert len(open_case(connection, one_case).file.same_people) == 1  # nothing is taken away


def test_a_record_is_carried_on_and_taken_apart_again_without_losing_anything(store: Store) -> None:
    first, (known,) = family(store, "Kowalczyk", TOMEK)
    second, (again,) = family(store, "Kowalczik", TOMEK)
    connection = store.reading()
    before = open_case(connection, second).file
    reference = open_case(connection, first).file.case.reference
    keep(store, carry_on(connection, second, first, "begun twice", "Robin", TODAY))
    carried = open_case(connection, second).file
    assert carried.people == before.people
    assert [note.text for note in carried.notes] == [f"Carried on in {reference}. begun twice"]
    assert alike(connection, known) == alike(connection, again) == []
    assert same_people.undecided(connection, 9) == []
    found = {one.case_id: one for one in search(connection, "Tomek", BORN)}
    assert (found[second].stage, found[second].is_open) == (f"see {reference}", False)
    assert same_people.carried_on_here(connection, first) == [carried.case.reference]
    keep(store, take_apart(connection, second, "two after all", "Robin", TODAY))
    after = open_case(connection, second).file
    assert after.people == before.people
    assert after.case.continued_in == ""
    assert alike(connection, known) == [again]
    assert search(connection, "Kowalczik")[0].is_open


def test_records_never_carry_each_other_on(store: Store) -> None:
    first, _ = family(store, "Kowalczyk")
    second, _ = family(store, "Kowalczik")
    connection = store.reading()
    with pytest.raises(ValueError, match="same record"):
        carry_on(connection, first, first, "", "Robin", TODAY)
    keep(store, carry_on(connection, second, first, "", "Robin", TODAY))
    with pytest.raises(ValueError, match="itself carried on in"):
        carry_on(connection, first, second, "", "Robin", TODAY)


def test_the_comparison_says_in_signs_what_is_the_same(store: Store) -> None:
    _, (one,) = family(store, "Kowalczyk", {**TOMEK, "school": "St Oswin's"})
    _, (other,) = family(store, "Nowak", {**TOMEK, "family": "Nowak", "postcode": "NE6 9ZV"})
    people = recorded(store.reading(), [one, other])
    signs = {line.what: line.sign for line in compared(people[one], people[other])}
    assert signs == {
        **{"Names": "≠", "Born": "=", "Postcode": " ", "School": " "},
        "Family": "≠",
    }
