"""Beginning a record, who looks alike, and finding families and callers in a file."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest

from data.lookup.families import families
from data.procedures.loading import default_id
from data.records.contacts import Call
from ehtui.caller_search import matches
from ehtui.changes import ChangeSet
from ehtui.new_family import alike_as_typed, begin_family
from ehtui.opening import open_case
from ehtui.saving import save

if TYPE_CHECKING:
    from data.store.store import Store

TODAY = date(2026, 11, 22)


def begin(store: Store, family: str, **child: str) -> str:
    changes = begin_family(
        store.reading(), default_id(), None, Random(family), {"family_name": family}, child
    )
    save(store, changes, by="me", today=TODAY).result()
    return changes.case_id


@pytest.mark.parametrize(
    ("child", "kinds"),
    [
        ({"given": "Tomasz", "born": "19/6/2018"}, ["child"]),
        ({"given": "", "expected": "29 jan 2027"}, ["unborn"]),
        ({"given": "Zofia"}, ["child"]),
        ({"given": "", "born": ""}, []),
    ],
)
def test_the_first_child_is_born_or_not_as_the_dates_say(
    store: Store, child: dict[str, str], kinds: list[str]
) -> None:
    file = open_case(store.reading(), begin(store, "O'Neill [bold]", **child)).file
    assert [one.kind for one in file.people] == kinds
    assert all(one.family == "O'Neill [bold]" for one in file.people)


def test_look_alikes_are_of_that_birthday_name_or_family_best_first(store: Store) -> None:
    begin(store, "O'Connor", given="Tomasz", born="2018-06-19")
    begin(store, "Bello", given="Ada", born="2018-06-19")
    begin(store, "Marsh", given="Lee", born="2015-01-01")
    connection = store.reading()
    found = alike_as_typed(connection, "oconnor", "Tomasz", date(2018, 6, 19))
    assert [one.family for one in found] == ["O'Connor", "Bello"]
    assert alike_as_typed(connection, "Whitfield", "Mo", date(2019, 1, 1)) == []


def test_families_are_found_by_name_birthday_reference_and_without_any_child(store: Store) -> None:
    begin(store, "O'Connor-Łukasik", given="Tomasz", born="2018-06-19")
    begin(store, "Bello")
    connection = store.reading()
    every = families(connection, "")
    assert [one.family for one in every] == ["Bello", "O'Connor-Łukasik"]
    for typed, born in (("luk", None), ("tomasz oconnor", None), ("", date(2018, 6, 19))):
        assert [one.family for one in families(connection, typed, born)] == ["O'Connor-Łukasik"]
    assert [one.family for one in families(connection, "bel")] == ["Bello"]
    reference = every[0].reference
    for typed in (reference, reference.lower(), reference[:3]):
        assert every[0] in families(connection, typed)
    assert families(connection, "%") == []


def test_a_caller_gives_the_birthday_and_it_is_said_whether_it_fits(store: Store) -> None:
    begin(store, "O'Connor", given="Tomasz", born="2018-06-19")
    begin(store, "O'Connor", given="Ada", born="2011-03-01")
    connection = store.reading()
    for said in ("oconnor 19/6/2018", "o'connor 2018", "oconnor 19 june 2018"):
        found = matches(connection, said, TODAY)
        assert [(one.found.name, one.fits) for one in found] == [
            ("Tomasz O'Connor", True),
            ("Ada O'Connor", False),
        ]
    assert [one.fits for one in matches(connection, "oconnor", TODAY)] == [None, None]
    assert [one.found.name for one in matches(connection, "19/6/2018", TODAY)] == [
        "Tomasz O'Connor"
    ]


def test_a_call_about_nobody_known_is_saved_without_a_case(store: Store) -> None:
    changes = ChangeSet("")
    changes.new(Call, who="a neighbour", concern="shouting at night", on=TODAY)
    save(store, changes, by="me", today=TODAY).result()
    row = store.reading().execute("SELECT case_id, concern FROM calls").fetchone()
    assert tuple(row) == (None, "shouting at night")
