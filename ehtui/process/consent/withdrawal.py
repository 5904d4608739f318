"""When consent was taken back: from that day the process stands still. Source: Newcastle 8.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.consent.allowed import stopped, taken_back

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile


def withdrawn_on(file: CaseFile) -> date | None:
    """Return the day from which nothing may go on; None if it may, or no day is known.

    Whether it may, `consent.stopped` says.
    """
    last = taken_back(file)
    if last is None or not stopped(file):
        return None
    known = max((one.on for one in file.consents if one.on), default=None)
    return last.entry.on or known
