from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ehtui.importing.columns import columns_of, read_choice
from ehtui.importing.faults import BadColumn, BadSheet
from ehtui.importing.headings import field_for
from ehtui.importing.people import Sheet, read_sheet
from ehtui.importing.row import NO_VALUE

Write = Callable[[bytes | str], Path]
TABLE = "Forename,Surname,DOB\nZoë,Müller,3/2/15\nSiân,O’Hara,\n"


def nothing(_: float) -> None:
    pass


@pytest.fixture
def sheet(tmp_path: Path) -> Write:
    """A text file with this content."""

    def write(content: bytes | str) -> Path:
        path = tmp_path / "people.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def read(path: Path, **chosen: str) -> Sheet:
    return read_sheet(path, chosen, nothing)


def cells(table: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows[table.columns.begins :]]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("First Name", "given"),
        ("first_name", "given"),
        ("FORENAME(S)", "given"),
        ("Child’s forename", "given"),
        ("Pupil Surname", "family"),
        ("D.O.B.", "born"),
        ("Date of birth (dd/mm/yyyy)", "born"),
        ("Post code", "postcode"),
        ("Mobile No.", "phone"),
        ("ID", "external_id"),
        ("UPRN", "external_id"),
        ("Ref", "external_id"),
        ("School/Nursery", "school"),
        ("Relationship to child", "in_family"),
        ("Household ID", "household"),
        ("Family ID", "household"),
        ("Family", "family"),
        ("NHS No", "nhs_number"),
        ("UPN", "upn"),
        ("Known as", "known_as"),
        ("Sex", "sex"),
        ("EDD", "expected"),
        ("Name", "name"),
        ("Home address", "address"),
        ("Key worker", ""),
        ("", ""),
        ("child", ""),
        ("x" * 5000, ""),
    ],
)
def test_usual_headings_are_known(heading: str, field: str) -> None:
    assert field_for(heading) == field


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_ending_is_read(sheet: Write, delimiter: str, ending: str) -> None:
    table = read(sheet(TABLE.replace(",", delimiter).replace("\n", ending)))
    assert cells(table) == [("Zoë", "Müller", "3/2/15"), ("Siân", "O’Hara", "")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_any_encoding_is_read(sheet: Write, encoding: str) -> None:
    assert cells(read(sheet(TABLE.encode(encoding))))[0][:2] == ("Zoë", "Müller")


def test_encodings_that_change_from_line_to_line(sheet: Write) -> None:
    head, first, second, _ = TABLE.split("\n")
    mixed = b"\n".join((head.encode(), first.encode("cp1252"), second.encode("utf-8"), b"\x81,x,"))
    assert [row[0] for row in cells(read(sheet(mixed)))] == ["Zoë", "Siân", "\x81"]


def test_a_line_that_names_the_delimiter(sheet: Write) -> None:
    table = read(sheet("sep=;\nForename;Surname\nSam;Jones, jun.\n"))
    assert cells(table) == [("Sam", "Jones, jun.")]


def test_rows_are_counted_as_a_spreadsheet_shows_them(sheet: Write) -> None:
    table = read(sheet('Forename,Address\n\nSam,"1 Ash Road\nHill"\nKim,\n'))
    assert [row.number for row in table.rows] == [1, 3, 4]


@pytest.mark.parametrize(
    ("above", "headings"),
    [
        ("", ("Forename", "Surname", "DOB")),
        ("Families of the north\n\nprinted 1/11/26,,\n", ("Forename", "Surname", "DOB")),
        ("Child,,Born\n", ("Forename", "Surname", "DOB")),
    ],
)
def test_headings_stand_under_titles(sheet: Write, above: str, headings: tuple[str, ...]) -> None:
    table = read(sheet(above + TABLE))
    assert table.columns.headings == headings
    assert len(cells(table)) == 2


def test_headings_written_over_two_rows(sheet: Write) -> None:
    table = read(sheet("First,Family,Date of\nname,name,birth\nSam,Jones,3/2/15\n"))
    assert dict(table.columns.shown()) == {
        "given": "First name",
        "family": "Family name",
        "born": "Date of birth",
    }
    assert cells(table) == [("Sam", "Jones", "3/2/15")]


def test_what_is_not_taken_is_said_and_several_columns_make_one_field(sheet: Write) -> None:
    columns = read(sheet("Forename,Address 1,Town,Key worker\nSam,1 Ash Road,Hill,Robin\n")).columns
    assert columns.shown() == [("given", "Forename"), ("address", "Address 1 + Town")]
    assert columns.left == ["Key worker"]


def test_columns_can_be_chosen_and_left_out(sheet: Write) -> None:
    path = sheet("Called,Surname,School\nSam,Jones,Ash\n")
    columns = read(path, given="called", school="").columns
    assert columns.shown() == [("given", "Called"), ("family", "Surname")]
    with pytest.raises(BadColumn, match="There is no column “Sam”"):
        read(path, given="Sam")


def test_a_choice_is_a_field_by_any_usual_name_and_a_heading() -> None:
    assert read_choice("dob= Day of  birth") == ("born", "Day of birth")
    for wrong in ("given", "colour=Red"):
        with pytest.raises(BadColumn, match="FIELD=HEADING"):
            read_choice(wrong)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "every row of it is blank"),
        (",,,\n" * 5000, "every row of it is blank"),
        ("Sam,Jones,3/2/15\n", "No row of headings"),
        ("x,list,8\nx,mail,8\nSam,Jones,9\n", "No row of headings"),
        ('Forename,Surname\n"Sam,Jones\nKim,Jones\n', "quotation mark in row 2 is never closed"),
        ('Forename,Surname\n"Sam,Jones\n' + "Kim,Jones\n" * 90, "quotation mark in row 2"),
        (b"\xd0\xcf\x11\xe0 and so on", "old .xls file"),
        (b"PK\x03\x04 and no more", "workbook can't be read"),
    ],
)
def test_what_cannot_be_read_is_said_and_no_cell_shown(
    sheet: Write, content: bytes | str, why: str
) -> None:
    with pytest.raises(BadSheet, match=why) as wrong:
        read(sheet(content))
    assert "Sam" not in str(wrong.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadSheet, match=r"There is no file .*none\.csv") as wrong:
        read(tmp_path / "none.csv")
    assert "init" not in str(wrong.value)


