"""A table of text, from whatever kind of file: rows with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.store.errors import Missing, plainly, shown
from ehtui.importing.faults import BadSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ehtui.importing.row import Row

ZIP: Final = b"PK\x03\x04"
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def read_sheets(path: Path, moved: Callable[[float], None]) -> Iterator[list[Row]]:
    """Give the sheets of a file, each without its blank rows. Raises BadSheet, StoreError.

    ``moved`` is told now and then which part has been read, from 0 to 1.
    """
    try:
        with plainly(path), path.open("rb") as file:
            begins = file.read(8)
    except Missing:
        raise BadSheet(
            f"There is no file {shown(path)}, so nothing was imported. Check its name and folder."
        ) from None
    if begins.startswith(OLD_OFFICE):
        raise BadSheet(
            "This is an old .xls file, or a workbook with a password. Open it in your "
            "spreadsheet program and save it as .xlsx, without a password, or as .csv."
        )
    if begins.startswith(ZIP):
        from ehtui.importing.workbook import read_workbook

        yield from read_workbook(path, moved)
    else:
        from ehtui.importing.delimited import read_delimited

        with plainly(path):
            content = path.read_bytes()
        yield read_delimited(content, moved)
