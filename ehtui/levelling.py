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
    latest = max((one.on for one in file.level_changes if one.on), default=None)
    for row in [one for one in changes.rows if one.table == "level_changes"]:
        with suppress(Unreadable):  # saving says what is wrong; nothing is written then
            said = changes.values(row, today)
            after_it = latest is None or (said.get("on") or today) >= latest
            if said.get("to_level") and after_it:
                changes.edit(file.case, level=said["to_level"])
