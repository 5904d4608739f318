from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from data.procedures.loading import default_id
from data.records.people import Person
from ehtui.new_family import begin_family
from ehtui.saving import save

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from data.store.store import Store


@pytest.fixture
def family(store: Store, today: date) -> Callable[..., str]:
    """Record a family with people, each given by their fields as typed; return the case's key."""

    def record(name: str, *people: dict[str, str]) -> str:
        changes = begin_family(
            store.reading(), default_id(), None, Random(name), {"family_name": name}, {}
        )
        for one in people:
            changes.new(Person, kind="child").typed.update({"family": name, **one})
        save(store, changes, by="me", today=today).result()
        return changes.case_id

    return record
