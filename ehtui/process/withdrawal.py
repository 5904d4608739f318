"""When consent was taken back: from that day the process stands still. Source: Newcastle 8.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from data.records.consent import Consent


def withdrawn_on(file: CaseFile) -> date | None:
    """Return the day on which consent was withdrawn so that nothing may go on; None if it wasn't.

    Where another holder still consents it is a conflict for a manager, not a stop (S1).
    """
    latest = _latest_about_starting(file)
    if any(one.start == "yes" for one in latest):
        return None
    taken_back = (one.on for one in latest if one.start == "withdrawn")
    return max((day for day in taken_back if day), default=None)


def may_start(file: CaseFile) -> bool:
    """Whether somebody's consent to start stands."""
    return any(one.start == "yes" for one in _latest_about_starting(file))


def _latest_about_starting(file: CaseFile) -> list[Consent]:
    replaced = {one.replaces_id for one in file.consents}
    standing = [one for one in file.consents if one.start and one.id not in replaced]
    standing.sort(key=lambda one: (str(one.on or ""), one.at, one.id))
    return list({one.by_id: one for one in standing}.values())
