"""The lines of the phone's screen: who may be meant, what is safe to say, what may be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ehtui.dates import show_date
from ehtui.plaintext import initials
from ehtui.process import caller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.due import DueDate
    from ehtui.caller_search import Match
    from ehtui.opening import OpenCase
    from screens.desk import Desk

SAFE = "“I can't confirm anything yet. I'll ring you back through your switchboard.”"


def match_line(desk: Desk, match: Match, chosen: str) -> Content:
    """Return two short lines; the birthday is not among them, only whether it fits.

    ``chosen`` is the key of the case that the call is said to be about.
    """
    found, hidden = match.found, desk.showing_references_only
    fits = {True: "✓ birthday fits", False: "✗ another birthday", None: ""}[match.fits]
    said = (fits, found.reference, "" if found.is_open else "closed")
    return Content.assemble(
        "▸ " if found.case_id == chosen else "  ",
        (initials(found.name) if hidden else found.name, "bold $foreground"),
        f"\n    {'  '.join(part for part in said if part)}",
    )


def waiting_line(call: DueDate) -> Content:
    """Return two short lines about a call to which an answer is owed."""
    return Content.assemble((call.what, "bold $foreground"), f"\n    {call.why}")


def safe_to_say(*, identified: bool) -> Iterator[Content]:
    """Give the one safe sentence, and what to do next."""
    yield Content(SAFE).stylize("bold $foreground")
    yield Content("")
    if identified:
        yield Content("Identity is recorded. Say whom it is about: type a name, then Enter.")
    else:
        yield Content("Who is calling is not recorded yet: what may be told stays folded.")
    yield Content("They give the date of birth; you never say it. Being a parent is no pass.")
    yield Content("")
    yield Content("F6  rang back, and genuine")
    yield Content("F7  they have a worry: write it down")
    yield Content("F9  harm: the numbers, now")


def may_be_said(desk: Desk, opened: OpenCase, held: Callable[[str], str]) -> Iterator[Content]:
    """Give where the case stands and what this caller may be told; ``held`` reads the call."""
    file, procedure = opened.file, opened.procedure
    yield Content(desk.family_name(file.case)).stylize("bold $foreground")
    for line in caller.standing(file, procedure):
        yield Content(line)
    for line in caller.warnings(file):
        yield Content(f"! {line}").stylize("bold $error")
    for line in caller.may_be_told(file, held("agency"), held("who")):
        yield Content(line).stylize("$foreground")
    if last := caller.last_contact(file):
        yield Content(f"Last contact {show_date(last)}")
    if meeting := caller.next_meeting(file, desk.today):
        yield Content(f"Next meeting {meeting}")
