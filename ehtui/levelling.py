"""A recorded change of level changes the level that the case's clocks go by."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ehtui.changes import Unreadable

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from ehtui.changes import ChangeSet


def follow_level(changes: ChangeSet, file: CaseFile, today: date) -> None:
    """Put the level of a change that is being saved into the case, unless a later one stands.

    Source: Gloucestershire (moving up or down is a decision of its own).
    """
    kept = {one.id: one for one in file.level_changes}
    for row in [one for one in changes.rows if one.table == "level_changes"]:
        if row.removed or row.typed.keys().isdisjoint(("on", "to_level")):
            continue
        own = kept.get(row.record_id)
        with suppress(Unreadable):  # saving says what is wrong; nothing is written then
            said = changes.values(row, today)
            on = said.get("on", own.on if own else None) or today
            level = said.get("to_level", own.to_level if own else "")
            others = (one.on for one in kept.values() if one.on and one is not own)
            if level and on >= max(others, default=on):
                changes.edit(file.case, level=level)
