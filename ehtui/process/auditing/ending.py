"""Closing and handing over: nothing left open without a word, nobody of the family left out.

Source: Newcastle 13.3, 14.1, 14.2; Doncaster p. 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.lookup.folding import fold
from ehtui.dates import show_short
from ehtui.process.auditing.remark import Remark
from ehtui.process.consent.allowed import stopped
from ehtui.process.course.closing import NEEDS_MET, OUTSIDE_THE_TEAM, left_open
from ehtui.process.course.duties import last_closing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.closing import Closing
    from ehtui.process.facts import Facts


def open_actions(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a closing that leaves actions open and doesn't say who carries them on."""
    closing = _closed(facts, today)
    if closing is None or left_open(closing):
        return
    if closing.destination and closing.reason != NEEDS_MET:
        return  # whoever takes over has what is open in hand
    left = [one for one in facts.file.actions if one.status in ("open", "") and not one.done]
    if left:
        named = "; ".join(one.what for one in left[:3] if one.what)
        count = f"{len(left)} actions are" if len(left) > 1 else "an action is"
        why = f"Closed, while {count} open and nobody is named to carry on: {named}."
        yield Remark("closed_with_open_actions", why, "", closing.on, "closing", closing.id)


def no_analysis(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a closing that doesn't say what changed, and why."""
    closing = _closed(facts, today)
    if closing is not None and closing.on and not closing.analysis:
        on = show_short(closing.on, today)
        why = f"Closed on {on} without an analysis of what changed, and why."
        yield Remark("closed_without_analysis", why, "", closing.on, "closing", closing.id)


def handover_without_family(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a handover that has happened without the family being asked. Source: Newcastle 14.1."""
    for one in facts.file.handovers:
        if one.on is None or one.on > today or one.family_consulted or one.family_view:
            continue
        to = f" to {one.to_name}" if one.to_name else ""
        why = (
            f"The lead passed{to} on {show_short(one.on, today)}; "
            "that the family was consulted is not recorded."
        )
        yield Remark("handover_without_family", why, "", one.on, "handover", one.id)


def lead_changed(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a new lead of whom neither a handover nor the family's yes is recorded."""
    file = facts.file
    before = ""
    for one in file.leads:
        new = bool(before) and bool(one.name) and fold(one.name) != before
        since = one.since
        handed = any(fold(each.to_name) in ("", fold(one.name)) for each in file.handovers)
        chosen = any(fold(one.name) in fold(each.lead_confirmed) for each in facts.held)
        said = handed or chosen or one.until or one.family_agrees is not None
        if new and since and since <= today and not said:
            why = (
                f"{one.name} leads since {show_short(since, today)}; no handover is recorded, "
                "nor that the family was consulted."
            )
            yield Remark("handover_without_family", why, "", since, "handover", one.id)
        before = "" if one.interim else fold(one.name)


def _closed(facts: Facts, today: date) -> Closing | None:
    """The closing that stands, where the team decided on it; withdrawal ends things as they are."""
    closing = last_closing(facts)
    if closing is None or closing.on is None or closing.on > today or stopped(facts.file):
        return None
    return None if closing.reason in OUTSIDE_THE_TEAM else closing
