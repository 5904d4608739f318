"""What is due in a case: worked out from the facts, free of today.

Each rule is a small function that looks at one kind of thing; this module only gathers them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.due_actions import actions_due
from ehtui.process.stages import is_open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.casefile import CaseFile
    from data.due import DueDate
    from data.procedures.model import Procedure

RULES = 1
"""Goes up whenever a rule changes: kept due rows made by other rules are then written anew."""

OPEN_CASE: tuple[Callable[[CaseFile, Procedure], Iterator[DueDate]], ...] = (actions_due,)


def due_dates(file: CaseFile, procedure: Procedure) -> list[DueDate]:
    """Return everything due in a case, soonest first."""
    rules = OPEN_CASE if is_open(file) else ()
    found = [due for rule in rules for due in rule(file, procedure)]
    return sorted(found, key=lambda one: (one.due, one.what))
