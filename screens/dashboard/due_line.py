"""What is due, in two lines: what; and below it why, and at the end who sees to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ehtui.plaintext import initials

if TYPE_CHECKING:
    from screens.desk import Desk

WHO = 24
"""Cells for who sees to it, at most."""


def due_line(
    start: Content, what: str, why: str, who: str, *, indent: int, width: int, whole: bool
) -> Content:
    """Return what is due, and below it the reason, so many cells further in: two lines, mostly.

    What has no room ends in an ellipsis, or goes on in lines of its own where the ``whole`` is to
    be read; who sees to it is never crowded out.
    """
    said = Content(who).truncate(WHO, ellipsis=True)
    room = width - indent - said.cell_length - 2
    due = _lines(what, width - start.cell_length, whole=whole)
    due = [one.stylize("$foreground") for one in due]
    reasons = _lines(why, room, whole=whole)
    reasons[-1] = reasons[-1].pad_right(room - reasons[-1].cell_length) + Content("  ") + said
    reasons = [(Content(" " * indent) + one).stylize("$text-disabled") for one in reasons]
    below = Content(" " * start.cell_length)
    return Content("\n").join([start + due[0], *(below + one for one in due[1:]), *reasons])


def _lines(text: str, width: int, *, whole: bool) -> list[Content]:
    content = Content(text)
    return content.wrap(max(1, width)) if whole else [content.truncate(width, ellipsis=True)]


def sees_to_it(desk: Desk, who: str) -> str:
    """Return who sees to something as a list says it: me, a name, or initials."""
    if who and who in (desk.me, initials(desk.me)):
        return "me"
    return initials(who) if who and desk.lists_references_only else who
