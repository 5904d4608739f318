"""A case that drifts, free of today: each way with the day from which it does.

Source: Derby 8 (drift and delay); Hull 5, 6 (progress looked for at each review).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ehtui.dates import show_short
from ehtui.process.assessment.voices import came_later, last_met, to_hear
from ehtui.process.consent.capacity import is_of_age
from ehtui.process.facts import is_review
from ehtui.process.smart import is_pending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.meetings import Meeting
    from data.records.outcomes import Action, Outcome, Progress
    from ehtui.process.facts import Facts

A_WEEK = timedelta(weeks=1)
"""How long after a review a child who was seen shortly before it need not have been seen again."""
MOVED = ("better", "met", "done")


@dataclass(frozen=True, slots=True)
class Drift:
    """One way in which a case drifts."""

    what: str
    why: str
    since: date
    """The day from which it does, as things stand now."""
    person: str = ""
    section: str = "overview"
    record: str = ""


def drifts(facts: Facts) -> Iterator[Drift]:
    """Give each way in which an open case drifts, or will once its day has come."""
    yield from stood_still(facts)
    yield from open_too_long(facts)
    yield from overdue_twice(facts)
    yield from not_seen(facts)


def stood_still(facts: Facts) -> Iterator[Drift]:
    """Give the outcomes that stood still at the last two reviews."""
    reviews = [one for one in facts.held if is_review(one)][-2:]
    if len(reviews) < 2 or reviews[1].on is None or facts.closing_agreed:
        return
    for outcome in facts.file.outcomes:
        if is_pending(outcome) and _stood_still(facts, outcome, reviews):
            number = f"Outcome {outcome.number}" if outcome.number else "An outcome"
            first, second = (show_short(one.on, reviews[1].on) for one in reviews if one.on)
            why = (
                f"{number} (“{outcome.title}”) did not move at the reviews of {first} and {second}."
            )
            person = facts.file.name(outcome.for_id)
            yield Drift(
                "no_progress_two_reviews", why, reviews[1].on, person, "outcomes", outcome.id
            )


def open_too_long(facts: Facts) -> Iterator[Drift]:
    """Give a case open for more than a year, counted anew where it was opened again."""
    opened = [one.reopened for one in facts.file.closings if one.reopened]
    case = facts.file.case
    begun = max(opened, default=case.plan_started or case.first_concern)
    refused = bool(facts.file.refusals) and not (opened or case.plan_started)
    if begun is not None and not refused:
        why = f"Open since {show_short(begun)}: more than a year."
        yield Drift("open_over_a_year", why, _a_year_after(begun) + timedelta(days=1))


def overdue_twice(facts: Facts) -> Iterator[Drift]:
    """Give an action whose first day passed, that was given another, and lets that pass too."""
    for action in facts.file.actions:
        going = action.status in ("open", "") and not action.done
        if going and action.due and was_late_before(facts, action):
            first = action.first_due or action.due
            why = (
                f"“{action.what}” was first due on {show_short(first, action.due)} and is overdue "
                f"again since {show_short(action.due, action.due)}."
            )
            who = action.who or facts.file.name(action.who_person_id or action.who_member_id)
            since = action.due + timedelta(days=1)
            yield Drift("action_overdue_twice", why, since, who, "outcomes", action.id)


def not_seen(facts: Facts) -> Iterator[Drift]:
    """Give a child last seen before the last review, and not since.

    At once where the child was not seen between the last two either, else a week after.
    """
    reviews = [one.on for one in facts.held if is_review(one) and one.on]
    if not reviews or facts.closing_agreed:
        return
    last = reviews[-1]
    before = [one.on for one in facts.held if one.on and one.on < last]
    children = to_hear(facts.file)
    at_home = [one for one in children if one.lives_in_home is not False]
    for child in at_home or children:
        seen = last_met(facts.file, child)
        gone = child.died or is_of_age(child, last)
        if gone or seen is None or seen >= last or came_later(facts.file, child, last):
            continue
        missed_before = bool(before) and seen < before[-1]
        since = last if missed_before else last + A_WEEK
        why = (
            f"{child.called} was last seen or heard on {show_short(seen, last)}, "
            f"and not since the review of {show_short(last, last)}."
        )
        yield Drift("child_not_seen", why, since, child.called, "houses", child.id)


def was_late_before(facts: Facts, action: Action) -> bool:
    """Whether an action was given its day because an earlier one had passed.

    Two meetings that found it not done say the same.
    """
    found = {
        one.meeting_id or one.on
        for one in facts.file.progress
        if one.action_id == action.id and one.status == "not_done"
    }
    if len(found) > 1:
        return True
    if action.first_due is None or action.due is None or action.first_due >= action.due:
        return False
    moved = [one.on for one in facts.file.meetings if one.id == action.moved_at_id and one.on]
    return not moved or moved[0] >= action.first_due


def _stood_still(facts: Facts, outcome: Outcome, reviews: list[Meeting]) -> bool:
    """Whether both reviews noted how it stands, and neither that it moved."""
    rows = [one for one in facts.file.progress if one.outcome_id == outcome.id]
    found = [[one for one in rows if _at(one, review)] for review in reviews]
    if not all(found):
        return False
    value = next((one.value for one in reversed(rows) if _before(facts, one, reviews[0])), "")
    value = value or outcome.starting
    for noted in found:
        if any(_moves(one, value) for one in noted):
            return False
        value = noted[-1].value or value
    return True


def _moves(one: Progress, before: str) -> bool:
    if one.status:
        return one.status in MOVED
    return bool(one.value) and _plain(one.value) != _plain(before)


def _at(one: Progress, review: Meeting) -> bool:
    return one.meeting_id == review.id or (not one.meeting_id and one.on == review.on)


def _before(facts: Facts, one: Progress, review: Meeting) -> bool:
    at = next((meeting.on for meeting in facts.file.meetings if meeting.id == one.meeting_id), None)
    day = one.on or at
    return bool(day and review.on and day < review.on and one.value)


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
