from __future__ import annotations

from uuid import UUID

from data.keys import new_id


def test_keys_are_version_7_and_sort_as_they_were_made() -> None:
    made = [new_id() for _ in range(1000)]
    assert made == sorted(set(made))
    assert {UUID(key).version for key in made} == {7}
