"""Turning to somebody with a case: what the area says of it, and which of the papers are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehtui.dates import show_date
from ehtui.process.assessment.checklists import lines_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.procedures.parts import Item
    from data.procedures.starting import Contact
    from data.records.meetings import Meeting
    from ehtui.process.assessment.checklists import Line

BY_HAND = "not made here: fill it in by hand"
MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Sent:
    """One thing that goes with a request, and whether this record holds it."""

    key: str
    title: str
    there: bool
    state: str
    """In words: of which day it is, or what is missing."""


@dataclass(frozen=True, slots=True)
class Turning:
    """What the area says about one way of turning to others; texts are templates."""

    when: str
    consent: str = ""
    sends: tuple[Sent, ...] = ()
    contacts: tuple[Contact, ...] = ()
    """Whom to ring or write to, as published."""

    @property
    def missing(self) -> tuple[Sent, ...]:
        """What has to go with it and is not there."""
        return tuple(one for one in self.sends if not one.there)


def turning_to(file: CaseFile, procedure: Procedure, key: str) -> Turning | None:
    """Return what the area says of a request or of help; None for a service, of which it says none.

    Help asks for no papers.
    Source: Gloucestershire (what goes with a referral), Newcastle 13.3, 18, Hull 3.2.
    """
    for asked in procedure.requests:
        if asked.key == key:
            sends = tuple(_sent(file, procedure, item) for item in asked.sends)
            return Turning(asked.when, asked.consent, sends, serving(procedure, key))
    for help_ in procedure.help:
        if help_.key == key:
            named = tuple(one for one in procedure.contacts if one.key == help_.contact)
            return Turning(help_.when, contacts=(*named, *serving(procedure, key)))
    return None


def serving(procedure: Procedure, key: str) -> tuple[Contact, ...]:
    """Return who answers a check, or is turned to by a request or for help: one a locality."""
    return tuple(one for one in procedure.contacts if key in one.serves)


def what_follows(procedure: Procedure, key: str, outcome: str) -> str:
    """Return what to do after an answer to a request, as a template; empty where nothing is said.

    Source: Gloucestershire (outcomes of a contact with the MASH), Hull 9.
    """
    replies = (one for asked in procedure.requests if asked.key == key for one in asked.outcomes)
    return next((one.do for one in replies if one.key == outcome), "")


def _sent(file: CaseFile, procedure: Procedure, item: Item) -> Sent:
    if item.key in HELD:
        state = HELD[item.key](file)
    elif lines := lines_under(file, procedure, item.key):
        state = _answered(lines)
    else:
        return Sent(item.key, item.title, False, BY_HAND)
    return Sent(item.key, item.title, bool(state), state or MISSING)


def _answered(lines: list[Line]) -> str:
    given = [one.given for one in lines if one.given]
    last = max((one.on for one in given if one.on), default=None)
    day = f", last on {show_date(last)}" if last else ""
    return f"{len(given)} of {len(lines)} lines answered{day}" if given else ""


def _plan(file: CaseFile) -> str:
    if not file.outcomes:
        return ""
    return f"of {show_date(file.case.plan_dated)}" if file.case.plan_dated else "a draft"


def _assessment(file: CaseFile) -> str:
    if file.case.stands_in:
        return file.case.stands_in
    days = [one.on for one in file.statements]
    days += [one.on for one in file.findings]
    days += [one.on for one in file.framework_answers]
    dated = list(filter(None, days))
    if not dated:
        return "not dated" if days else ""
    return f"last added to {show_date(max(dated))}"


def _genogram(file: CaseFile) -> str:
    return "from the people recorded" if file.relationships else ""


def latest_with_minutes(file: CaseFile) -> Meeting | None:
    """Return the latest meeting of which there are minutes."""
    with_minutes = {one.meeting_id for one in file.agenda_items if one.notes}
    held = [one for one in file.held_meetings if one.id in with_minutes or one.pasted]
    return held[-1] if held else None


def _minutes(file: CaseFile) -> str:
    meeting = latest_with_minutes(file)
    return f"of {show_date(meeting.on)}" if meeting and meeting.on else ""


def _tools(file: CaseFile) -> str:
    done = [one.on for one in file.tool_uses if one.done is not False and one.on]
    return f"last on {show_date(max(done))}" if done else ""


def _chronology(_file: CaseFile) -> str:
    return "from everything dated here"


HELD: dict[str, Callable[[CaseFile], str]] = {
    "plan": _plan,
    "assessment": _assessment,
    "genogram": _genogram,
    "minutes": _minutes,
    "tools": _tools,
    "chronology": _chronology,
}
"""What a record holds, by the key under which a procedure asks for it; empty text: not there."""
