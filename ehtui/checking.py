"""Whether what is kept beside the facts still is what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import rows_of
from data.rows import case_file
from ehtui.deriving import procedure_of
from ehtui.process.due.rules import due_dates
from ehtui.renewing import outdated

if TYPE_CHECKING:
    from data.store.driver import Connection


def wrong_due_dates(connection: Connection) -> list[str]:
    """Return a sentence for each case whose kept due dates are not those its facts give.

    Rows made by older rules are no fault: they are renewed before anybody reads them.
    """
    found = []
    older = set(outdated(connection))
    cases = connection.execute("SELECT id, reference FROM cases ORDER BY reference").fetchall()
    for case_id, reference in map(tuple, cases):
        if case_id in older:
            continue
        file = case_file(connection, case_id)
        expected = due_dates(file, procedure_of(connection, file))
        if sorted(map(repr, expected)) != sorted(map(repr, rows_of(connection, case_id))):
            found.append(f"{reference}: the due dates kept are not those that the facts give.")
    return found
