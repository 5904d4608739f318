"""The top line: where you are on the left, what matters about it on the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class TitleLine(Widget):
    """One line of text, never read as markup."""

    crumbs: reactive[tuple[str, ...]] = reactive(())
    """Where you are, the widest place first."""

    right: reactive[str] = reactive("")
    """The text at the right edge; it stays whole when the line is too short for both."""

    def __init__(self, *crumbs: str, right: str = "", id: str | None = None) -> None:
        """Show the crumbs with a dot between them."""
        super().__init__(id=id)
        self.set_reactive(TitleLine.crumbs, crumbs)
        self.set_reactive(TitleLine.right, right)

    def render(self) -> Content:
        """Return the line, as wide as the widget."""
        width = self.content_size.width
        right = Content(self.right).truncate(width, ellipsis=True)
        *path, last = self.crumbs or ("",)
        left = Content("".join(f"{crumb} · " for crumb in path)) + Content(last).stylize("bold")
        room = max(0, width - right.cell_length - 2)
        return left.truncate(room, ellipsis=True, pad=True) + Content("  ") + right
