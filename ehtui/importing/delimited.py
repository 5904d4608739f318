"""Tables in text files: values between commas, semicolons, tabs, bars or colons."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING, Final

from ehtui.importing.decoding import decode
from ehtui.importing.faults import BadSheet
from ehtui.importing.headings import field_for
from ehtui.importing.row import Row

if TYPE_CHECKING:
    import _csv
    from collections.abc import Callable, Iterator

DELIMITERS: Final = (",", ";", "\t", "|", ":")
TRIED: Final = 30
TALLEST: Final = 60
"""Lines of one cell; where a cell has more, a quotation mark was left open."""
EVERY: Final = 2000
END: Final = "\x00the end"
"""A line put behind the last: it comes back as it is unless a quotation was left open."""


def read_delimited(content: bytes, moved: Callable[[float], None]) -> list[Row]:
    """Return the rows of a text file, blank ones left out. Raises BadSheet."""
    text = decode(content).replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"').casefold()
    if said.startswith("sep=") and len(said) <= 5:  # a line by which a file tells its delimiter
        delimiter, text = said[4:] or "\t", rest
    else:
        delimiter = _delimiter(text)
    lines = text.count("\n") + 1
    reader = csv.reader(io.StringIO(f"{text}\n{END}", newline="\n"), delimiter=delimiter)
    rows: list[Row] = []
    number, cells = 1, [""]
    try:
        for number, cells in _numbered(reader):
            if any(cell and not cell.isspace() for cell in cells):
                rows.append(Row(number, tuple(cells)))
            if number % EVERY == 0:
                moved(number / lines)
    except csv.Error:
        raise _left_open(number + 1) from None
    if cells != [END]:
        raise _left_open(number)
    return rows[:-1]


def _numbered(reader: _csv.Reader) -> Iterator[tuple[int, list[str]]]:
    """Give each row with its number. Raises BadSheet for one without end."""
    before = 0
    for number, cells in enumerate(reader, 1):
        if reader.line_num - before > TALLEST:
            raise _left_open(number)
        yield number, cells
        before = reader.line_num


def _delimiter(text: str) -> str:
    """Return the sign by which most headings are told apart, or else most columns alike."""
    sample = "\n".join(islice(text.split("\n"), TRIED))

    def worth(delimiter: str) -> tuple[int, int]:
        try:
            rows = list(csv.reader(io.StringIO(sample), delimiter=delimiter))
        except csv.Error:
            return 0, 0
        known = max((sum(bool(field_for(cell)) for cell in row) for row in rows), default=0)
        widths = [len(row) for row in rows if len(row) > 1]
        return known, max(map(widths.count, widths), default=0)

    return max(DELIMITERS, key=worth)


def _left_open(number: int) -> BadSheet:
    return BadSheet(
        f"A quotation mark in row {number} is never closed, so the rows behind it can't be told "
        "apart. Close it, or take it out, and import again."
    )
