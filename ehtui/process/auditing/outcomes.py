"""Outcomes nobody could measure, and actions that lie on the wrong shoulders.

Source: Doncaster p. 5; Gloucestershire, "Applying a graduated approach"; Hull 5; Newcastle 10.3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import agreed_on
from ehtui.process.facts import is_review
from ehtui.process.smart import SERVICES, is_pending, smart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.outcomes import Outcome
    from ehtui.process.facts import Facts

MORE_SERVICES = ("support worker", "mentoring", "intervention", "workshop", "workshops", "respite")
_SERVICE = re.compile(rf"\b({'|'.join((*SERVICES, *MORE_SERVICES))})\b", re.IGNORECASE)
_RECEIVES = re.compile(
    r"^(?:\w+ (?:and \w+ )?)?(?:to |will |is |are |be )*"
    r"(?:attends?|receives?|refer(?:red|s)?|referral|access(?:es)?|engages? with|gets?|have|has"
    r"|joins?|completes?|complete|offered|undertakes?)\b",
    re.IGNORECASE,
)
"""A title that begins with being given something: a number in it counts sessions, not change."""
_NUMBER = re.compile(r"\d")


def incomplete(facts: Facts, today: date) -> Iterator[Remark]:
    """Give what an agreed outcome lacks: measure, starting point, date, owner, contingency."""
    day = agreed_on(facts)
    if day is None or day > today:
        return
    for outcome in _agreed(facts):
        for what, lacks in _lacks(facts, outcome):
            why = f"{_called(outcome)} {lacks}."
            yield _remark(facts, what, why, outcome, day)


def still_draft(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a draft thought that a review has passed over: the plan was finished without it."""
    dated = facts.file.case.plan_dated
    reviews = [one.on for one in facts.held if is_review(one) and one.on]
    if dated is None or dated > today or not reviews:
        return
    for outcome in facts.file.outcomes:
        if outcome.status == "draft" and outcome.title:
            gaps = [one.words for one in smart(outcome, facts.file, facts.procedure)]
            needs = f": {'; '.join(gaps)}" if gaps else ""
            why = f"{_called(outcome)} is still a draft thought after a review{needs}."
            yield _remark(facts, "outcome_still_draft", why, outcome, dated)


def names_service(facts: Facts, _today: date) -> Iterator[Remark]:
    """Give an outcome that names what somebody provides instead of what changes."""
    for outcome in _agreed(facts):
        service = _SERVICE.search(outcome.title)
        given = _RECEIVES.search(outcome.title)
        changes = _NUMBER.search(outcome.title) or _does_something(facts, outcome)
        if service and (given or not changes):
            why = f"{_called(outcome)} names what is offered (“{service[1]}”), not what changes."
            yield _remark(facts, "outcome_names_service", why, outcome, agreed_on(facts))


def _agreed(facts: Facts) -> list[Outcome]:
    """The outcomes that hold: a draft thought may still lack everything."""
    return [one for one in facts.file.outcomes if is_pending(one) and one.status != "draft"]


def _lacks(facts: Facts, outcome: Outcome) -> Iterator[tuple[str, str]]:
    if not outcome.measure and not outcome.target:
        yield "outcome_without_measure", "has no measure: how would anybody know?"
    elif not outcome.measure:
        yield "outcome_without_measure", "has no measure, only a target"
    if not outcome.starting:
        yield "outcome_without_starting_point", "does not say where it started from"
    if outcome.by is None:
        yield "outcome_without_date", "has no date"
    if not _has_owner(facts, outcome):
        yield "outcome_without_owner", "has nobody who does anything for it"
    if not outcome.contingency:
        yield "outcome_without_contingency", "does not say what happens if nothing changes"


def _does_something(facts: Facts, outcome: Outcome) -> bool:
    """Whether the title begins with somebody of the family and what they do: "Finn stays on …"."""
    words = re.findall(r"[\w'’-]+", outcome.title.casefold())
    called = {
        name.split()[0].casefold()
        for one in facts.file.people
        for name in (one.called, one.given, one.in_family)
        if name
    }
    return len(words) > 1 and words[0] in called and words[1].endswith("s")


def _has_owner(facts: Facts, outcome: Outcome) -> bool:
    return any(
        one.who or one.who_person_id or one.who_member_id
        for one in facts.file.actions
        if one.outcome_id == outcome.id and one.status in ("open", "done", "")
    )


def _called(outcome: Outcome) -> str:
    number = f"Outcome {outcome.number}" if outcome.number else "An outcome"
    return f"{number} (“{outcome.title}”)" if outcome.title else number


def _remark(facts: Facts, what: str, why: str, outcome: Outcome, since: date | None) -> Remark:
    person = facts.file.name(outcome.for_id)
    return Remark(what, why.replace("?.", "?"), person, since, "outcomes", outcome.id)
