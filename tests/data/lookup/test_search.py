from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.lookup import features, index
from data.lookup.completing import complete
from data.lookup.grouping import by_family
from data.lookup.search import search
from data.records.people import Person
from data.rows import case_file
from ehtui.changes import ChangeSet, RowChange
from ehtui.saving import save

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.store.driver import Connection
    from data.store.store import Store

TODAY = date(2026, 11, 22)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def town(store: Store, family: Callable[..., str]) -> Store:
    """A few families who are easily mistaken for each other."""
    family(
        "O'Connor-Łukasik",
        {
            "given": "Tomasz",
            "known_as": "Tomek",
            "born": "19/6/2018",
            "address": "12 Hawthorn Street",
            "postcode": "NE4 6AB",
            "phone": "07700 900 123",
            "school": "Grey Gables Primary School",
            "nhs_number": "943 476 5919",
            "upn": "A801200001001",
            "external_id": "X-4411",
        },
        {"given": "Zofia", "born": "3/2/2015", "postcode": "NE4 6AB"},
    )
    family("Doyle", {"given": "Niamh", "born": "2015-02-03"}, {"given": "Baby", "family": ""})
    family("McDonald", {"given": "William", "born": "2012-05-30", "phone": "07700 901 234"})
    family("Wiśniewski", {"given": "Wojciech", "born": "2019-01-14"})
    family("Nguyen", {"given": "Linh", "born": "2016-08-21"})
    family("Pryce", {"given": "Llewellyn", "born": "2014-04-04"})
    family("Hassan", {"given": "Amir", "born": "2017-07-07"}, {"given": "Amir", "family": ""})
    return store


@pytest.mark.parametrize(
    ("typed", "name", "why"),
    [
        ("niamh doyle", "Niamh Doyle", "as recorded"),
        ("doyle niamh", "Niamh Doyle", "as recorded"),
        ("neve doyle", "Niamh Doyle", "sounds like Niamh"),
        ("neve doyle 2/3/15", "Niamh Doyle", "day and month of birth swapped"),
        ("niamh 3 feb 2015", "Niamh Doyle", "same date of birth"),
        ("doyle feb 2015", "Niamh Doyle", "born in that month"),
        ("doyle 3/2", "Niamh Doyle", "same day and month of birth"),
        ("doyle 2/3", "Niamh Doyle", "day and month of birth swapped"),
        ("doyle 3/2/2016", "Niamh Doyle", "one digit of the date of birth differs"),
        ("doyle about 11", "Niamh Doyle", "of that age"),
        ("naimh doyle", "Niamh Doyle", "from Niamh"),
        ("tomasz oconnor", "Tomasz “Tomek” O'Connor-Łukasik", "as recorded"),
        ("tomek lukasik", "Tomasz “Tomek” O'Connor-Łukasik", "as recorded"),
        ("tomasz o connor", "Tomasz “Tomek” O'Connor-Łukasik", "as recorded"),
        ("tomasz connor", "Tomasz “Tomek” O'Connor-Łukasik", "as recorded"),
        ("Tomasz Łukasik-O’Connor", "Tomasz “Tomek” O'Connor-Łukasik", "as recorded"),
        ("tom luk", "Tomasz “Tomek” O'Connor-Łukasik", "begins with luk"),
        ("ll pr", "Llewellyn Pryce", "begins with ll"),
        ("tomek grey gables rc primary school", "Tomasz “Tomek” O'Connor-Łukasik", "Gables in"),
        ("bill mcdonald", "William McDonald", "Bill for William"),
        ("william macdonald", "William McDonald", "McDonald"),
        ("zosia lukasik", "Zofia O'Connor-Łukasik", "Zosia for Zofia"),
        ("woj ciech wisniewski", "Wojciech Wiśniewski", "as recorded"),
        ("lue wellyn pryce", "Llewellyn Pryce", "from Llewellyn"),
        ("will mac donald", "William McDonald", "William"),
        ("voytek wishnefski", "Wojciech Wiśniewski", "sounds like Wojciech"),
        ("lin win", "Linh Nguyen", "sounds like Nguyen"),
        ("luwelin price", "Llewellyn Pryce", "sounds like"),
        ("tomasz ne4 6ab", "Tomasz “Tomek” O'Connor-Łukasik", "same postcode"),
        ("tomasz NE4", "Tomasz “Tomek” O'Connor-Łukasik", "postcode in NE4"),
        ("tomasz hawthorn", "Tomasz “Tomek” O'Connor-Łukasik", "Hawthorn in the address"),
        ("tomasz gables", "Tomasz “Tomek” O'Connor-Łukasik", "Gables in the address or school"),
        ("tomasz 12 hawthorn street", "Tomasz “Tomek” O'Connor-Łukasik", "Hawthorn in the address"),
        ("0770090", "Tomasz “Tomek” O'Connor-Łukasik", "phone number with 0770090"),
        ("0123", "Tomasz “Tomek” O'Connor-Łukasik", "phone number that ends 0123"),
        ("943 476 5919", "Tomasz “Tomek” O'Connor-Łukasik", "same NHS number"),
        ("a801200001001", "Tomasz “Tomek” O'Connor-Łukasik", "same UPN"),
        ("x-4411", "Tomasz “Tomek” O'Connor-Łukasik", "same number in another system"),
    ],
)
def test_somebody_is_found_first_and_it_is_said_why(
    town: Store, typed: str, name: str, why: str
) -> None:
    found = search(town.reading(), typed, today=TODAY)
    assert found[0].name == name
    assert why.lower() in found[0].why.lower()


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        ("niamh doyle 3/2/2015", True),
        ("neve doyle 3/2/2015", True),
        ("niamh doyle 2/3/2015", True),
        ("tomasz 943 476 5919", True),
        ("niamh doyle", False),  # a name alone may be a namesake's
        ("doyle 3/2/2015", False),  # a twin
        ("niamh doyle 5/6/2011", False),
        ("siobhan doyle 3/2/2015", False),
        ("ne4 6ab", False),
    ],
)
def test_very_likely_is_said_of_whole_names_and_birthdays_alone(
    town: Store, typed: str, sure: bool
) -> None:
    assert search(town.reading(), typed, today=TODAY)[0].sure is sure


