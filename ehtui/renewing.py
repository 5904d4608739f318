"""Working out anew what was kept under older rules: it outlives the version that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.due.rules import RULES

if TYPE_CHECKING:
    from data.store.driver import Connection
    from data.store.store import Store

AT_ONCE = 50
"""Cases in one transaction, so that a save need not wait long for its turn."""


def outdated(connection: Connection) -> list[str]:
    """Return the keys of the cases whose due rows were made by other rules; an index answers."""
    after = chr(ord(":") + 1)
    rows = connection.execute(
        "SELECT case_id FROM summaries WHERE rules < ? OR rules >= ?",
        (f"{RULES}:", f"{RULES}{after}"),
    )
    return [row[0] for row in rows]


def renew(store: Store) -> int:
    """Work out anew what is outdated; return how many cases that was. A reader renews nothing."""
    if store.read_only or not (cases := outdated(store.reading())):
        return 0
    from data.rows import case_file
    from ehtui.deriving import keep_derived

    for begin in range(0, len(cases), AT_ONCE):

        def work(connection: Connection, some: list[str] = cases[begin : begin + AT_ONCE]) -> None:
            for case_id in some:
                keep_derived(connection, case_file(connection, case_id))

        store.write(work).result()
    return len(cases)
