"""The genogram: a family's three generations as lines of text.

Source: Gloucestershire, genogram. A woman's box is round, a man's square, an unborn child's has
slanting corners, and each box says so in words as well; a dotted boundary holds the home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.genogram.chains import Undrawable
from ehtui.process.genogram.drawing import drawn
from ehtui.process.genogram.kin import kin_of
from ehtui.process.genogram.plan import plan_of
from ehtui.process.genogram.tree import entry, households

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from data.records.people import Person, Relationship

ROOM = 80
"""Cells of a line at the most."""
WIDTHS = (20, 18, 16, 14, 13, 12)
"""How wide a box may be, the widest that fits first."""
BESIDES = "Not in the drawing"


def genogram(
    people: Sequence[Person],
    relationships: Sequence[Relationship],
    gaps: Collection[str] = (),
    room: int = ROOM,
) -> list[str]:
    """Return the genogram's lines; everybody is in it once, no line is wider than ``room`` cells.

    ``gaps`` are the keys of children whose other parent is shown as not recorded. A family too
    wide or too knotted to draw becomes a tree of households.
    """
    kin = kin_of(people, relationships)
    gaps = {key for key in gaps if len(kin.parents.get(key, ())) == 1}
    for width in WIDTHS:
        try:
            plan = plan_of(kin, gaps, width, room)
        except Undrawable:
            continue
        lines = drawn(plan, kin)
        besides = [one.id for one in people if one.id not in plan.left]
        if besides:
            lines += ["", BESIDES]
            lines += [line for key in besides for line in entry(kin, key, (), {}, room)]
        return lines
    return households(kin, gaps, room)