def test_a_name_that_somebody_has_is_not_another_one_misspelt(
    store: Store, family: Callable[..., str]
) -> None:
    family("Reed", {"given": "Ava", "born": "3/2/2016"})
    family("Webb", {"given": "Eva"})
    sure = {
        typed: search(store.reading(), f"{typed} reed 3/2/2016", today=TODAY)[0].sure
        for typed in ("ava", "avva", "eva")
    }
    assert sure == {"ava": True, "avva": True, "eva": False}, "Eva may be her twin"


def test_a_few_letters_are_rather_a_beginning_than_a_name_misheard(
    store: Store, family: Callable[..., str]
) -> None:
    family("Dalford", {"given": "Tyler"}, {"given": "Dylan"}, {"given": "Delia"})
    found = search(store.reading(), "dyl dal", today=TODAY)
    assert found[0].name == "Dylan Dalford"


def test_a_hyphen_asks_for_the_names_that_go_on(store: Store, family: Callable[..., str]) -> None:
    family("Taylor", *[{"given": "Harriet", "born": f"{day}/3/2015"} for day in range(1, 8)])
    family("Taylor-Wood", {"given": "Harriet"})
    for typed in ("harriet taylor-", "harriet taylor-w", "harriet taylor- wood"):
        first, *others = [one.name for one in search(store.reading(), typed, today=TODAY)]
        assert first == "Harriet Taylor-Wood", typed
        assert "Harriet Taylor" in others, typed


def test_one_with_a_single_name_comes_behind_the_better_match(town: Store) -> None:
    found = search(town.reading(), "amir hassan", today=TODAY)
    assert [one.born for one in found[:2]] == [date(2017, 7, 7), None]


@pytest.mark.parametrize("said", ["the {} girl", "{} boy", "{} boy ", "mr {}"])
@pytest.mark.parametrize("name", ["doyle", "o'connor"])
def test_what_a_caller_says_beside_a_name_hides_nobody(town: Store, said: str, name: str) -> None:
    plain = [one.name for one in search(town.reading(), name, today=TODAY)]
    found = [one.name for one in search(town.reading(), said.format(name), today=TODAY)]
    assert found == plain


def test_somebody_who_is_called_so_is_found(store: Store, family: Callable[..., str]) -> None:
    family("Child", {"given": "Emma"})
    family("Doyle", {"given": "Emma"})
    assert search(store.reading(), "emma child", today=TODAY)[0].name == "Emma Child"


