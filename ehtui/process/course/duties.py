"""Who has to be told what, when something has happened: and what of it is done.

Source: Newcastle 8.1, 9.4, 11.1, 14.1 to 14.4, 17.1. What a duty is and whom it goes to is the
procedure's; whether it is done, the facts say: one recorded anyway, or somebody's notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from ehtui.process.consent.withdrawal import withdrawn_on
from ehtui.process.course.handover import MOVED, moving, previous_agency_in_team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from data.procedures.model import Duty, DutyMoment, Fact
    from data.records.closing import Closing, Handover
    from ehtui.process.facts import Facts

AHEAD = timedelta(weeks=2)
MOVED_IN = "moved-in"
"""The way in of a family that comes from another area with a plan, where an area names it."""
MOVED_AWAY = "moved"
"""The reason for closing with a family that has moved to another area, where an area names it."""

NOTICE: dict[DutyMoment, str] = {
    "start": "started",
    "withdraw": "withdrawn",
    "hand_over": "handed_over",
    "move": "moved",
    "move_in": "moved",
    "level_change": "level",
    "close": "closed",
}
"""Under which kind a notice of each moment is recorded."""
LOGGED: dict[DutyMoment, tuple[str, ...]] = {
    "start": ("start", "plan"),
    "finish": ("plan",),
    "step_down": ("plan",),
    "withdraw": ("closing",),
    "hand_over": ("handover",),
    "close": ("closing",),
}
"""Which central loggings show that a duty of each moment is done."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened and from which duties follow."""

    when: DutyMoment
    on: date
    why: str
    record: Handover | Closing | None = None


@dataclass(frozen=True, slots=True)
class OpenDuty:
    """A duty that has arisen and is not done."""

    duty: Duty
    moment: Moment


def open_duties(facts: Facts) -> list[OpenDuty]:
    """Return the duties that have arisen and are not done, in the order of the procedure."""
    happened = list(moments(facts))
    return [
        OpenDuty(duty, moment)
        for duty in facts.procedure.duties
        for moment in happened
        if duty.when == moment.when and not is_done(facts, duty, moment)
    ]


def moments(facts: Facts) -> Iterator[Moment]:
    """Give what has happened in the case that somebody is to be told of."""
    case = facts.file.case
    if case.plan_started:
        yield Moment("start", case.plan_started, facts.filled("the {plan} was started on"))
    if case.plan_dated:
        yield Moment("finish", case.plan_dated, facts.filled("the {plan} was finished on"))
    if stepped_down := facts.days.get("stepped_down"):
        yield Moment("step_down", stepped_down, "the step down was on")
    came = case.plan_started or case.first_concern
    if case.route == MOVED_IN and came:
        yield Moment("move_in", came, "the family came from another area; here since")
    for change in facts.file.level_changes:
        if change.on and change.to_level:
            yield Moment("level_change", change.on, facts.filled("the {level} changed on"))
    if withdrawn := withdrawn_on(facts.file):
        yield Moment("withdraw", withdrawn, "consent was withdrawn on", last_closing(facts))
    for handover in facts.file.handovers:
        if handover.on:
            moved = handover.why == MOVED
            why = "the family moves on" if moved else "the lead passes on from"
            yield Moment("move" if moved else "hand_over", handover.on, why, handover)
    closing = last_closing(facts)
    if closing and closing.on and not withdrawn:
        yield Moment("close", closing.on, "closed on", closing)
        away = moving(facts.file)
        if closing.reason == MOVED_AWAY and not (away and away.on):
            yield Moment("move", closing.on, "the family moves on")


def is_done(facts: Facts, duty: Duty, moment: Moment) -> bool:
    """Whether a duty is done: by its fact, by its own notice, or by one that fits its moment."""
    if duty.met_by is not None and _FACTS[duty.met_by](facts, moment):
        return True
    notices = [one for one in facts.file.notices if one.on and one.on >= _from(moment)]
    if any(one.duty == duty.key for one in notices):
        return True
    # A notice that names no duty tells the centre: that is whom everybody rings.
    kind = NOTICE.get(moment.when)
    tells_centre = "{eht}" in duty.to and duty.met_by in (None, "log", "own_team")
    return tells_centre and any(not one.duty and one.what == kind for one in notices)


def last_closing(facts: Facts) -> Closing | None:
    """Return the closing being written or written last, None before there is one."""
    closings = [one for one in facts.file.closings if not one.reopened]
    return max(closings, key=lambda one: (str(one.on or ""), one.id), default=None)


def _from(moment: Moment) -> date:
    """From when a notice counts: people are often told some days ahead."""
    return moment.on - AHEAD


def _logged(facts: Facts, moment: Moment) -> bool:
    kinds = LOGGED[moment.when]
    since = _from(moment)
    if any(one.what in kinds and one.on and one.on >= since for one in facts.file.loggings):
        return True
    if moment.when in ("start", "finish", "step_down"):
        return bool(facts.file.case.central_number)
    record = moment.record
    return bool(getattr(record, "logged", None) or getattr(record, "told_centre", None))


def _recorded(field: str) -> Callable[[Facts, Moment], bool]:
    return lambda _facts, moment: getattr(moment.record, field, None) is not None


def _by_copies(_facts: Facts, _moment: Moment) -> bool:
    """The copies themselves are listed one by one: see `due.copies`."""
    return True


def _own_records(facts: Facts, _moment: Moment) -> bool:
    return facts.file.case.own_records is not None


def _previous_agency(facts: Facts, moment: Moment) -> bool:
    told = getattr(moment.record, "previous_agency_told", None)
    return told is not None or previous_agency_in_team(facts.file)


def _asked_there(facts: Facts, _moment: Moment) -> bool:
    """Whether somebody where the family came from has answered what was asked of them."""
    place = facts.file.case.came_from.strip().casefold()
    answered = (one for one in facts.file.enquiries if one.answer not in ("", "waiting"))
    return bool(place) and any(place in one.asked.casefold() for one in answered)


_FACTS: dict[Fact, Callable[[Facts, Moment], bool]] = {
    "log": _logged,
    "own_records": _own_records,
    "copies": _by_copies,
    "previous_agency": _previous_agency,
    "new_team": _recorded("new_team_told"),
    "own_team": _recorded("own_team_copied"),
    "closing_sent": _recorded("told_centre"),
    "asked_there": _asked_there,
}
