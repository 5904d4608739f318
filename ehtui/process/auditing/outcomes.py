"""Outcomes nobody could measure, and actions that lie on the wrong shoulders.

Source: Doncaster p. 5; Gloucestershire, "Applying a graduated approach"; Hull 5; Newcastle 10.3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehtui.process.auditing.naming import family_names, single_words
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import agreed_on
from ehtui.process.facts import is_review
from ehtui.process.smart import SERVICES, is_pending, smart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.outcomes import Outcome
    from ehtui.process.facts import Facts

MORE_SERVICES = (
    "support worker", "family worker", "social worker", "key worker", "health visitor",
    "school nurse", "mentor", "mentoring", "intervention", "workshops?", "respite", "counsellor",
    "psychologist", "therapist", "tutor", "tutoring", "food ?bank", "nursery place", "ehcp",
    "support plan", "triple p", "home-?start", "volunteer", "drop-?ins?", "application",
    "bereavement support", "helpline", "advocate", "young carers",
)  # fmt: skip
_SERVICE = re.compile(rf"\b({'|'.join((*SERVICES, *MORE_SERVICES))})\b", re.IGNORECASE)
_RECEIVES = re.compile(
    r"^(?:to |will |is |are |be |being )*"
    r"(?:attend|receive|refer|referred|referral|access|engage|get|has|have|join|complete|offered"
    r"|undertake|see|seen|provide|provided|allocated|given|arrange|go|use|start|enrol)(?:e?s)?\b",
    re.IGNORECASE,
)
"""A title that goes on with being given something: a number in it counts sessions, not change."""
_LESS = re.compile(r"\b(fewer|less|no longer|without)\b", re.IGNORECASE)
_OF_THE_FAMILY = ("the", "and", "family", "mum", "dad", "parents", "children", "both", "they")
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
    """Give a draft thought that a review has passed over: the plan was finished without it.

    A thought that no review looked at, and nobody does anything for, may have come since.
    """
    file, dated = facts.file, facts.file.case.plan_dated
    reviews = [one.on for one in facts.held if is_review(one) and one.on]
    if dated is None or dated > today or not reviews:
        return
    known = {one.outcome_id for one in file.progress} | {one.outcome_id for one in file.actions}
    for outcome in file.outcomes:
        if outcome.status == "draft" and outcome.title and outcome.id in known:
            gaps = [one.words for one in smart(outcome, facts.file, facts.procedure)]
            needs = f": {'; '.join(gaps)}" if gaps else ""
            why = f"{_called(outcome)} is still a draft thought after a review{needs}."
            yield _remark(facts, "outcome_still_draft", why, outcome, dated)


def names_service(facts: Facts, _today: date) -> Iterator[Remark]:
    """Give an outcome that names what somebody provides instead of what changes."""
    file = facts.file
    names = family_names(file) | single_words(*(one.in_family for one in file.people))
    for outcome in _agreed(facts):
        if (service := _SERVICE.search(outcome.title)) and _is_given(outcome.title, names):
            why = f"{_called(outcome)} names what is offered (“{service[1]}”), not what changes."
            yield _remark(facts, "outcome_names_service", why, outcome, agreed_on(facts))


def _is_given(title: str, names: set[str]) -> bool:
    """Whether a title with a service in it says who is given it, and not what they then do.

    Of somebody the next word tells: "Leo attends …" or "Leo stays on …". What names nobody is
    given unless it counts or lessens something.
    """
    words = title.split()
    said = 0
    somebody = {*names, *_OF_THE_FAMILY, ""}
    while said < len(words) and words[said].strip(",&+").casefold() in somebody:
        said += 1
    rest = " ".join(words[said:])
    if _LESS.search(rest):
        return False
    if _RECEIVES.search(rest):
        return True
    if said and not _SERVICE.match(rest):
        return False
    return not _NUMBER.search(title)


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
