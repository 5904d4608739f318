"""Closing: what is still missing, and what withdrawal leaves to do.

Source: Newcastle 8.1, 13.3, 14.2; Doncaster p. 5 (will it last).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.procedures.words import fill
from ehtui.process.consent.allowed import stopped
from ehtui.process.course.duties import MOVED_AWAY, open_duties
from ehtui.process.course.handover import has_open_needs, missing_from_handover, moving
from ehtui.process.facts import facts_of
from ehtui.process.smart import is_pending
from ehtui.process.unmet import Unmet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.closing import Closing

    Asks = Callable[[str], str]
    """Where the area asks for something under a key: its source, empty where it does not."""

NEEDS_MET = "needs_met"
OUTSIDE_THE_TEAM = ("consent_withdrawn", "declined", MOVED_AWAY)
"""Reasons that no meeting of the team decides on."""
_NOTHING = re.compile(
    r"\W*(?:nothing|none|no|nil|nobody|n/?a|not applicable)(?: (?:is|are|now|left|still|open|more"
    r"|outstanding|needed|to carry on|further|actions?|needs?))*\W*",
    re.IGNORECASE,
)
"""An answer that says that nothing is left open: it carries nothing on."""


def missing_from_closing(
    closing: Closing | None, file: CaseFile, procedure: Procedure
) -> list[Unmet]:
    """Return what is missing before a case can be closed well; ``None`` before any is written.

    When, why and what contradicts itself is asked everywhere, the rest where the area asks for it.
    """
    if closing is None:
        return [Unmet("say why it is to be closed", "reason", "14.2")]
    if stopped(file):
        return withdrawal_duties(file, procedure)
    facts = facts_of(file, procedure)

    def asks(key: str) -> str:
        wanted = facts.asks_for(key)
        return wanted.source if wanted else ""

    return [
        *_decision(closing, file, procedure),
        *_moved(closing, file, procedure),
        *_account(closing, file, asks),
        *_told(closing, procedure, asks),
    ]


def left_open(closing: Closing) -> str:
    """Return what a closing says is still open and carried on; empty where it says "nothing"."""
    return "" if _NOTHING.fullmatch(closing.still_open) else closing.still_open


def withdrawal_duties(file: CaseFile, procedure: Procedure) -> list[Unmet]:
    """Return what is left to do after consent was withdrawn; nothing else may go on.

    Source: Newcastle 8.1. Empty where it is not withdrawn, or all is done.
    """
    return [
        Unmet(
            f"{fill(one.duty.title, procedure.words)} ({fill(one.duty.to, procedure.words)})",
            source=one.duty.source,
        )
        for one in open_duties(facts_of(file, procedure))
        if one.moment.when == "withdraw"
    ]


def _decision(closing: Closing, file: CaseFile, procedure: Procedure) -> Iterator[Unmet]:
    """When, why, and that the team's last meeting agreed to it."""
    if closing.on is None:
        yield Unmet("say on which day", "on", "14.2")
    if not closing.reason:
        yield Unmet("say why it is closed", "reason", "14.2")
    elif closing.reason not in OUTSIDE_THE_TEAM and not facts_of(file, procedure).closing_agreed:
        yield Unmet("a final review agrees to close", "meeting_id", "13.3, 14.2")


def _moved(closing: Closing, file: CaseFile, procedure: Procedure) -> Iterator[Unmet]:
    """Who moves while needs are open is passed on there, not only closed here."""
    if closing.reason != MOVED_AWAY:
        return
    away = moving(file)
    if away is not None:
        yield from missing_from_handover(away, file, procedure)
    elif has_open_needs(file):
        yield Unmet("write the handover to the new area", source="14.4")


def _account(closing: Closing, file: CaseFile, asks: Asks) -> Iterator[Unmet]:
    """What came of it: what contradicts itself everywhere, the rest where the area asks for it."""
    if not closing.analysis and (source := asks("closing_analysis")):
        yield Unmet("write what changed, and why", "analysis", source)
    open_outcomes = [one for one in file.outcomes if is_pending(one)]
    if open_outcomes and closing.reason == NEEDS_MET:
        numbers = ", ".join(str(one.number or one.title) for one in open_outcomes)
        yield Unmet(f"say how each outcome ended; still open: {numbers}")
    if has_open_needs(file) and not left_open(closing):
        yield Unmet("say what is still open, and who carries it on", "still_open")
    if closing.reason == NEEDS_MET and not closing.will_last and (source := asks("will_last")):
        yield Unmet("say whether it will last, and what helps", "will_last", source)
    if not closing.family_view and (source := asks("family_views")):
        yield Unmet("ask what the family says", "family_view", source)
    born = any(not one.is_unborn for one in file.children)
    if born and not closing.child_view and (source := asks("child_voice")):
        yield Unmet("ask what the children say", "child_view", source)


def _told(closing: Closing, procedure: Procedure, asks: Asks) -> Iterator[Unmet]:
    source = asks("minutes_to_all")
    if source and closing.told_family is None:
        yield Unmet("give it to the family", "told_family", source)
    if source and closing.told_team is None:
        yield Unmet(fill("tell the {taf}", procedure.words), "told_team", source)
    to_centre = any(one.when == "close" and "{eht}" in one.to for one in procedure.duties)
    if closing.told_centre is None and to_centre:
        yield Unmet(fill("log it with the {eht}", procedure.words), "told_centre", "14.2")
