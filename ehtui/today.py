"""What day it is: the one place that asks the clock."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import Final

VARIABLE: Final = "EHTUI_TODAY"


class BadToday(ValueError):
    """EHTUI_TODAY is set to something that is no date."""


def wall_clock() -> str:
    """Return what the clock on the wall says, HH:MM: the time of a call as somebody noted it."""
    return datetime.now().strftime("%H:%M")


def today() -> date:
    """Return the day that EHTUI_TODAY fixes, or else the clock's.

    Raise BadToday if the variable holds no ISO date: going on with the real day would make a
    test or a demonstration tell the wrong things.
    """
    fixed = os.environ.get(VARIABLE, "").strip()
    if not fixed:
        return date.today()
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        raise BadToday(f"{VARIABLE} is not a date. Set it as in 2026-11-22, or unset it.") from None