def test_a_reference_finds_the_family_also_while_it_is_typed(town: Store) -> None:
    reference = search(town.reading(), "niamh", today=TODAY)[0].reference
    for typed in (reference, reference.lower(), reference.replace("-", ""), reference[:4]):
        found = search(town.reading(), typed, today=TODAY)
        assert reference in {one.reference for one in found}, typed


def test_siblings_stand_together(town: Store) -> None:
    found = search(town.reading(), "lukasik 3/2/2015", today=TODAY)
    assert {one.name[:5] for one in by_family(found)[0]} == {"Zofia", "Tomas"}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "%",
        '" * NEAR ( ) -',
        "'; DROP TABLE people; --",
        "\0\0",
        "😂👍🏽",
        "\x1b[31m\x1b]0;x\x07",
        "!?.,;:" * 2000,
        "qxqxqxzz",
        "\udcff\ud800",
        "²³ 𐩀𐩁 ①",
        "99/99/9999",
        "31/31/2015",
    ],
)
def test_nothing_is_found_by_what_means_nobody(town: Store, typed: str) -> None:
    assert search(town.reading(), typed, today=TODAY) == []


@settings(
    max_examples=60, deadline=1000, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(max_size=60) | st.text("0123456789/- .", max_size=40) | st.text("ab'\"*(", max_size=9)
)
def test_whatever_is_typed_nothing_breaks(town: Store, typed: str) -> None:
    for text in (typed, typed * 200, f"niamh {typed}"):
        search(town.reading(), text, today=TODAY)


def test_a_renamed_person_is_found_by_the_new_name_alone(
    store: Store, family: Callable[..., str]
) -> None:
    case_id = family("Marsh", {"given": "Lee"})
    person = case_file(store.reading(), case_id).people[0]
    changes = ChangeSet(case_id)
    row = RowChange("people", person.id, person.version).put(given="Robyn")
    changes.rows.append(row)
    save(store, changes, by="me", today=TODAY).result()
    assert search(store.reading(), "lee", today=TODAY) == []
    assert [one.name for one in search(store.reading(), "robyn", today=TODAY)] == ["Robyn Marsh"]
    assert index.faults(store.reading()) == []


def test_a_file_without_index_gets_one_and_a_lack_is_noticed(town: Store) -> None:
    def spoil(connection: Connection) -> None:
        connection.execute("DELETE FROM lookup_people WHERE no = 2")

    def empty(connection: Connection) -> None:
        for table in index.TABLES:
            connection.execute(f"DELETE FROM {table}")

    town.write(spoil).result()
    assert "1 person is" in index.faults(town.reading())[0]
    town.write(index.rebuild).result()
    assert index.faults(town.reading()) == []
    town.write(empty).result()
    assert search(town.reading(), "niamh", today=TODAY) == []
    complete(town)
    assert search(town.reading(), "niamh", today=TODAY)[0].name == "Niamh Doyle"


def test_bulk_and_one_by_one_make_the_same_index(town: Store) -> None:
    typed = "neve doyle 2/3/15"
    before = [(one.name, one.why) for one in search(town.reading(), typed, today=TODAY)]
    town.write(index.rebuild).result()
    assert [(one.name, one.why) for one in search(town.reading(), typed, today=TODAY)] == before


def test_a_removed_person_is_found_no_more(store: Store, family: Callable[..., str]) -> None:
    case_id = family("Marsh", {"given": "Lee"}, {"given": "Ada"})
    lee = next(one for one in case_file(store.reading(), case_id).people if one.given == "Lee")
    changes = ChangeSet(case_id)
    row = RowChange("people", lee.id, lee.version)
    row.removed = True
    changes.rows.append(row)
    save(store, changes, by="me", today=TODAY).result()
    assert "Lee Marsh" not in {one.name for one in search(store.reading(), "lee", today=TODAY)}
    words = store.reading().execute("SELECT word FROM lookup_words").fetchall()
    assert "lee" not in {row[0] for row in words}


def test_the_record_of_a_person_keeps_what_the_index_is_made_from() -> None:
    assert {name.strip() for name in features.COLUMNS.split(",")} <= set(Person.model_fields)
