"""By when: a procedure's clocks, put on the calendar.

In every clock the day of the event itself is not counted: four weeks from 1 Oct end on 29 Oct.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from data.procedures.clock import Clock, Event
from data.procedures.model import Procedure
from data.procedures.words import fill
from ehtui.dates import show_short
from ehtui.process.times.working_days import add_working_days

HOURS_A_DAY = 24
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Limit:
    """The last day on which a clock is kept, and why it is that day."""

    due: date
    why: str
    what: str


def deadline(clock: Clock, event_day: date, also_free: Collection[date] = ()) -> date:
    """Return the last day on which the clock is kept, counted from the day of its event.

    Hours end on the day that holds their last minute, whatever the time of the event. A month ends
    on the same day of the month, or on its last. ``also_free`` are days the user says are not
    worked. OverflowError past the last year of the calendar.
    """
    match clock.unit:
        case "hours":
            return event_day + timedelta(days=-(-clock.amount // HOURS_A_DAY))
        case "days":
            return event_day + timedelta(days=clock.amount)
        case "working_days":
            return add_working_days(event_day, clock.amount, also_free)
        case "weeks":
            return event_day + timedelta(weeks=clock.amount)
        case "months":
            return _months_after(event_day, clock.amount)


def span(clock: Clock) -> str:
    """Return the time a clock gives, in words: "2 weeks", "10 working days"."""
    unit = clock.unit.replace("_", " ")
    return f"{clock.amount} {unit if clock.amount != 1 else unit.removesuffix('s')}"


def reason(clock: Clock, event_day: date, due: date, procedure: Procedure) -> str:
    """Return why something is due: "8 weeks after the review of 22 Oct"."""
    day = show_short(event_day, beside=due)
    return fill(clock.why, procedure.words, span=span(clock), day=day)


def limit(
    clocks: Iterable[Clock], event: Event, happened: Mapping[Event, date], procedure: Procedure
) -> Limit | None:
    """Return by when an event is to happen next, by the clock that ends first.

    A repeating clock counts from the last time; the others run until the event has happened once.
    None where the area states no time, or nothing that a clock counts from has happened.
    """
    running = [
        clock
        for clock in clocks
        if clock.until == event and clock.since in happened
        if (clock.since == clock.until) == (event in happened)
    ]
    limits = [_limit_of(clock, happened[clock.since], procedure) for clock in running]
    return min(limits, key=lambda one: (one.due, one.why), default=None)


def governing(
    procedure: Procedure, route: str | None = None, level: str | None = None
) -> tuple[Clock, ...]:
    """Return the clocks that hold for a way in and a level.

    A clock made for that way in or level stands in for the general one that waits for the same
    event. Source: Newcastle 17.2, where a suggestion has times of its own.
    """
    fitting = [
        clock
        for clock in procedure.clocks
        if (not clock.routes or route in clock.routes)
        and (not clock.levels or level in clock.levels)
    ]
    closest: dict[tuple[Event, bool], int] = {}
    for clock in fitting:
        place = _waits_for(clock)
        closest[place] = max(closest.get(place, 0), _closeness(clock))
    return tuple(c for c in fitting if _closeness(c) == closest[_waits_for(c)])


def _limit_of(clock: Clock, since: date, procedure: Procedure) -> Limit:
    due = deadline(clock, since)
    return Limit(due, reason(clock, since, due, procedure), fill(clock.what, procedure.words))


def _waits_for(clock: Clock) -> tuple[Event, bool]:
    return clock.until, clock.since == clock.until


def _closeness(clock: Clock) -> int:
    return bool(clock.routes) + bool(clock.levels)


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
