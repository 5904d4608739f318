"""Numbers over many cases, with nobody's name in them: how many, in time or late, with what result.

Each rule looks at one case and gives what there is to count in it. Source: Newcastle 3, 5, 15.3
(unmet needs, timeliness, outcomes).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from data.codes.lists import codes, words
from ehtui.process.assessment.framework import states_of
from ehtui.process.auditing.statements import worry_unanswered
from ehtui.process.course.closing import left_open
from ehtui.process.course.levels import level_now
from ehtui.process.course.stages import is_open, stage_of
from ehtui.process.times.timeliness import how_timely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from data.casefile import CaseFile
    from data.procedures.model import Level, Stage
    from data.procedures.parts import Item
    from data.records.outcomes import Outcome
    from ehtui.process.facts import Facts

    Rule = Callable[[Facts, "Period"], Iterator["Thing"]]

SMALL: Final = 5
"""Fewer than this many can be recognised as a family by whoever lives near it."""

PARTS: Final = {
    "cases": "Cases",
    "stage": "Open, by stage",
    "level": "Open, by level",
    "plans": "Plans",
    "plan_times": "Plans, in time or late",
    "first_taf_times": "First team meetings, in time or late",
    "review_times": "Reviews, in time or late",
    "outcomes": "Outcomes, by area of need",
    "unmet": "Families with needs not met",
    "framework": "Open, with help needed and no outcome that works towards it",
    "audits": "Audits",
    "closings": "Closings",
}
"""What is counted, in the order in which it is shown."""

STATES: Final = {
    "reached": "reached",
    "in_part": "better, not reached",
    "not_reached": "no better",
    "not_measured": "not measured yet",
    "dropped": "dropped",
}
"""How an outcome stands: as it was closed, else as the latest meeting found it."""
FOUND: Final = {"met": "reached", "done": "reached", "better": "in_part"}
"""What the state of an outcome's progress says; any other says that it is no better."""


