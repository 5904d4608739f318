"""A review: what it goes through, and what its next step needs. Source: Newcastle 13.2 to 13.5."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.procedures.words import fill
from ehtui.process.smart import is_pending
from ehtui.process.unmet import Unmet

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import NextStep, Procedure
    from data.procedures.parts import Item
    from data.records.meetings import Meeting
    from data.records.outcomes import Outcome

OUTCOMES_BEHIND = ("progress", "actions", "outcomes")
"""The items of an agenda under which the outcomes are gone through, the best place first."""
OUTCOMES_BEFORE = ("next_steps", "next_step", "summary", "next_date")
"""Where an agenda has none of those, the items that the outcomes are to be settled before."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of an agenda: an item of the procedure, or an open outcome."""

    key: str
    """The procedure's key of the item; empty for an outcome."""
    title: str
    hint: str = ""
    outcome_id: str | None = None


def agenda(file: CaseFile, procedure: Procedure, kind: str) -> list[AgendaLine]:
    """Return the agenda of a kind of meeting: the area's items with the open outcomes among them.

    Where the area suggests no agenda for a review, its way of running one stands in; where it says
    nothing, the outcomes alone are the agenda. A meeting without the family has only its items.
    """
    found = next((one for one in procedure.meeting_kinds if one.key == kind), None)
    items = found.agenda if found else ()
    if not items and kind.startswith("review"):
        items = procedure.review_format
    lines = [_item(one, procedure) for one in items]
    if found is not None and not found.with_family:
        return lines
    at = _place([line.key for line in lines])
    pending = sorted(
        (one for one in file.outcomes if is_pending(one)), key=lambda one: (one.number, one.id)
    )
    return lines[:at] + [_outcome(one) for one in pending] + lines[at:]


def missing_for_next_step(meeting: Meeting, file: CaseFile, procedure: Procedure) -> list[Unmet]:
    """Return what a review's end still needs, for the next step that was chosen.

    The next date may be empty only when the step closes. Source: Newcastle 12, 13.3.
    """
    step = next((one for one in procedure.next_steps if one.key == meeting.next_step), None)
    found = [] if step or not procedure.next_steps else [Unmet("choose the next step", "next_step")]
    if step is None or step.next_date:
        found += _next_date(meeting)
    if step is not None:
        found += _of_the_step(meeting, file, step)
    source = step.source if step else ""
    return [Unmet(fill(one.words, procedure.words), one.field, source) for one in found]


def _next_date(meeting: Meeting) -> list[Unmet]:
    if meeting.next_on is None:
        return [Unmet("agree the next date", "next_on")]
    if meeting.on and meeting.next_on <= meeting.on:
        return [Unmet("the next date lies before this meeting: look at both", "next_on")]
    return []


def _of_the_step(meeting: Meeting, file: CaseFile, step: NextStep) -> list[Unmet]:
    found = []
    if step.confirms_lead and not meeting.lead_confirmed:
        found.append(Unmet("confirm the {lead}", "lead_confirmed"))
    if step.family_agrees and meeting.family_agrees is None:
        found.append(Unmet("ask whether the family agrees", "family_agrees"))
    if meeting.family_agrees is False and not meeting.family_view:
        found.append(Unmet("write down what the family says instead", "family_view"))
    if step.send_with and not _sent(meeting, file):
        found.append(Unmet(f"send with it: {', '.join(step.send_with)}"))
    if step.closes and any(is_pending(one) for one in file.outcomes):
        found.append(Unmet("say how each outcome ended"))
    return found


def _sent(meeting: Meeting, file: CaseFile) -> bool:
    """Whether plan and minutes went to a service after the meeting."""
    since = [one for one in file.copies if one.sent and meeting.on and one.sent >= meeting.on]
    return {one.what for one in since if one.agency_id or one.to} >= {"plan", "minutes"}


def _item(item: Item, procedure: Procedure) -> AgendaLine:
    return AgendaLine(item.key, fill(item.title, procedure.words), fill(item.hint, procedure.words))


def _outcome(outcome: Outcome) -> AgendaLine:
    number = f"{outcome.number} " if outcome.number else ""
    return AgendaLine("", f"{number}{outcome.title}", outcome_id=outcome.id)


def _place(keys: list[str]) -> int:
    """Where the outcomes stand among the items."""
    for key in OUTCOMES_BEHIND:
        if key in keys:
            return keys.index(key) + 1
    return next((keys.index(key) for key in OUTCOMES_BEFORE if key in keys), len(keys))
