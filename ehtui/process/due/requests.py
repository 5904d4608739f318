"""What was asked of others and is not answered yet: requests, and differences that were raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.times.clocks import limit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.procedures.clock import Event
    from data.records.decisions import Request
    from ehtui.process.facts import Facts
    from ehtui.process.times.clocks import Limit


def requests_due(facts: Facts) -> Iterator[DueDate]:
    """Give what still follows each request: its writing and its answer, by the area's clocks.

    Where the area states no time, an unanswered request is shown from its own day on.
    Source: Hull 7, Derby 5 (Derbyshire), Gloucestershire (contact with the MASH).
    """
    for request in facts.file.requests:
        if request.on is None or request.answered:
            continue
        asked = _asked(facts, request)
        by = _limit(facts, request, "contact_written", request.on)
        if by and not request.written:
            yield _row(facts, request, by.due, f"Put in writing: {asked}", by.why)
        by = _limit(facts, request, "contact_answered", request.on)
        due = by.due if by else request.on
        day = show_short(request.on, request.on)
        why = by.why if by else f"asked on {day}; no time is stated"
        if request.chased and request.chased > request.on:
            why = f"{why}; asked again on {show_short(request.chased, due)}"
        yield _row(facts, request, due, f"No answer yet: {asked}", why)


def escalations_due(facts: Facts) -> Iterator[DueDate]:
    """Give every difference between practitioners that is not settled. Source: Derby 8."""
    for one in facts.file.escalations:
        if one.on and not one.settled:
            due = one.answer_by or one.on
            to = f" to {one.raised_to}" if one.raised_to else ""
            why = f"raised{to} on {show_short(one.on, due)}, not settled"
            what = f"Settle the difference with {one.with_whom or 'a colleague'}"
            yield DueDate("request", one.on, due, what, why, facts.lead, "decisions", one.id)


def _asked(facts: Facts, request: Request) -> str:
    titles = {one.key: facts.filled(one.title) for one in facts.procedure.askable}
    return request.to or titles.get(request.what, "a request")


def _limit(facts: Facts, request: Request, event: Event, asked: date) -> Limit | None:
    """By when the area wants an event to follow this kind of request, and why."""
    clocks = [one for one in facts.procedure.clocks if request.what in one.routes]
    return limit(clocks, event, {"contact_made": asked}, facts.procedure)


def _row(facts: Facts, request: Request, due: date, what: str, why: str) -> DueDate:
    shown_from = request.on or due
    return DueDate("request", shown_from, due, what, why, facts.lead, "decisions", request.id)
