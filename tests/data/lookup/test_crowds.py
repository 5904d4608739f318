"""A town where much is alike: what is meant is found among hundreds that nearly fit."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from data.lookup.search import search

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.store.store import Store

TODAY = date(2026, 11, 22)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def crowd(store: Store, family: Callable[..., str]) -> Store:
    """Hundreds of Zaras whose family names begin alike, two of each, born a digit from 4 March."""
    names = ["R" + "".join(ends) for ends in product("aeiou", "bcdfghjklmnprst", "aeiou")][:320]
    zaras = [{"given": "Zara", "family": name, "born": "5/3/2015"} for name in names * 2]
    one = {"given": "Zala", "family": "Rzepka", "born": "1/1/2013"}
    other = {"given": "Piet", "family": "Olsthoorn", "born": "4/3/2015"}
    zada = {"given": "Zada", "family": "Thiruchelvam"}
    milas = [{"given": "Mila", "family": "Oakes"}] * 70 + [{"given": "Mila", "family": "Midter"}]
    family("Crowd", *zaras, one, other, {"given": "Bronwen", "family": "Pugh"}, *milas, zada)
    family("Mason", *[{"given": given} for given in ("Elena", "Ella", "Elsie", "Eliza", "Elias")])
    family("Zararey", *[{"given": given} for given in ("Ada", "Ben", "Cal", "Dee", "Eve", "Fay")])
    family("Elx", {"given": "Mason"})
    return store


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param("zala r", "Zala Rzepka", id="a rare name by its first letter"),
        pytest.param("bronwen 4/3/2015", "Piet Olsthoorn", id="the very day, among many near it"),
        pytest.param("mila mi", "Mila Midter", id="one word doesn't answer for two"),
        pytest.param("zara tiru chelvam", "Zada Thiruchelvam", id="a name heard in two pieces"),
        pytest.param("za da tiruchelvam", "Zada Thiruchelvam", id="a space where none belongs"),
        pytest.param("mason el", "Mason Elx", id="names in the order in which they are said"),
    ],
)
def test_who_is_meant_stands_among_the_first(crowd: Store, typed: str, name: str) -> None:
    found = search(crowd.reading(), typed, limit=5, today=TODAY)
    assert name in [one.name for one in found]


def test_a_name_and_the_beginning_of_another_are_two(crowd: Store) -> None:
    found = search(crowd.reading(), "zara re", limit=5, today=TODAY)
    assert all(one.name.startswith("Zara Re") for one in found)