@dataclass(frozen=True, slots=True)
class Period:
    """What is counted lies in it; how a case stands is counted as of its last day."""

    since: date | None
    until: date

    def holds(self, day: date | None) -> bool:
        """Whether a thing of this day is counted; one without a day is not."""
        return day is not None and (self.since is None or day >= self.since) and day <= self.until


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to count, by what it is counted with."""

    part: str
    place: int
    """Where it stands among the others of its part."""
    key: str
    words: str
    area: str = ""
    """The area in whose own words it is told; empty where all areas share them."""


@dataclass(frozen=True, slots=True)
class Number:
    """How many there are of one thing."""

    part: str
    key: str
    words: str
    area: str
    count: int

    @property
    def is_small(self) -> bool:
        """Whether it is so small that it could point at a family."""
        return self.count < SMALL


def count(cases: Iterable[Facts], period: Period) -> list[Number]:
    """Return every number that is not nought, part by part.

    What another record carries on is counted there.
    """
    found: Counter[Thing] = Counter(
        thing
        for facts in cases
        if not facts.file.case.continued_in
        for rule in RULES
        for thing in rule(facts, period)
    )
    order = list(PARTS)
    told = sorted(found, key=lambda one: (order.index(one.part), one.area, one.place, one.key))
    return [Number(one.part, one.key, one.words, one.area, found[one]) for one in told]


def _cases(facts: Facts, period: Period) -> Iterator[Thing]:
    case = facts.file.case
    if is_open(facts.file):
        yield Thing("cases", 0, "open", "open now")
    if period.holds(case.first_concern):
        yield Thing("cases", 1, "begun", "first concern raised")
    if any(period.holds(one.on) for one in facts.file.closings if not one.reopened):
        yield Thing("cases", 2, "closed", "closed")
    if any(period.holds(one.reopened) for one in facts.file.closings):
        yield Thing("cases", 3, "reopened", "opened again")
    if any(period.holds(one.on) for one in facts.file.refusals):
        yield Thing("cases", 4, "refused", "the family said no at the start")


def _standing(facts: Facts, _period: Period) -> Iterator[Thing]:
    file, procedure = facts.file, facts.procedure
    if not is_open(file):
        return
    stage = stage_of(file, procedure).key
    yield _chosen(facts, "stage", procedure.stages, stage, "not said")
    if procedure.levels:
        yield _chosen(facts, "level", procedure.levels, level_now(file), "not said")


def _plans(facts: Facts, period: Period) -> Iterator[Thing]:
    if period.holds(facts.file.case.plan_started):
        yield Thing("plans", 0, "started", "started")
    if period.holds(facts.file.case.plan_dated):
        yield Thing("plans", 1, "finished", "finished")


def _times(facts: Facts, period: Period) -> Iterator[Thing]:
    for one in how_timely(facts, period.until):
        if one.on is None or period.holds(one.on):
            yield Thing(f"{one.what}_times", one.state.place, one.state.key, one.state.words)


def _outcomes(facts: Facts, period: Period) -> Iterator[Thing]:
    subjects = [one.code for one in codes("subject")]
    for outcome in facts.file.outcomes:
        if outcome.status in ("draft", "changed") or (
            outcome.ended and not period.holds(outcome.ended)
        ):
            continue
        need = words("subject", outcome.subject) if outcome.subject else "area of need not said"
        known = outcome.subject in subjects
        place = subjects.index(outcome.subject) if known else len(subjects)
        state = state_of(facts.file, outcome)
        place = place * len(STATES) + list(STATES).index(state)
        key = f"{outcome.subject or 'not_said'}/{state}"
        yield Thing("outcomes", place, key, f"{need}: {STATES[state]}")


def state_of(file: CaseFile, outcome: Outcome) -> str:
    """Return how far an outcome has come: a key of `STATES`."""
    if outcome.status == "met":
        return "reached"
    if outcome.status == "dropped":
        return "dropped"
    days = {one.id: one.on for one in file.meetings}
    stood = [one for one in file.progress if one.outcome_id == outcome.id and one.status]
    if not stood:
        return "not_measured"
    last = max(stood, key=lambda one: (str(one.on or days.get(one.meeting_id or "")), one.id))
    return FOUND.get(last.status, "not_reached")


def _unmet(facts: Facts, period: Period) -> Iterator[Thing]:
    """Needs that nothing answers, and those still there at the closing."""
    if is_open(facts.file) and any(worry_unanswered(facts, period.until)):
        yield Thing("unmet", 0, "worries", "open, with a worry that no outcome answers")
    if any(period.holds(one.on) and left_open(one) for one in facts.file.closings):
        yield Thing("unmet", 1, "still_open", "closed, with something still open")
    standing = states_of(facts.file, facts.procedure) if is_open(facts.file) else []
    for place, one in enumerate(standing):
        if one.is_unplanned:
            title = facts.filled(one.headline.title)
            yield Thing("framework", place, one.headline.key, title, _area(facts))


def _audits(facts: Facts, period: Period) -> Iterator[Thing]:
    for audit in facts.file.quality_audits:
        if period.holds(audit.on):
            yield _chosen(facts, "audits", facts.procedure.grades, audit.grade, "no grade")


def _closings(facts: Facts, period: Period) -> Iterator[Thing]:
    reasons = facts.procedure.closing_reasons
    for closing in facts.file.closings:
        if period.holds(closing.on):
            yield _chosen(facts, "closings", reasons, closing.reason, "no reason said")


def _chosen(
    facts: Facts, part: str, offered: Sequence[Item | Level | Stage], key: str, otherwise: str
) -> Thing:
    """What was chosen of the area's own list; behind it, where nothing there was."""
    for place, one in enumerate(offered):
        if one.key == key:
            return Thing(part, place, key, facts.filled(one.title), _area(facts))
    return Thing(part, len(offered), "", otherwise, _area(facts))


def _area(facts: Facts) -> str:
    return facts.procedure.name


RULES: tuple[Rule, ...] = (
    _cases,
    _standing,
    _plans,
    _times,
    _outcomes,
    _unmet,
    _audits,
    _closings,
)
