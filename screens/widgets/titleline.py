"""The top line: where you are on the left, on the right what matters and the keys for now."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.commands import key_name
from screens.global_commands import OpenHarm, OpenPhone

ALWAYS: Final = "  ".join(f"{key_name(one.key)} {one.footer}" for one in (OpenPhone, OpenHarm))
"""What may be needed in an instant, whatever is in front: never crowded out by other keys."""
NARROW: Final = 50
"""Columns under which the family's name needs the room, and the help line alone says the keys."""


class TitleLine(Widget):
    """One line of text, never read as markup."""

    crumbs: reactive[tuple[str, ...]] = reactive(())
    """Where you are, the widest place first."""

    right: reactive[str] = reactive("")
    """The text beside the keys; it stays whole when the line is too short for all."""

    def __init__(self, *crumbs: str, right: str = "", id: str | None = None) -> None:
        """Show the crumbs with a dot between them."""
        super().__init__(id=id)
        self.set_reactive(TitleLine.crumbs, crumbs)
        self.set_reactive(TitleLine.right, right)

    def render(self) -> Content:
        """Return the line, as wide as the widget; what lies between gives way first."""
        width = self.content_size.width
        shown = [Content(self.right)] if self.right else []
        if width >= NARROW:
            shown.append(Content(ALWAYS).stylize("$text-disabled"))
        right = Content("   ").join(shown)
        right = right.truncate(width, ellipsis=True)
        room = max(0, width - right.cell_length - 2)
        left = _path(self.crumbs or ("",))
        if left.cell_length > room and len(self.crumbs) > 2:
            left = _path((self.crumbs[0], self.crumbs[-1]))
        return left.truncate(room, ellipsis=True, pad=True) + Content("  ") + right


def _path(crumbs: tuple[str, ...]) -> Content:
    *path, last = crumbs
    return Content("".join(f"{crumb} · " for crumb in path)) + Content(last).stylize("bold")
