from __future__ import annotations

from uuid import RFC_4122, UUID

from data.keys import new_id, new_ids


def test_keys_are_version_7_and_sort_as_they_were_made() -> None:
    made = [new_id() for _ in range(1000)]
    assert made == sorted(set(made))
    assert {UUID(key).version for key in made} == {7}


def test_many_keys_at_once_are_of_the_same_kind() -> None:
    made = [new_id(), *new_ids(9000)]
    assert made[1:] == sorted(set(made[1:]))
    assert {(UUID(key).version, UUID(key).variant, str(UUID(key)) == key) for key in made} == {
        (7, RFC_4122, True)
    }
