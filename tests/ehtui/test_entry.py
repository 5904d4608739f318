"""What is typed becomes a value and comes back as it was, or a sentence says what to do."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records.all import RECORDS
from data.records.base import Record
from data.records.fields import described
from data.records.outcomes import Action
from data.records.people import Person
from ehtui.dates import HOW_TO, HOW_TO_PAST
from ehtui.entry import BadEntry, read_entry, write_entry

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("record", "field", "typed", "value"),
    [
        (Person, "given", "  Caoimhe ", "Caoimhe"),
        (Person, "given", "O'Neill [bold]", "O'Neill [bold]"),
        (Person, "given", "two\nlines", "two lines"),
        (Person, "needs", "two\nlines", "two\nlines"),
        (Person, "born", "1/3/2011", date(2011, 3, 1)),
        (Person, "born", "14.2.88", date(1988, 2, 14)),
        (Person, "born", "", None),
        (Person, "lives_in_home", "y", True),
        (Person, "lives_in_home", "No", False),
        (Person, "lives_in_home", "", None),
        (Person, "version", "3", 3),
        (Action, "outcome_id", "", None),
        (Action, "due", "+6w", date(2027, 1, 3)),
        (Action, "note", "\x1b[31mred\x1b[0m", "red"),
    ],
)
def test_typed_text_is_read(record: type[Record], field: str, typed: str, value: object) -> None:
    assert read_entry(record, field, typed, TODAY) == value


@pytest.mark.parametrize(
    ("record", "field", "typed", "says"),
    [
        (Person, "born", "30 feb 2020", "Feb"),
        (Person, "born", "29/2/2023", "Feb"),
        (Person, "born", "23/11/2026", "has not come yet"),
        (Person, "lives_in_home", "perhaps", "yes or no"),
        (Person, "given", "x" * 201, "200 characters"),
        (Person, "needs", "x" * 50_001, "50,000 characters"),
    ],
)
def test_what_cannot_be_kept_says_what_to_do(
    record: type[Record], field: str, typed: str, says: str
) -> None:
    with pytest.raises(BadEntry, match=says):
        read_entry(record, field, typed, TODAY)


def test_a_hint_offers_only_what_its_field_takes() -> None:
    offered = [
        (record, field, example.strip())
        for record in RECORDS
        for field, words in described(record).items()
        if words.kind in ("date", "time")
        for example in words.hint.split(",")
        if any(map(str.isdigit, example))
    ]
    assert (Person, "born") in {(record, field) for record, field, _ in offered}
    for record, field, example in offered:
        assert read_entry(record, field, example, TODAY), example


@pytest.mark.parametrize(("field", "says"), [("expected", HOW_TO), ("born", HOW_TO_PAST)])
def test_a_refusal_offers_only_what_its_field_takes(field: str, says: str) -> None:
    with pytest.raises(BadEntry) as refused:
        read_entry(Person, field, "soon", TODAY)
    assert str(refused.value) == says
    listed = says.removeprefix("Write a date such as ").removesuffix(".").replace(" or ", ", ")
    for example in listed.split(", "):
        assert read_entry(Person, field, example, TODAY), example


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_comes_back(day: date) -> None:
    assert read_entry(Action, "due", write_entry(day), TODAY) == day


@given(st.text(max_size=300))
def test_a_narrative_comes_back_as_it_was_kept(typed: str) -> None:
    kept = read_entry(Person, "needs", typed, TODAY)
    assert read_entry(Person, "needs", write_entry(kept), TODAY) == kept
