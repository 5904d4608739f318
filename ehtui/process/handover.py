"""Handing over: what must be so before one lead leaves and another begins.

Source: Newcastle 14.1, 14.3, 14.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.procedures.words import fill
from ehtui.process.smart import is_pending
from ehtui.process.unmet import Unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.closing import Handover

MOVED = "moved_area"
ESSENTIAL = ("on", "to_name", "accepted", "family_consulted", "team_briefed")
"""Without these nobody else has the family's case in hand: no lead leaves while needs are open."""


def missing_from_handover(handover: Handover, file: CaseFile, procedure: Procedure) -> list[Unmet]:
    """Return the conditions of a handover that are not met yet, the essential ones first.

    Source: Newcastle 14.1 (who, why, when, family, team, log), 14.3 (the previous agency), 14.4 (a
    move: both teams).
    """
    found = [*_who_and_why(handover), *_spoken_with(handover), *_written(handover, file)]
    if not handover.logged and any(one.when == "hand_over" for one in procedure.duties):
        found.append(Unmet("log it with the {eht}", "logged", "14.1"))
    if handover.why == MOVED:
        found += _moving(handover)
    elif not handover.previous_agency_told and not previous_agency_in_team(file):
        found.append(
            Unmet("the new {lead} rings the previous one's agency", "previous_agency_told", "14.3")
        )
    return [Unmet(fill(one.words, procedure.words), one.field, one.source) for one in found]


def may_leave(handover: Handover | None, file: CaseFile) -> bool:
    """Whether the lead may leave: no need is open, or another lead has it all in hand."""
    if not has_open_needs(file):
        return True
    return handover is not None and all(getattr(handover, field) for field in ESSENTIAL)


def moving(file: CaseFile) -> Handover | None:
    """Return the handover to another area, None where the family does not move."""
    since = max((str(one.reopened) for one in file.closings if one.reopened), default="")
    away = [one for one in file.handovers if one.why == MOVED and str(one.on or "9999") > since]
    return away[-1] if away else None


def has_open_needs(file: CaseFile) -> bool:
    """Whether an outcome or an action is still open."""
    return any(is_pending(one) for one in file.outcomes) or any(
        one.status == "open" for one in file.actions
    )


def previous_agency_in_team(file: CaseFile) -> bool:
    """Whether the latest lead's agency still has somebody in the team, or none is named."""
    lead = file.lead
    if lead is None or not lead.agency:
        return True
    wanted = lead.agency.casefold()
    in_team = (file.agency(one.agency_id) for one in file.members if not one.until)
    return any(agency.name.casefold() == wanted for agency in in_team if agency)


def _who_and_why(handover: Handover) -> Iterator[Unmet]:
    if not handover.to_name:
        yield Unmet("name the new {lead}", "to_name", "14.1")
    if handover.on is None:
        yield Unmet("say from which day", "on", "14.1")
    if handover.accepted is None:
        yield Unmet("the new {lead} says yes", "accepted", "14.1")
    if not handover.why and not handover.why_words:
        yield Unmet("say why", "why", "14.1")


def _spoken_with(handover: Handover) -> Iterator[Unmet]:
    if handover.family_consulted is None:
        yield Unmet("ask the family", "family_consulted", "14.1")
    if handover.team_briefed is None:
        yield Unmet("brief the new {lead} and the rest of the {taf}", "team_briefed", "14.1")


def _written(handover: Handover, file: CaseFile) -> Iterator[Unmet]:
    if has_open_needs(file) and not handover.open_needs:
        yield Unmet("write down what is still open", "open_needs", "14.1")


def _moving(handover: Handover) -> Iterator[Unmet]:
    if not handover.new_area:
        yield Unmet("name the new area", "new_area", "14.4")
    if handover.new_team_told is None:
        yield Unmet("tell the new area's early help team", "new_team_told", "14.4")
    if handover.own_team_copied is None:
        yield Unmet("copy in your own {eht}", "own_team_copied", "14.4")
