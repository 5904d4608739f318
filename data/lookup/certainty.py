"""How sure it is that somebody found is the person asked for.

A name alone is never more than likely: two people of one name are common. "Very likely" is for a
birthday or a number of their own on top of whole names, and with nothing that speaks against it.
Ava is not very likely Eva where somebody is called Eva: twins have names that are alike.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

from data.lookup.candidates import UNSEEN
from data.lookup.found import ALIKE, LIKELY, PERHAPS, VERY_LIKELY

if TYPE_CHECKING:
    from data.lookup.evidence import Evidence

AHEAD: Final = 5.0
"""Bits by which the first has to be before somebody else: twins share all but a name."""
NAME_EXACT: Final = 1.0
NAME_CLOSE: Final = 3.4
BIRTH_EXACT: Final = 1.0
BIRTH_CLOSE: Final = 5.0


def how_sure(evidence: Evidence, everybody: int, ahead: float) -> str:
    """Return how sure it is, in words; ``ahead`` is by how many bits nobody else comes close."""
    over = evidence.bits - log2(everybody + UNSEEN)
    if over >= 6 and ahead >= AHEAD and not evidence.lacking and _whole(evidence):
        return VERY_LIKELY
    if over >= 2 and ahead >= 1 and evidence.lacking <= 1:
        return LIKELY
    if over >= -6:
        return PERHAPS
    return ALIKE


def _whole(evidence: Evidence) -> bool:
    """Whether names and birthday leave no room for a twin, a parent or a namesake."""
    costs = sorted(evidence.costs)
    if evidence.own_number and (evidence.birth is None or evidence.birth <= BIRTH_CLOSE):
        return True
    if len(costs) < 2 or evidence.birth is None or evidence.namesake:
        return False
    if evidence.birth <= BIRTH_EXACT:
        return costs[-1] <= NAME_CLOSE and costs[-2] <= NAME_EXACT
    return evidence.birth <= BIRTH_CLOSE and costs[-1] <= NAME_EXACT
