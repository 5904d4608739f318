"""Tables in .xlsx workbooks: what the cells show, streamed, however many rows were formatted.

openpyxl, although a reader in Rust is ten times as fast: that one lays a sheet out in memory from
its first cell to its last, and one stray cell far down and right ends the program.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZipFile

from ehtui.importing.faults import BadSheet
from ehtui.importing.row import NO_VALUE, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

EVERY: Final = 2000
WIDEST: Final = 400
"""Columns that are read; what stands farther right is no column of a list of people."""
AT_ONCE: Final = 1 << 20
_MERGED: Final = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"'
)
_NOT_WORKED_OUT: Final = re.compile(
    rb'<(?:\w+:)?c\s(?![^>]*\bt="str")[^>]*?\br="([A-Z]+)(\d+)"[^>]*>'  # an empty text is a value
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
LONGEST: Final = 10_000
"""Bytes of a cell with its formula, which the next piece of the file may go on with."""


def read_workbook(path: Path, moved: Callable[[float], None]) -> Iterator[list[Row]]:
    """Give the rows of each visible sheet, blank ones left out. Raises BadSheet."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of drawings and rules that are of no interest here
        try:
            book = load_workbook(path, read_only=True, data_only=True)
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    yield _rows(path, sheet, moved)
            book.close()
        except BadSheet:
            raise
        except Exception:  # a broken file breaks anywhere in the library, by any error
            raise BadSheet(
                "This workbook can't be read: it is damaged, or no .xlsx. Open it in your "
                "spreadsheet program and save it anew as .xlsx or .csv."
            ) from None


def _rows(path: Path, sheet: Any, moved: Callable[[float], None]) -> list[Row]:
    from openpyxl.utils.cell import column_index_from_string

    stated = sheet.max_row or 1
    sheet.reset_dimensions()  # what is stated there is often wrong
    found: dict[int, tuple[str, ...]] = {}
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if any(value is not None for value in values):
            cells = tuple(map(as_text, values[:WIDEST]))
            if any(cells):
                found[number] = cells
        if number % EVERY == 0:
            moved(min(number / stated, 1.0))
    # Read-only sheets are streamed without what is merged; a formula without a value looks empty.
    with ZipFile(path) as zipped, zipped.open(sheet._worksheet_path) as file:
        merged, empty = _merged_and_empty(file)
    for column, number in empty:
        _put(found, column_index_from_string(column) - 1, number, NO_VALUE)
    for left, top, right, bottom in merged:
        columns = range(column_index_from_string(left) - 1, column_index_from_string(right))
        _spread(found, columns, range(top, bottom + 1))
    return [Row(number, cells) for number, cells in sorted(found.items())]


def _merged_and_empty(
    file: Any,
) -> tuple[list[tuple[str, int, str, int]], list[tuple[str, int]]]:
    """Return the corners of what is merged, and the cells of formulas without a value."""
    merged: dict[tuple[str, int, str, int], None] = {}
    empty: dict[tuple[str, int], None] = {}
    before = b""
    while some := file.read(AT_ONCE):
        window = before + some
        for hit in _MERGED.finditer(window):
            merged[hit[1].decode(), int(hit[2]), hit[3].decode(), int(hit[4])] = None
        for hit in _NOT_WORKED_OUT.finditer(window):
            empty[hit[1].decode(), int(hit[2])] = None
        before = window[-LONGEST:]
    return list(merged), list(empty)


def _put(found: dict[int, tuple[str, ...]], column: int, number: int, text: str) -> None:
    if column < WIDEST:
        cells = found.get(number, ())
        wide = [*cells, *[""] * (column + 1 - len(cells))]
        wide[column] = text
        found[number] = tuple(wide)


def _spread(found: dict[int, tuple[str, ...]], columns: range, rows: range) -> None:
    """Put what a merged cell shows into every row beside which it stands; never into new rows."""
    first = found.get(rows.start, ())
    if columns.start >= len(first) or not (shown := first[columns.start]):
        return
    for number in rows[1:]:
        cells = found.get(number)
        if cells is not None and not any(cells[columns.start : columns.start + 1]):
            _put(found, columns.start, number, shown)


def as_text(value: Any) -> str:
    """Return what a cell holds as text: dates as ISO text, whole numbers without a point."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time():
            return "" if value == time(0) else value.isoformat()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case int() | float():
            return repr(value)
    return str(value)
