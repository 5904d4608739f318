"""Those found, family by family: siblings stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.lookup.found import Found


def by_family(found: list[Found]) -> list[list[Found]]:
    """Return the people of each family together, in the place of their likeliest."""
    groups: dict[str, list[Found]] = {}
    for one in found:
        groups.setdefault(one.case_id, []).append(one)
    return list(groups.values())
