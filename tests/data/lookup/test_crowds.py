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
    milas = [{"given": "Mila", "family": "Oakes"}] * 70 + [{"given": "Mila", "family": "Midter"}]
    family("Crowd", *zaras, one, other, {"given": "Bronwen", "family": "Pugh"}, *milas)
    family("Mason", *[{"given": given} for given in ("Elena", "Ella", "Elsie", "Eliza", "Elias")])
    family("Elx", {"given": "Mason"})
    return store


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param("zala r", "Zala Rzepka", id="a rare name by its first letter"),
        pytest.param("bronwen 4/3/2015", "Piet Olsthoorn", id="the very day, among many near it"),
        pytest.param("mila mi", "Mila Midter", id="one word doesn't answer for two"),
        pytest.param("mason el", "Mason Elx", id="names in the order in which they are said"),
    ],
)
def test_who_is_meant_stands_among_the_first(crowd: Store, typed: str, name: str) -> None:
    found = search(crowd.reading(), typed, limit=5, today=TODAY)
    assert name in [one.name for one in found]
