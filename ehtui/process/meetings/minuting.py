"""What a meeting goes through while its minutes are taken: one page after the other.

The agenda leads. Who is here, the scores and what comes next have a page of their own where the
agenda has no item for them. Source: Newcastle 13.2, 13.3, 13.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ehtui.process.facts import is_review

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.assessment import Scale
    from data.records.base import Record
    from data.records.meetings import AgendaItem, Meeting

PageKind = Literal["who", "item", "said", "actions", "outcome", "scores", "step", "date"]

KINDS: dict[str, PageKind] = {
    "introductions": "who",
    "needs": "said",
    "views": "said",
    "progress": "actions",
    "actions": "actions",
    "next_steps": "step",
    "next_step": "step",
    "next_date": "date",
}
"""What more than notes an item of the procedure's agendas asks for, by its key."""

STEP = (
    *("next_step", "next_step_why", "lead_confirmed", "family_agrees", "family_view"),
    *("next_on", "next_at"),
)
DATE = ("next_on", "next_at", "lead_confirmed", "family_agrees", "family_view")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the minutes."""

    kind: PageKind
    title: str
    hint: str = ""
    item_id: str = ""
    """The agenda item whose notes are taken here; empty on a page of its own."""
    outcome_id: str | None = None


def pages(
    file: CaseFile, procedure: Procedure, meeting: Meeting, sees: Callable[[Record], bool]
) -> list[Page]:
    """Return the pages of a meeting's minutes, without those the room may not see."""
    items = [one for one in file.agenda_items if one.meeting_id == meeting.id and sees(one)]
    hints = _hints(procedure, meeting)
    shown = {one.id for one in file.outcomes if sees(one)}
    found = [
        _page(one, hints)
        for one in sorted(items, key=lambda one: (one.position, one.id))
        if one.outcome_id is None or one.outcome_id in shown
    ]
    kinds = [one.kind for one in found]
    if "who" not in kinds:
        found.insert(0, Page("who", "Who is here"))
    ends: PageKind = "step" if is_review(meeting) else "date"
    if ends not in kinds and "step" not in kinds:  # a review ends with a step, whatever is listed
        found.append(Page(ends, "What comes next"))
    found.insert(_after_outcomes(found), Page("scores", "Scores from 0 to 10"))
    return found


def left_off(file: CaseFile, meeting: Meeting, found: list[Page]) -> int:
    """Return which page was the last to be written on: 0 for none, and for a meeting that ended."""
    if meeting.held is not None:
        return 0
    noted = {one.id for one in file.agenda_items if one.notes.strip()}
    here = [one for one in file.progress if one.meeting_id == meeting.id]
    told = {one.outcome_id for one in here if one.outcome_id}
    scored = any(one.meeting_id == meeting.id for one in file.scales)
    written = [
        at
        for at, one in enumerate(found)
        if one.item_id in noted or one.outcome_id in told or (scored and one.kind == "scores")
    ]
    return max(written, default=0)


def last_score(file: CaseFile, meeting: Meeting, score: Scale) -> int | None:
    """Return what the same person said to the same question last before the meeting."""
    days = {one.id: one.on for one in file.meetings}
    before = [
        (str(one.on or days.get(one.meeting_id or "") or ""), one.id, one.score)
        for one in file.scales
        if one.meeting_id != meeting.id and one.question == score.question
        if (one.owner_id, one.owner_name) == (score.owner_id, score.owner_name)
    ]
    earlier = [one for one in before if not meeting.on or one[0] <= meeting.on.isoformat()]
    return max(earlier, default=("", "", None), key=lambda one: one[:2])[2]


def _page(item: AgendaItem, hints: dict[str, str]) -> Page:
    kind: PageKind = "outcome" if item.outcome_id else KINDS.get(item.key, "item")
    return Page(kind, item.title, hints.get(item.key, ""), item.id, item.outcome_id)


def _hints(procedure: Procedure, meeting: Meeting) -> dict[str, str]:
    kind = next((one for one in procedure.meeting_kinds if one.key == meeting.kind), None)
    usual = {one.key: one.hint for one in procedure.review_format}
    return usual | {one.key: one.hint for one in (kind.agenda if kind else ()) if one.hint}


def _after_outcomes(found: list[Page]) -> int:
    """Where the scores stand: after the last outcome, else before what comes next."""
    last = [at for at, one in enumerate(found) if one.kind in ("outcome", "actions")]
    if last:
        return last[-1] + 1
    return next((at for at, one in enumerate(found) if one.kind in ("step", "date")), len(found))
