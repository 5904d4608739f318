"""By when: a procedure's clocks, put on the calendar.

In every clock the day of the event itself is not counted: four weeks from 1 Oct end on 29 Oct.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.procedures.clock import Clock, Course, Event, Strength
from data.procedures.model import Procedure
from data.procedures.words import fill
from ehtui.dates import show_short
from ehtui.process.working_days import add_working_days

NOT_STATED = "not stated: set your own date"

UNSTATED_STEPS: dict[Event, str] = {
    "plan_dated": "Finish the {plan}",
    "first_taf": "First {taf}",
    "last_review": "First review",
    "contact_written": "Put the contact in writing",
    "contact_answered": "Hear what came of the contact",
}
"""What a step is called where the procedure has no clock that would name it."""

HOURS_A_DAY = 24
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a timetable. ``due`` is None where the procedure states no time."""

    what: str
    due: date | None
    why: str
    source: str
    strength: Strength | None = None


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


def timetable(
    procedure: Procedure,
    start: date,
    route: str | None = None,
    level: str | None = None,
    also_free: Collection[date] = (),
) -> list[Step]:
    """Return the steps that follow a start, each done on its last day, and one repeat at the end.

    ``start`` is the day on which the course begins: the plan is started, social care suggests one,
    a contact is made. ``route`` is the key of a way in or of a request. After a step whose time is
    not stated, the count goes on from the same day. ValueError when the procedure has no such
    course or level.
    """
    course = _course(procedure, route)
    _check_level(procedure, level)
    clocks = governing(procedure, route, level)
    count = _Count(procedure, {course.begins: start}, also_free)
    steps = [count.step(event, clocks) for event in _steps(procedure, course, level)]
    repeating = (one for one in clocks if one.since == one.until and one.since in count.days)
    return steps + [count.stated(clock) for clock in repeating]


@dataclass(slots=True)
class _Count:
    """A timetable while it is being counted: what has happened by then, and when."""

    procedure: Procedure
    days: dict[Event, date]
    also_free: Collection[date]
    unstated: set[Event] = field(default_factory=set)

    def step(self, event: Event, clocks: tuple[Clock, ...]) -> Step:
        """The next step, which then counts as done on its last day."""
        running = [one for one in clocks if one.until == event and one.since in self.days]
        if not running:
            self.unstated.add(event)
            self.days[event] = max(self.days.values())
            what = fill(UNSTATED_STEPS[event], self.procedure.words)
            return Step(what, None, NOT_STATED, "")
        earliest = min(running, key=self._ends)
        self.days[event] = self._ends(earliest)
        return self.stated(earliest)

    def stated(self, clock: Clock) -> Step:
        """The step that a clock stands for."""
        due = self._ends(clock)
        why = reason(clock, self.days[clock.since], due, self.procedure)
        if clock.since in self.unstated:
            why += ", if that is its date"
        what = fill(clock.what, self.procedure.words)
        return Step(what, due, why, f"{self.procedure.name} {clock.source}", clock.strength)

    def _ends(self, clock: Clock) -> date:
        return deadline(clock, self.days[clock.since], self.also_free)


def _steps(procedure: Procedure, course: Course, level: str | None) -> Iterator[Event]:
    """The steps of a course, without the meeting at a level that needs none."""
    meets = all(one.review_meeting for one in procedure.levels if one.key == level)
    return (event for event in course.steps if meets or event != "first_taf")


def _course(procedure: Procedure, route: str | None) -> Course:
    if route is None:
        return Course(key="any", title="Any way in")
    courses = (*procedure.routes, *procedure.requests)
    for course in courses:
        if course.key == route:
            return course
    known = ", ".join(course.key for course in courses)
    raise ValueError(f"{procedure.name} has no way in of that name. It has: {known}.")


def _check_level(procedure: Procedure, level: str | None) -> None:
    known = [one.key for one in procedure.levels]
    if level is not None and level not in known:
        has = f"It has: {', '.join(known)}." if known else "It works without levels."
        raise ValueError(f"{procedure.name} has no level of that name. {has}")


def _waits_for(clock: Clock) -> tuple[Event, bool]:
    return clock.until, clock.since == clock.until


def _closeness(clock: Clock) -> int:
    return bool(clock.routes) + bool(clock.levels)


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
