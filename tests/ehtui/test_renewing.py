"""What other rules have made of a case is worked out anew before anybody reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.due import rows_of
from data.lookup import index
from ehtui.checking import wrong_due_dates
from ehtui.process.due.rules import RULES
from ehtui.renewing import outdated, renew

if TYPE_CHECKING:
    from data.store.driver import Connection
    from data.store.store import Store
    from ehtui.opening import OpenCase


def test_people_are_found_by_what_a_later_version_knows(store: Store, full_case: OpenCase) -> None:
    def older(connection: Connection) -> None:
        connection.execute("UPDATE summaries SET rules = '0:x'")
        for table in index.TABLES:
            connection.execute(f"DELETE FROM {table}")

    store.write(older).result()
    assert index.faults(store.reading())
    renew(store)
    assert index.faults(store.reading()) == []


@pytest.mark.parametrize("rules", ["0:x", f"{RULES}1:x", "", f"{RULES - 1}:x"])
def test_rows_of_other_rules_are_renewed(store: Store, full_case: OpenCase, rules: str) -> None:
    case_id, connection = full_case.file.case.id, store.reading()
    assert (outdated(connection), renew(store)) == ([], 0)
    before = rows_of(connection, case_id)
    store.write(
        lambda writing: writing.execute("UPDATE summaries SET rules = ?", (rules,))
    ).result()
    store.write(lambda writing: writing.execute("UPDATE due SET what = 'old'")).result()
    assert outdated(connection) == [case_id]
    assert wrong_due_dates(connection) == []
    assert renew(store) == 1
    assert (outdated(connection), rows_of(connection, case_id)) == ([], before)
    assert wrong_due_dates(connection) == []
