"""A line of a list that, where it is too long for its list, goes on under its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.style import Style
    from textual.visual import RenderOptions


class Hanging(Visual):
    """Text with something in its margin: a mark, a day. Its further lines leave that empty."""

    def __init__(self, margin: str, text: Content, further_in: int = 0) -> None:
        """Take the margin, the text, and how many cells further in its next lines begin."""
        self._margin = Content(margin)
        self._text = text
        self._further_in = further_in

    def __str__(self) -> str:
        """Return it as it is read on one line."""
        return f"{self._margin}{self._text}"

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return its lines, at most so many."""
        margin = Strip(self._margin.render_segments(style))
        empty = Strip.blank(self._indent, style.rich_style)
        text = self._text.render_strips(self._inside(width), height, style, options)
        return [Strip.join([empty if number else margin, line]) for number, line in enumerate(text)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells that it takes on one line."""
        return self._indent + self._text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines it takes in so many cells."""
        return self._text.get_height(rules, self._inside(width))

    @property
    def _indent(self) -> int:
        return self._margin.cell_length + self._further_in

    def _inside(self, width: int) -> int:
        return max(1, width - self._indent)
