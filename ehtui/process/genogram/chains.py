"""The parents of a family in chains: each couple side by side, and who is missing from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ehtui.process.genogram.kin import Kin

GAP = "gap of "
"""What begins the key of a parent nobody has recorded; the other parent's key follows."""


class Undrawable(Exception):
    """The family is too wide or too knotted to be drawn."""


def chains(kin: Kin, gaps: Collection[str]) -> Iterator[list[str]]:
    """Give the parents' generation in rows of couples, each next to the other."""
    row = [key for key in kin.people if kin.generation.get(key) == 1]
    beside: dict[str, list[str]] = {key: [] for key in row}
    for one, other in kin.couples():
        if one in beside and other in beside:
            beside[one].append(other)
            beside[other].append(one)
        elif kin.generation.get(one) != kin.generation.get(other):
            raise Undrawable
    for child in sorted(gaps):
        (parent,) = kin.parents[child]
        gap = f"{GAP}{parent}"
        if parent in beside and gap not in beside:
            beside[gap] = [parent]
            beside[parent].append(gap)
    if any(len(others) > 2 for others in beside.values()):
        raise Undrawable
    placed: set[str] = set()
    for start in sorted(beside, key=lambda key: _order(kin, key)):
        if len(beside[start]) < 2 and start not in placed:
            chain = [start]
            while ahead := [one for one in beside[chain[-1]] if one not in chain]:
                chain.append(ahead[0])
            placed.update(chain)
            yield chain
    if placed != set(beside):  # a ring has no end to begin at
        raise Undrawable


def _order(kin: Kin, key: str) -> tuple[str, int]:
    """Those with the same parents side by side, then by whose children are the eldest."""
    own = key.removeprefix(GAP)
    children = (child for child, theirs in kin.parents.items() if own in theirs)
    born = min((str(kin.people[child].born or "9999") for child in children), default="9999")
    return born, list(kin.people).index(own) * 2 + key.startswith(GAP)
