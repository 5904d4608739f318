"""What is due, in two lines: what; and below it why, and at the end who sees to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ehtui.plaintext import initials

if TYPE_CHECKING:
    from screens.desk import Desk

WHO = 24
"""Cells for who sees to it, at most."""


def due_line(start: Content, what: str, why: str, who: str, *, indent: int, width: int) -> Content:
    """Return the two lines: the first begins with the start, the second so many cells further in.

    What has no room ends in an ellipsis; who sees to it is never crowded out.
    """
    said = Content(who).truncate(WHO, ellipsis=True)
    room = width - indent - said.cell_length - 2
    first = start + Content(what).stylize("$foreground")
    second = Content(why).truncate(room, ellipsis=True, pad=True) + Content("  ") + said
    second = Content(" " * indent) + second.stylize("$text-disabled")
    return Content("\n").join([first.truncate(width, ellipsis=True), second])


def sees_to_it(desk: Desk, who: str) -> str:
    """Return who sees to something as a list says it: me, a name, or initials."""
    if who and who in (desk.me, initials(desk.me)):
        return "me"
    return initials(who) if who and desk.lists_references_only else who
