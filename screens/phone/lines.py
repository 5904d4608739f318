"""The lines of the phone's screen: who may be meant, what is safe to say, what may be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from data.codes.lists import words
from data.lookup.found import ALIKE
from data.procedures.words import fill
from ehtui.dates import show_date, show_short
from ehtui.plaintext import initials
from ehtui.process.consent import standing as consent
from ehtui.process.course.stages import is_open
from ehtui.process.sharing import caller
from screens.start.guidance import published
from screens.widgets.hanging import Hanging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.due import DueDate
    from data.procedures.model import Procedure
    from data.settings import Settings
    from ehtui.caller_search import EarlierCall, Match
    from ehtui.opening import OpenCase
    from screens.desk import Desk

SAFE = "“I can't confirm anything yet. I'll ring you back through your switchboard.”"
OUT_OF_HOURS = "out of hours "
ASK_FIRST = "“Who am I speaking to, please?” Name nobody until you know whom you have reached."


def match_line(desk: Desk, match: Match, chosen: str) -> Hanging:
    """Return the name, and below it why and how sure; the birthday is not said, only if it fits.

    ``chosen`` is the key of the case that the call is said to be about.
    """
    found, hidden = match.found, desk.lists_references_only
    fits = {True: "✓ birthday fits", False: "✗ another birthday", None: ""}[match.fits]
    standing = found.reference if found.is_open else f"{found.reference} closed"
    sure = "" if found.how_sure == ALIKE else found.how_sure.removesuffix(" the same person")
    why = "" if hidden else found.why
    return _two_lines(
        "▸ " if found.case_id == chosen else "  ",
        initials(found.name) if hidden else found.name,
        "; ".join(part for part in (standing, fits, sure, why) if part),
    )


def earlier_line(desk: Desk, earlier: EarlierCall) -> Hanging:
    """Return two lines about a call that had no family: whom it was about, when, from where."""
    call = earlier.call
    about = initials(call.asked_about) if desk.lists_references_only else call.asked_about
    on = show_date(call.on) if call.on else ""
    from_where = call.agency or ("" if desk.lists_references_only else call.who)
    ended = words("call_outcome", call.outcome) if call.outcome else ""
    said = "  ".join(part for part in (on, from_where, ended) if part)
    return _two_lines("☎ ", about, f"asked before: {said}")


def waiting_line(desk: Desk, call: DueDate) -> Hanging:
    """Return two short lines about a call to which an answer is owed."""
    what, why = call.what, call.why
    if desk.lists_references_only:  # both are told in words that name people
        what, why = words("due_kind", call.kind), f"since {show_date(call.shown_from)}"
    return _two_lines("  ", what, why)


def _two_lines(mark: str, what: str, why: str) -> Hanging:
    return Hanging(mark, Content.assemble((what, "bold $foreground"), f"\n{why}"))


def safe_to_say(*, identified: bool, you_rang: bool) -> Iterator[Content]:
    """Give the one safe sentence, and what to do next."""
    yield Content(ASK_FIRST if you_rang else SAFE).stylize("bold $foreground")
    yield Content("")
    if identified:
        yield Content("Identity is recorded. Say whom it is about: type a name, then Enter.")
        yield Content("They name nobody? Advice needs no names; choose it under Outcome.")
    else:
        yield Content("It is not recorded yet who is on the line: what may be told stays folded.")
    yield Content("They give the date of birth; you never say it. Being a parent is no pass.")
    yield Content("")
    yield Content(
        f"F6  {'reached through their switchboard' if you_rang else 'rang back, genuine'}"
    )
    yield Content("F7  they have a worry: write it down")
    if not you_rang:
        yield Content("F8  it is you who rings them")
    yield Content("F9  harm: the numbers, now")


def may_be_said(desk: Desk, opened: OpenCase, held: Callable[[str], str]) -> Iterator[Content]:
    """Give where the case stands and what this caller may be told; ``held`` reads the call."""
    file, shown, procedure = opened.file, desk.shown(opened), opened.procedure
    named = desk.family_name(file.case)
    own = "" if named == file.case.reference else f"  {file.case.reference}"
    yield Content.assemble((named, "bold $foreground"), own)
    for line in caller.standing(shown.file, procedure):
        yield Content(line)
    for line in caller.warnings(shown.file):
        yield Content(f"! {line}").stylize("bold $error")
    for line in caller.may_be_told(file, held("agency"), held("who"), shown=shown.file):
        yield Content(line).stylize("$foreground")
    if is_open(file):
        yield Content(" ".join(consent.standing(shown.file, shown.wording)))
        yield Content(" · ".join(_days(opened, desk)))
    yield Content(harm_route(procedure, desk.settings))


def _days(opened: OpenCase, desk: Desk) -> Iterator[str]:
    last = caller.last_contact(opened.file)
    yield f"Last contact {show_short(last)}" if last else "No contact yet"
    meeting = caller.next_meeting(opened.file, desk.today)
    yield f"next meeting {meeting}" if meeting else "no meeting is set"


def harm_route(procedure: Procedure, settings: Settings) -> str:
    """Return on one line whom to ring about harm, each number with the day it was published."""
    harm = procedure.harm
    hours = {harm.out_of_hours: OUT_OF_HOURS, harm.in_hours: ""}
    published_numbers = [
        f"{hours[one.key]}{one.phone} ({published(procedure, one)})"
        for one in procedure.contacts
        if one.key in hours and one.phone
    ]
    both = (("", settings.harm_in_hours), (OUT_OF_HOURS, settings.harm_out_of_hours))
    own = [f"{when}{number}" for when, number in both if number]
    route = fill("{Front_door}", procedure.words)
    source = procedure.source.published or "without a date"
    numbers = ", ".join([*own, *published_numbers]) or "no number yet: F9"
    dated = "" if published_numbers else f" (route published {source})"
    return f"Harm F9: {harm.emergency}; {route} {numbers}{dated}"