@pytest.mark.parametrize(
    ("lines", "family", "household"),
    [
        ("Given,Family\nSam,Jones\n", "Family", None),
        ("Given,Family\nSam,F17\nKim,F18\n", None, "Family"),
        ("Given,Family,Surname\nSam,Jones,Jones\n", "Surname", "Family"),
        ("Family,Given,Family name\n1,Sam,Jones\n", "Family name", "Family"),
        ("Child's family,First name,Last name\n1,Sam,Jones\n", "Last name", "Child's family"),
        ("Family,Family ID,Given,Surname\nJones,1,Sam,Jones\n", "Surname", "Family ID"),
        ("Name,Family\nSam,Jones\n", "Family", None),
        ("Name,Family\nSam Jones,Jones\nKim Lee,Jones\n", None, "Family"),
    ],
)
def test_family_is_a_name_or_a_household_by_what_stands_beside_it(
    sheet: Write, lines: str, family: str | None, household: str | None
) -> None:
    found = dict(read(sheet(lines)).columns.shown())
    assert (found.get("family"), found.get("household")) == (family, household)


def test_family_can_be_corrected(sheet: Write) -> None:
    path = sheet("Given,Family,Surname\nSam,Jones,Lee\n")
    assert read(path, family="Family").columns.taken == {"family": [1], "given": [0]}
    table = read(path)
    changed = table.columns.changed({"household": "", "family": "Family"}, table.rows)
    assert changed.taken == {"family": [1], "given": [0]}


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ("Name,Surname\nSam,Jones\n", "given"),
        ("Name,Surname\nSam Jones,Jones\n", "name"),
        ('Name,DOB\n"Jones, Sam",3/2/15\n', "name"),
    ],
)
def test_a_name_beside_a_surname_is_the_given_name(sheet: Write, lines: str, field: str) -> None:
    assert read(sheet(lines)).columns.taken[field] == [0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.binary(max_size=400)
    | st.text(alphabet='Forename,Surname;\t\n\r"=\x00é1', max_size=200).map(str.encode)
    | st.binary(max_size=100).map(lambda more: b"PK\x03\x04" + more)
    | st.binary(max_size=100).map(lambda more: b"Forename,Surname\n" + more)
)
def test_any_bytes_are_read_or_refused(sheet: Write, content: bytes) -> None:
    try:
        table = read(sheet(content))
    except BadSheet as wrong:
        assert str(wrong).endswith(".")  # noqa: PT017
    else:
        assert table.columns.taken


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook with a title, merged cells, dates in every form, and rows without end."""
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.title, hidden.sheet_state = "codes", "hidden"
    hidden.append(["Forename"])
    hidden.append(["Nobody"])
    page = book.create_sheet("list")
    page.append(["Families", None, None])
    page.merge_cells("A1:C1")
    page.append(["Surname", "Forename", "DOB", "Phone", "Total"])
    page.append(["Jones", "Sam", datetime(2015, 2, 3), 7700900123, "=1+1"])
    page.append([None, "Kim", 42038, 7.5, None])
    page.append([None, "Al", "3 Feb 2015", True, None])
    page.merge_cells("A3:A5")
    page.cell(60_000, 1).value = "Last"
    for row in range(100, 3000):
        page.cell(row, 2).number_format = "0"
    path = tmp_path / "people.xlsx"
    book.save(path)
    return path


def test_a_workbook_is_read_as_it_shows(workbook: Path) -> None:
    table = read(workbook)
    assert table.others == 0
    assert [row[:4] for row in cells(table)] == [
        ("Jones", "Sam", "2015-02-03", "7700900123"),
        ("Jones", "Kim", "42038", "7.5"),
        ("Jones", "Al", "3 Feb 2015", "yes"),
        ("Last",),
    ]
    assert table.rows[-1].number == 60_000


@pytest.mark.parametrize("size", [30, 400, 3000])
def test_a_workbook_cut_short_is_refused(workbook: Path, size: int) -> None:
    workbook.write_bytes(workbook.read_bytes()[:size])
    with pytest.raises(BadSheet, match="can't be read"):
        read(workbook)


def test_a_formula_without_its_value_is_no_empty_cell(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (["Forename", "DOB"], ['="S"&"am"', None], [None, "3/2/15"], ["=A2", None]):
        page.append(row)
    book.save(tmp_path / "people.xlsx")
    assert cells(read(tmp_path / "people.xlsx")) == [(NO_VALUE,), ("", "3/2/15"), (NO_VALUE,)]


def test_one_stray_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    book = Workbook(write_only=False)
    page = book.active
    assert page is not None
    page.append(["Forename", "DOB"])
    page.append(["Sam", date(2015, 2, 3)])
    page.cell(1_048_576, 16_384).value = "stray"
    book.save(tmp_path / "far.xlsx")
    assert cells(read(tmp_path / "far.xlsx"))[0] == ("Sam", "2015-02-03")


def test_a_heading_row_that_is_repeated_is_no_person(sheet: Write) -> None:
    columns = columns_of(read(sheet(TABLE)).rows, {})
    assert ("Forename", "Surname", "DOB") in columns.repeated
