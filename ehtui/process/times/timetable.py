"""What follows from a beginning, each step done on its last day: a timetable of a procedure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from data.procedures.clock import Clock, Course, Event, Strength
from data.procedures.model import Procedure
from data.procedures.words import fill
from ehtui.process.course.levels import reviews_meet
from ehtui.process.times.clocks import deadline, governing, reason

NOT_STATED = "not stated: set your own date"

UNSTATED_STEPS: dict[Event, str] = {
    "plan_dated": "Finish the {plan}",
    "first_taf": "First {taf}",
    "last_review": "First review",
    "contact_written": "Put the contact in writing",
    "contact_answered": "Hear what came of the contact",
}
"""What a step is called where the procedure has no clock that would name it."""

ANYWHERE = {
    "step-down": Course(key="step-down", title="Step down", begins="stepped_down"),
    "referral": Course(key="referral", title="Suggested by others"),
    "harm": Course(
        key="harm",
        title="Contact about harm",
        begins="contact_made",
        steps=("contact_written", "contact_answered"),
    ),
}
"""What happens everywhere, and not every area has a way in of that name for it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a timetable. ``due`` is None where the procedure states no time."""

    what: str
    due: date | None
    why: str
    source: str
    strength: Strength | None = None


def timetable(
    procedure: Procedure,
    start: date,
    route: str | None = None,
    level: str | None = None,
    also_free: Collection[date] = (),
) -> list[Step]:
    """Return the steps that follow a start, each done on its last day, and one repeat at the end.

    ``start`` is the day on which the course begins: the plan is started, social care suggests one,
    a contact is made. ``route`` is the key of a way in or of a request; a step down, a referral and
    a contact about harm can be asked about in any area. After a step whose time is not stated, the
    count goes on from the same day. ValueError when the procedure has no such course or level.
    """
    course = _course(procedure, route)
    _check_level(procedure, level)
    clocks = governing(procedure, course.key, level)
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
    meets = reviews_meet(procedure, level)
    return (event for event in course.steps if meets or event != "first_taf")


def _course(procedure: Procedure, route: str | None) -> Course:
    if route is None:
        return Course(key="any", title="Any way in")
    courses = (*procedure.routes, *procedure.requests)
    for course in courses:
        if course.key == route:
            return course
    if (usual := ANYWHERE.get(route)) is not None:
        alike = (one for one in procedure.routes if one.begins == usual.begins)
        return next(alike, usual)
    known = ", ".join(course.key for course in courses)
    raise ValueError(f"{procedure.name} has no way in of that name. It has: {known}.")


def _check_level(procedure: Procedure, level: str | None) -> None:
    known = [one.key for one in procedure.levels]
    if level is not None and level not in known:
        has = f"It has: {', '.join(known)}." if known else "It works without levels."
        raise ValueError(f"{procedure.name} has no level of that name. {has}")
