"""`ehtui due` lists what belongs to no family; its case is empty."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from data.records.contacts import HarmContact
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.changes import ChangeSet
from ehtui.saving import save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUNG = date(2026, 11, 18)


def test_a_contact_without_a_family_is_listed(ehtui: Callable[..., Any], families: Path) -> None:
    with Store.open(families, Secret.none()) as store:
        changes = ChangeSet("")
        changes.new(HarmContact, on=RUNG, rung="duty desk", about="Kai [b]", reason="bruise")
        save(store, changes, by="me", today=RUNG).result()
    found = json.loads(ehtui("due", "--json").out)
    (row,) = [one for one in found if one["case"] == ""]
    assert (row["due"], row["overdue"]) == ("2026-11-18", True)
    assert row["why"].startswith("duty desk rung on 18 Nov about Kai [b]")
    said = ehtui("due").out
    assert "(4 days over)  no family yet" in said
