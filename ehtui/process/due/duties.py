"""Duties towards others that have arisen and are not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.course.duties import open_duties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ehtui.process.course.duties import OpenDuty
    from ehtui.process.facts import Facts

SECTION = {"hand_over": "handover", "move": "handover", "withdraw": "closing", "close": "closing"}


def duties_due(facts: Facts) -> Iterator[DueDate]:
    """Give every duty that is not done, due on the day of what it follows from.

    Where it is written down as done, `place_of` says.
    """
    for one in open_duties(facts):
        yield _row(facts, one)


def withdrawal_due(facts: Facts) -> Iterator[DueDate]:
    """Give what is left to do once consent is withdrawn: nothing else goes on (S6)."""
    for one in open_duties(facts):
        if one.moment.when == "withdraw":
            yield _row(facts, one)


def closing_due(facts: Facts) -> Iterator[DueDate]:
    """Give what is left to do once a case is closed, or the family has moved."""
    for one in open_duties(facts):
        if one.moment.when in ("close", "withdraw", "move"):
            yield _row(facts, one)


def _row(facts: Facts, one: OpenDuty) -> DueDate:
    on, duty = one.moment.on, one.duty
    to = facts.filled(duty.to)
    return DueDate(
        "duty",
        on,
        on,
        f"{facts.filled(duty.title)} ({to})",
        f"{one.moment.why} {show_short(on, on)}; not recorded as done",
        facts.lead,
        *place_of(one),
    )


def place_of(one: OpenDuty) -> tuple[str, str]:
    """Return the section and the record in which a duty is written down as done.

    What only a notice shows is told among the notes, under the key of the duty.
    """
    if one.duty.met_by in (None, "asked_there"):
        return "notes", one.duty.key
    record = one.moment.record
    section = SECTION.get(one.moment.when, "log")
    return section, record.id if record else one.duty.key
