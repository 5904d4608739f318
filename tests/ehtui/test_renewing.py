"""Due rows that other rules have made are worked out anew before anybody reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.due import rows_of
from ehtui.checking import wrong_due_dates
from ehtui.process.due.rules import RULES
from ehtui.renewing import outdated, renew

if TYPE_CHECKING:
    from data.store.store import Store
    from ehtui.opening import OpenCase


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
