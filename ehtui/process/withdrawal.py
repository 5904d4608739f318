"""When consent was taken back: from that day the process stands still. Source: Newcastle 8.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.consent import is_withdrawn

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile


def withdrawn_on(file: CaseFile) -> date | None:
    """Return the day from which nothing may go on, consent being withdrawn; None if it isn't."""
    taken_back = [one.on for one in file.consents if one.start == "withdrawn" and one.on]
    # Hardly any case has such an entry, and weighing all voices takes longer than all other rules.
    return max(taken_back) if taken_back and is_withdrawn(file) else None
