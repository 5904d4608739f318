"""The rows that could not be read, each with the reason, in a file beside the one they came from.

Whoever corrects them there can import that file: its headings are the same.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from data.private import make_private
from data.store.errors import AlreadyThere, plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ehtui.importing.row import Rejected

STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
BESIDES: Final = ("Why not imported", "Row in the sheet")


def write_rejects(path: Path, headings: Sequence[str], rejected: Iterable[Rejected]) -> Path:
    """Write the rows into a new file that only its owner can read; return where. StoreError."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*BESIDES, *map(defused, headings)])
    for one in rejected:
        writer.writerow([defused(one.why), one.row.number, *map(defused, one.row.cells)])
    content = text.getvalue().encode("utf-8-sig", "replace")  # the mark is for Excel
    number = 1
    while True:
        ending = ".rejects.csv" if number == 1 else f".rejects-{number}.csv"
        target = path.with_name(path.name + ending)
        try:
            with plainly(target):
                make_private(target, content)
        except AlreadyThere:
            number += 1
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        else:
            return target


def defused(cell: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula; importing undoes it."""
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell
