"""One row of a sheet: as it stands there, as a person, or why it is none."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

NO_VALUE: Final = "=… (a formula whose value was not saved)"
"""What stands for a formula that no spreadsheet program has worked out yet."""


class Row(NamedTuple):
    """One row that is not blank."""

    number: int
    """As the spreadsheet counts it, from 1."""
    cells: tuple[str, ...]


class Incoming(NamedTuple):
    """One person of the sheet."""

    row: int
    values: dict[str, Any]
    """Fields that hold something, and ``household``; ``kind`` always."""
    belongs: object
    """What the rows of one family have in common and no other row has."""


class Rejected(NamedTuple):
    """One row that can't be imported, and why."""

    row: Row
    why: str
