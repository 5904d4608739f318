"""A long line of a list goes on under its text, and nothing of it is lost."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.content import Content
from textual.style import Style
from textual.visual import Visual

from screens.widgets.hanging import Hanging


@pytest.mark.parametrize(
    ("margin", "text", "further_in", "lines"),
    [
        ("• ", "short", 2, ["• short"]),
        ("• ", "one two three four", 2, ["• one two", "    three", "    four"]),
        ("1 Oct ", "one two three", 0, ["1 Oct one two", "      three"]),
        ("", "[b]Łucja[/b] two", 0, ["[b]Łucja[/b]", "two"]),
    ],
)
async def test_further_lines_leave_the_margin_empty(
    margin: str, text: str, further_in: int, lines: list[str]
) -> None:
    app: App[None] = App()
    async with app.run_test():
        line = Hanging(margin, Content(text), further_in)
        strips = Visual.to_strips(app.screen, line, 13, None, Style())
        assert [strip.text.rstrip() for strip in strips] == lines
        assert line.get_height({}, 13) == len(lines)
