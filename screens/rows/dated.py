"""What rows with a day have in common: how the day is said, and that a new one is of today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ehtui.dates import show_date
from ehtui.today import today

if TYPE_CHECKING:
    from datetime import date

    from ehtui.opening import OpenCase


def said_on(day: date | None) -> str:
    """Return the day of a row, or that it has none."""
    return show_date(day) if day else "no date"


def of_today(_opened: OpenCase) -> dict[str, Any]:
    """Return what a new row begins with: today's date."""
    return {"on": today()}
