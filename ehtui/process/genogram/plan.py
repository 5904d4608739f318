"""Where everybody stands in a drawn genogram: chains of couples, their children below them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ehtui.process.genogram.chains import GAP, Undrawable, chains

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ehtui.process.genogram.kin import Kin

COUPLE = 10
"""Cells between two of a couple: "live apart" is written there."""
BESIDE = 3
"""Cells between neighbours: the boundary runs through the middle."""


@dataclass(slots=True)
class Link:
    """Two of a couple, or one parent alone, and the children they have together."""

    parents: tuple[str, ...]
    children: list[str]
    centre: int = 0


@dataclass(slots=True)
class Plan:
    """Everybody's place, by the left edge of their box, and what is joined to what."""

    width: int
    """How wide each box is."""
    rows: tuple[list[str], ...] = field(default_factory=lambda: ([], [], []))
    """The children, their parents, their grandparents; each row from the left."""
    left: dict[str, int] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def centre(self, key: str) -> int:
        """Return the middle of somebody's box."""
        return self.left[key] + self.width // 2

    def put(self, row: int, key: str, centre: int) -> None:
        """Give somebody a place."""
        self.left[key] = centre - self.width // 2
        self.rows[row].append(key)


def plan_of(kin: Kin, gaps: Collection[str], width: int, room: int) -> Plan:
    """Return where everybody of a generation stands, in boxes of one width.

    ``gaps`` are the children whose second parent is to be shown as not recorded. Raises Undrawable
    where that takes more room than there is, or no chain of couples holds the family.
    """
    levels = set(kin.generation.values())
    if not kin.straight or not levels or not levels <= {0, 1, 2}:
        raise Undrawable
    plan = Plan(width)
    edge = 1
    for chain in chains(kin, gaps):
        edge = _place_chain(plan, kin, chain, gaps, edge)
    edge = _place_orphans(plan, kin, edge)
    _place_grandparents(plan, kin)
    least = min(plan.left.values())
    for key in plan.left:
        plan.left[key] += 1 - least
    for link in plan.links:
        link.centre += 1 - least
    if max(plan.left.values()) + width + 1 > room:
        raise Undrawable
    return plan


def _place_chain(
    plan: Plan, kin: Kin, chain: Sequence[str], gaps: Collection[str], edge: int
) -> int:
    """Place a chain from its left; return the first free cell behind it."""
    apart, half = plan.width + COUPLE, (plan.width + COUPLE) // 2
    places: list[int] = []
    links: list[Link] = []
    free = edge
    """The first cell that no child of this chain takes."""
    for number, key in enumerate(chain):
        at = places[-1] + apart if places else edge + plan.width // 2
        if links and len(links[-1].parents) == 2:
            at = max(at, links[-1].centre + half)
        alone = [] if key.startswith(GAP) else _own(kin, key, gaps)
        if alone:
            at = max(at, free + _width(plan, alone) // 2)
            links.append(Link((key,), alone, at))
            free = _right(plan, links[-1])
        places.append(at)
        if number + 1 < len(chain):
            pair = (key, chain[number + 1])
            together = _together(kin, pair, gaps)
            centre = max(at + half, free + _width(plan, together) // 2)
            links.append(Link(pair, together, centre))
            free = max(free, _right(plan, links[-1]) if together else free)
    _draw_closer(chain, places, links, half)
    for key, at in zip(chain, places, strict=True):
        plan.put(1, key, at)
    for link in links:
        _place_children(plan, link)
    plan.links += links
    return max(free, places[-1] - plan.width // 2 + plan.width + BESIDE)


def _draw_closer(chain: Sequence[str], places: list[int], links: list[Link], half: int) -> None:
    """Move whoever stands too far to the left beside the middle of their couple."""
    for number in range(len(chain) - 2, -1, -1):
        link = next(one for one in links if one.parents == (chain[number], chain[number + 1]))
        if not any(one.parents == (chain[number],) for one in links):
            places[number] = max(places[number], min(link.centre, places[number + 1] - half) - half)


def _own(kin: Kin, key: str, gaps: Collection[str]) -> list[str]:
    return [child for child in kin.children_of([key]) if child not in gaps]


def _together(kin: Kin, pair: tuple[str, str], gaps: Collection[str]) -> list[str]:
    gap = next((key for key in pair if key.startswith(GAP)), None)
    if gap is None:
        return kin.children_of(pair)
    return [child for child in kin.children_of([gap.removeprefix(GAP)]) if child in gaps]


def _width(plan: Plan, children: Sequence[str]) -> int:
    return len(children) * (plan.width + BESIDE) - BESIDE if children else 0


def _right(plan: Plan, link: Link) -> int:
    width = _width(plan, link.children)
    return link.centre - width // 2 + width + BESIDE


def _place_children(plan: Plan, link: Link) -> None:
    left = link.centre - _width(plan, link.children) // 2
    for child in link.children:
        plan.put(0, child, left + plan.width // 2)
        left += plan.width + BESIDE


def _place_orphans(plan: Plan, kin: Kin, edge: int) -> int:
    """Place the children of whom no parent is recorded, as near the left as there is room."""
    edge = max((plan.left[key] + plan.width + BESIDE for key in plan.rows[0]), default=1)
    for key, level in kin.generation.items():
        if level == 0 and key not in plan.left:
            plan.put(0, key, edge + plan.width // 2)
            edge += plan.width + BESIDE
    return edge


def _place_grandparents(plan: Plan, kin: Kin) -> None:
    """Place each above their grown-up children, else above the grandchildren they are tied to."""
    groups = list(_grandparents(kin))
    wishes = [(_wish(plan, kin, group, below), group, below) for group, below in groups]
    edge = -plan.width * 4
    for wish, group, below in sorted(wishes, key=lambda one: one[0]):
        if any(key not in plan.left for key in below):
            raise Undrawable
        span = len(group) * plan.width + (len(group) - 1) * COUPLE
        left = max(edge, wish - span // 2)
        for number, key in enumerate(group):
            plan.put(2, key, left + plan.width // 2 + number * (plan.width + COUPLE))
        middle = (plan.centre(group[0]) + plan.centre(group[-1])) // 2
        plan.links.append(Link(group, below, middle))
        edge = left + span + BESIDE


def _wish(plan: Plan, kin: Kin, group: tuple[str, ...], below: list[str]) -> int:
    under = below or [
        str(one.child_id)
        for one in kin.ties
        if one.person_id in group and one.child_id in plan.left
    ]
    centres = [plan.centre(key) for key in under if key in plan.left] or [plan.width]
    return (min(centres) + max(centres)) // 2


def _grandparents(kin: Kin) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    row = [key for key, level in kin.generation.items() if level == 2]
    done: set[str] = set()
    for one, other in kin.couples():
        if one in row and other in row:
            if done & {one, other}:
                raise Undrawable
            done |= {one, other}
            yield (one, other), kin.children_of((one, other))
    for key in row:
        if key not in done:
            yield (key,), kin.children_of((key,))
