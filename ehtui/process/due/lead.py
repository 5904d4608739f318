"""A lead for a set time: who leads afterwards. Source: Newcastle 17.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.course.handover import moving
from ehtui.process.facts import SOON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ehtui.process.facts import Facts


def lead_ends_due(facts: Facts) -> Iterator[DueDate]:
    """Give the last day of a lead that was agreed for a set time, while nobody follows.

    A family that moves away is passed on to another area's lead, whom this record does not name.
    """
    lead = facts.file.lead
    if lead is None or lead.until is None or moving(facts.file):
        return
    what = facts.filled("Agree who is {lead} from here")
    why = f"{lead.name} leads until {show_short(lead.until, lead.until)}, and nobody follows yet"
    day = lead.until
    yield DueDate("plan", day - SOON, day, what, why, facts.lead, "handover", lead.id)
