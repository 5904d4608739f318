"""A case that drifts, and the wrongs done to a family: on the dashboard, with the reason.

An action late for the second time says so on its own line: see `actions.py`. Consent by somebody
without a say leaves none: see `consent.py`.
Source: Derby 8 (drift and delay are watched for); Newcastle 8, 10.2 (who was left out).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.process.auditing import excluded, held_back, withdrawn
from ehtui.process.course.drifting import not_seen, open_too_long, stood_still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ehtui.process.auditing.remark import Rule
    from ehtui.process.course.drifting import Drift
    from ehtui.process.facts import Facts

WRONGS: tuple[tuple[Rule, str], ...] = (
    (excluded.invited, "A service that the family left out was invited"),
    (excluded.sent_to, "Something went to a service that the family left out"),
    (held_back.in_a_copy, "Something held back is in a copy that went out"),
)
"""The worst that an auditor would say, and what stands on the line; all of it free of today."""


def drift_due(facts: Facts) -> Iterator[DueDate]:
    """Give each way in which the case drifts, shown from the day on which it does.

    Where the area has a time between reviews, `voices.py` says by when to see a child again.
    """
    for one in stood_still(facts):
        yield _row(facts, one, "No progress over two reviews")
    for one in open_too_long(facts):
        yield _row(facts, one, "Open for a year: does it drift?")
    if not any(clock.since == clock.until == "last_review" for clock in facts.clocks):
        for one in not_seen(facts):
            yield _row(facts, one, f"See {one.person}")


def wrongs_due(facts: Facts) -> Iterator[DueDate]:
    """Give what was done against the family's word, until it is put right in the record."""
    for rule, what in WRONGS:
        yield from _wrongs(facts, rule, what)


def went_on_due(facts: Facts) -> Iterator[DueDate]:
    """Give what went on after consent had been taken back. Source: Newcastle 8.1."""
    yield from _wrongs(facts, withdrawn.went_on, "It went on after consent was withdrawn")


def _wrongs(facts: Facts, rule: Rule, what: str) -> Iterator[DueDate]:
    for one in rule(facts, date.max):
        day = one.since or facts.file.case.plan_started or facts.file.case.first_concern
        if day is not None:
            yield DueDate("audit", day, day, what, one.why, facts.lead, one.section, one.record)


def _row(facts: Facts, one: Drift, what: str) -> DueDate:
    return DueDate(
        "drift", one.since, one.since, what, one.why, facts.lead, one.section, one.record
    )
