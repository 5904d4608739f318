"""Handing over: what must be so before one lead leaves and another begins.

Source: Newcastle 14.1, 14.3, 14.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.procedures.words import fill
from ehtui.process.sharing.recipients import folded_name
from ehtui.process.smart import is_pending
from ehtui.process.unmet import Unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.closing import Handover

MOVED = "moved_area"
BASICS = {"to_name": "name the new {lead}", "on": "say from which day"}
"""Without these there is no handover at all, whatever an area asks for."""
ASKS = {
    "accepted": "the new {lead} says yes",
    "family_consulted": "ask the family",
    "team_briefed": "brief the new {lead} and the rest of the {taf}",
    "open_needs": "write down what is still open",
}


def missing_from_handover(handover: Handover, file: CaseFile, procedure: Procedure) -> list[Unmet]:
    """Return what the area asks of a handover and is not there yet, the essential first.

    Who and from when is asked everywhere; the rest only where the area's own text says so.
    Source: Newcastle 14.1, 14.3, 14.4; Doncaster p. 7; Hull 3.1.
    """
    found = [Unmet(words, field) for field, words in BASICS.items() if not getattr(handover, field)]
    for field, source in _asked(file, procedure).items():
        if not getattr(handover, field):
            found.append(Unmet(ASKS[field], field, source))
    if not handover.why and not handover.why_words:
        found.append(Unmet("say why", "why"))
    found += _told(handover, file, procedure)
    return [Unmet(fill(one.words, procedure.words), one.field, one.source) for one in found]


def may_leave(handover: Handover | None, file: CaseFile, procedure: Procedure) -> bool:
    """Whether the lead may leave: no need is open, or another lead has it all in hand.

    Without that nobody leaves. Source: Newcastle 14.1.
    """
    if not has_open_needs(file):
        return True
    essential = [*BASICS, "accepted", *_asked(file, procedure)]
    return handover is not None and all(
        getattr(handover, field) for field in essential if field != "open_needs"
    )


def to_think_of(procedure: Procedure) -> list[str]:
    """Return the area's conditions that no record shows, as templates: for the eye alone."""
    return [one.title for one in procedure.handover if not one.met_by]


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
    wanted = folded_name(lead.agency)
    in_team = (file.agency(one.agency_id) for one in file.members if not one.until)
    return any(folded_name(agency.name) == wanted for agency in in_team if agency)


def _asked(file: CaseFile, procedure: Procedure) -> dict[str, str]:
    """The fields that the area's conditions are shown by, each with the condition's title."""
    found = {fact: one.title for one in procedure.handover for fact in one.met_by}
    if not has_open_needs(file):
        found.pop("open_needs", None)
    return {fact: found[fact] for fact in ASKS if fact in found}


def _told(handover: Handover, file: CaseFile, procedure: Procedure) -> Iterator[Unmet]:
    """Who has to be told or written to, by the area's duties."""
    moves = handover.why == MOVED
    when = "move" if moves else "hand_over"
    facts = {one.met_by: one.source for one in procedure.duties if one.when == when}
    if "log" in facts and not handover.logged:
        yield Unmet("log it with the {eht}", "logged", facts["log"])
    if "previous_agency" in facts and not (
        handover.previous_agency_told or previous_agency_in_team(file)
    ):
        ring = "the new {lead} rings the previous one's agency"
        yield Unmet(ring, "previous_agency_told", facts["previous_agency"])
    if moves and not handover.new_area:
        yield Unmet("name the new area", "new_area")
    if "new_team" in facts and handover.new_team_told is None:
        yield Unmet("tell the new area's early help team", "new_team_told", facts["new_team"])
    if "own_team" in facts and handover.own_team_copied is None:
        yield Unmet("copy in your own {eht}", "own_team_copied", facts["own_team"])
