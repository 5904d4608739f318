"""The demo's families as they are written down: one TOML file a family, its rows by table.

A row has the fields of its record. Where other rows name it, it carries a ``ref``, and a link holds
that ref where the record holds a key. Dates are written as of ``WRITTEN``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, Any]

WRITTEN: Final = date(2026, 11, 22)
"""The Sunday that is today in these files."""

SHIPPED: Final = Path(__file__).parent
PAPER_CASE: Final = "oconnor-lukasik"
NAMES: Final = "names"


@dataclass(frozen=True, slots=True)
class Family:
    """One family as written."""

    file: str
    """The file's name without its ending."""
    case: Row
    tables: dict[str, list[Row]]


def families() -> list[Family]:
    """Return every family, the paper case first and the others by their file's name."""
    files = sorted(path.stem for path in SHIPPED.glob("*.toml") if path.stem != NAMES)
    return [_family(file) for file in sorted(files, key=lambda file: file != PAPER_CASE)]


@cache
def names() -> dict[str, list[str]]:
    """Return the lists that further families are named from."""
    return tomllib.loads((SHIPPED / f"{NAMES}.toml").read_text("utf-8"))


def _family(file: str) -> Family:
    tables = tomllib.loads((SHIPPED / f"{file}.toml").read_text("utf-8"))
    case = tables.pop("case")
    return Family(file, case, tables)


def moved(family: Family, by: timedelta) -> Family:
    """Return the family with each of its dates so much later; what people said stays as it is."""

    def later(row: Row) -> Row:
        return {
            name: value + by if isinstance(value, date) else value for name, value in row.items()
        }

    return changed(family, later)


def changed(family: Family, change: Callable[[Row], Row]) -> Family:
    """Return the family with every row put through a function."""
    tables = {table: [change(row) for row in rows] for table, rows in family.tables.items()}
    return Family(family.file, change(family.case), tables)
