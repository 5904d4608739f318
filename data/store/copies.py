"""A copy of an open file into an empty one, with the same key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.driver import Connection


def copy_into(connection: Connection, empty: Path) -> None:
    """Write everything committed into an empty private file; raises what the driver raises."""
    connection.execute("VACUUM INTO ?", (str(empty),))
