"""Calls to answer, and marks of unsafe contact to look at again (S1, S4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.facts import SOON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.contacts import Call
    from ehtui.process.facts import Facts

SETTLED = ("nothing", "joins", "harm", "advice")
"""Outcomes of a call after which nobody waits to be rung; harm is followed up by itself."""


def calls_due(facts: Facts) -> Iterator[DueDate]:
    """Give each call that somebody still waits to have answered."""
    for call in facts.file.calls:
        if call.on is None or call.rung_back or not _waits(call):
            continue
        due = call.ring_back or call.on
        who = call.agency or call.who or "a caller"
        day = show_short(call.on, due)
        rang = f"rang on {day}" if call.direction == "in" else f"you rang on {day}"
        at = f" at {call.at}" if call.at else ""
        about = f" about {call.asked_about}" if call.asked_about else ""
        yield DueDate(
            "call",
            call.on,
            due,
            f"Call to answer: {who}",
            f"{rang}{at}{about}; no answer is recorded",
            facts.lead,
            "calls",
            call.id,
        )


def unsafe_due(facts: Facts) -> Iterator[DueDate]:
    """Give the day to look again at whether somebody is unsafe to contact or inform."""
    for person in facts.file.people:
        if person.unsafe and (day := person.unsafe_review):
            by = f" by {person.unsafe_decided_by}" if person.unsafe_decided_by else ""
            what = f"Unsafe to contact: look again at {person.called}"
            why = f"the day set{by} when it was marked"
            yield DueDate("contact", day - SOON, day, what, why, facts.lead, "people", person.id)


def _waits(call: Call) -> bool:
    """Whether a caller was promised an answer, or rang and was not given one."""
    if call.ring_back or call.outcome == "ring_back":
        return True
    return call.direction == "in" and call.outcome not in SETTLED
