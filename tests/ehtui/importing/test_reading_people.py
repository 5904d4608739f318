from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records.fields import described
from data.records.people import Person
from ehtui.entry import BadEntry, read_entry
from ehtui.importing.columns import columns_of
from ehtui.importing.faults import BadRow
from ehtui.importing.headings import FIELDS, HOUSEHOLD, NAME
from ehtui.importing.reading import PeopleReader
from ehtui.importing.row import NO_VALUE, Row

TODAY = date(2026, 11, 22)
TEXTS = tuple(
    name
    for name in FIELDS
    if name not in (NAME, HOUSEHOLD) and described(Person)[name].kind != "date"
)


def reader(*headings: str) -> PeopleReader:
    return PeopleReader(columns_of([Row(1, headings)], {}), TODAY)


def values(**cells: str) -> dict[str, Any]:
    """What a row says, by its fields."""
    return reader(*cells).read(tuple(cells.values()))


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("3/2/15", date(2015, 2, 3)),
        ("03/02/2015", date(2015, 2, 3)),
        ("3.2.2015", date(2015, 2, 3)),
        ("03-Feb-15", date(2015, 2, 3)),
        ("3rd February 2015", date(2015, 2, 3)),
        ("Tue 3 Feb 2015", date(2015, 2, 3)),
        ("2015-02-03", date(2015, 2, 3)),
        ("2015-02-03 00:00:00", date(2015, 2, 3)),
        ("2015-02-03T00:00:00Z", date(2015, 2, 3)),
        ("03/02/2015 00:00", date(2015, 2, 3)),
        ("42038", date(2015, 2, 3)),
        ("42038.0", date(2015, 2, 3)),
        ("03022015", date(2015, 2, 3)),
        ("20150203", date(2015, 2, 3)),
        ("20112015", date(2015, 11, 20)),
    ],
)
def test_dates_have_the_day_first_in_whatever_form(text: str, born: date) -> None:
    assert values(born=text)["born"] == born


@pytest.mark.parametrize(
    "text", ["00/01/1900", "01/01/1900", "1900-01-00", "1899-12-30", "n/k", "-"]
)
def test_an_empty_date_is_nobodys_birthday(text: str) -> None:
    assert values(given="Sam", born=text) == {"given": "Sam", "kind": ""}
    assert values(born=text) == {}


@pytest.mark.parametrize("text", ["2015", "Feb 2015", "about 7", "7 years", "c. 2015"])
def test_what_is_roughly_known_stays_as_told(text: str) -> None:
    assert values(born=text)["born_as_told"] == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/2/15", "31 Feb is not in the calendar"),
        ("2/25/2015", "There is no month 25"),
        ("3/2/2031", "has not come yet"),
        ("Wed 3 Feb 2015", "is a Tuesday"),
        ("soonish", "Write a date"),
        ("99999", "has not come yet"),
    ],
)
def test_a_wrong_date_is_said_with_its_column(text: str, why: str) -> None:
    with pytest.raises(BadRow, match=f"DOB: .*{why}") as wrong:
        reader("Forename", "DOB").read(("Sam", text))
    assert "Sam" not in str(wrong.value)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"name": "Jones, Sam Lee"}, {"family": "Jones", "given": "Sam Lee"}),
        ({"name": "Sam Lee Jones"}, {"family": "Jones", "given": "Sam Lee"}),
        ({"name": "Sam"}, {"given": "Sam"}),
        ({"name": "Sam Jones", "given": "Sammy"}, {"given": "Sammy", "family": "Jones"}),
        ({"sex": "female"}, {"sex": "F"}),
        ({"sex": "m"}, {"sex": "M"}),
        ({"sex": "not asked"}, {"sex": "not asked"}),
        ({"given": "'=1+1"}, {"given": "=1+1"}),
        ({"given": "'t Hooft"}, {"given": "'t Hooft"}),
        ({"given": " Sam\x1b[31m  Lee "}, {"given": "Sam Lee"}),
        ({"given": "[bold]Sam[/]"}, {"given": "[bold]Sam[/]"}),
        (
            {"phone": "0191 498 0000", "mobile": "07700 900000"},
            {"phone": "0191 498 0000, 07700 900000"},
        ),
        ({"address": "1 Ash Road", "town": "1 Ash Road"}, {"address": "1 Ash Road"}),
    ],
)
def test_cells_become_what_a_form_would_save(cells: dict[str, str], said: dict[str, str]) -> None:
    found = values(**cells)
    found.pop("kind")
    assert found == said


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"born": "3/2/15"}, "child"),
        ({"born": "3/2/85"}, "adult"),
        ({"relationship": "Mum"}, "adult"),
        ({"relationship": "son"}, "child"),
        ({"relationship": "step-mother", "born": "3/2/09"}, "adult"),
        ({"expected": "3 Feb 2027"}, "unborn"),
        ({"upn": "A123456789012"}, "child"),
        ({"school": "Ash"}, "child"),
        ({"given": "Sam"}, ""),
    ],
)
def test_a_child_is_known_by_what_is_said(cells: dict[str, str], kind: str) -> None:
    assert values(**cells)["kind"] == kind


@pytest.mark.parametrize("field", [one for one in FIELDS if one != HOUSEHOLD])
def test_one_field_makes_a_person(field: str) -> None:
    text = "3/2/27" if field == "expected" else "3/2/15"
    assert values(**{field: text})


def test_more_cells_than_headings_are_not_thrown_away() -> None:
    read = reader("Forename", "Surname").read
    assert read(("Sam", "Jones", "", " "))["family"] == "Jones"
    with pytest.raises(BadRow, match="has 3 cells, and there are 2 headings"):
        read(("Sam", "Jones", "jun."))


def test_a_formula_without_its_value_is_refused() -> None:
    with pytest.raises(BadRow, match=r"given: the value of this formula is not in the file"):
        values(given=NO_VALUE)


def test_what_is_too_long_is_said() -> None:
    with pytest.raises(BadRow, match="postcode: This holds 10 characters; 12 are there"):
        values(postcode="NE1 4AB, (?)")


@given(
    st.sampled_from(TEXTS),
    st.text(max_size=12) | st.text(" 'a\t=\x1b", max_size=6) | st.just("x" * 201),
)
def test_a_cell_is_read_as_a_form_reads_it(field: str, text: str) -> None:
    if text[:2] in ("'=", "'+", "'-", "'@"):
        return  # so does this program's own file of rejects say that it is no formula
    try:
        wanted = read_entry(Person, field, text, TODAY)
    except BadEntry:
        with pytest.raises(BadRow):
            values(**{field: text})
    else:
        assert values(**{field: text}).get(field, "") == wanted
