from __future__ import annotations

from datetime import date

import pytest

from ehtui.finding import as_recorded, split_born

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "name", "born"),
    [
        ("sam okafor 3/2/17", "sam okafor", date(2017, 2, 3)),
        ("Tue 19 June 2018 tomek", "tomek", date(2018, 6, 19)),
        ("sam 3/2", "sam 3/2", None),
        ("sam 31/2/17", "sam 31/2/17", None),
        ("", "", None),
    ],
)
def test_a_whole_date_among_the_words_is_the_birthday(
    typed: str, name: str, born: date | None
) -> None:
    assert split_born(typed, TODAY) == (name, born)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sam okafor", "Sam Okafor"),
        ("nia o'shea-moss", "Nia O'Shea-Moss"),
        ("ngũgĩ d’arcy", "Ngũgĩ D’Arcy"),
        ("łucja", "Łucja"),
        ("it's jo", "It's Jo"),
        ("Sam van der Berg", "Sam van der Berg"),
        ("", ""),
    ],
)
def test_a_name_looked_for_in_small_letters_is_recorded_with_its_capitals(
    typed: str, name: str
) -> None:
    assert as_recorded(typed) == name
