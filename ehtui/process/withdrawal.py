"""When consent was taken back: from that day the process stands still. Source: Newcastle 8.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.consent import is_withdrawn, taken_back
from ehtui.process.ledger import AGAINST

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile


def withdrawn_on(file: CaseFile) -> date | None:
    """Return the day from which nothing may go on, consent being withdrawn; None if it isn't."""
    # Hardly any case has such an entry, and weighing all voices takes longer than all other rules.
    if not any(one.start in AGAINST for one in file.consents) or not is_withdrawn(file):
        return None
    last = taken_back(file)
    known = max((one.on for one in file.consents if one.on), default=None)
    return last.entry.on or known if last else None
