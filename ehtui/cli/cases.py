"""From the reference that somebody types to the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.cli.errors import No, WrongUse
from ehtui.references import BadReference, read_reference

if TYPE_CHECKING:
    from data.store.driver import Connection


def case_id(connection: Connection, reference: str) -> str:
    """Return the key of the case with this reference. Raises WrongUse, No."""
    try:
        wanted = read_reference(reference)
    except BadReference as wrong:
        raise WrongUse(str(wrong)) from None
    row = connection.execute("SELECT id FROM cases WHERE reference = ?", (wanted,)).fetchone()
    if row is None:
        raise No(f"No family in this file has the reference {wanted}. `ehtui find` looks by name.")
    return str(row["id"])


def every_case(connection: Connection) -> list[str]:
    """Return the keys of all cases, by their references."""
    return [row["id"] for row in connection.execute("SELECT id FROM cases ORDER BY reference")]


def reference_of(connection: Connection, key: str) -> str:
    """Return the reference of the case with this key."""
    row = connection.execute("SELECT reference FROM cases WHERE id = ?", (key,)).fetchone()
    return str(row["reference"])
