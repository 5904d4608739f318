"""Finding a family, open or closed, while typing: by a name, a birthday or the reference."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from textual.worker import WorkerCancelled

from data.lookup.families import families
from ehtui.finding import split_born
from screens.case.commands import Back
from screens.case.sections import section_screen
from screens.commands import Command, CommandClass, CommandScreen
from screens.widgets.keyline import KeyLine
from screens.widgets.line_input import LineInput
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from data.lookup.families import Family
    from screens.desk import Desk

FAMILY, STAGE = 24, 22
"""Widths of the columns, in cells."""


class OpenFamily(Command):
    """Open the family on this line."""

    key = "enter"
    footer = "open"


class FamiliesScreen(CommandScreen[None]):
    """A search box over the list of every family."""

    TITLE = "Families"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (OpenFamily, Back)

    def __init__(self, desk: Desk) -> None:
        """Begin with every family, open cases first."""
        super().__init__()
        self._desk = desk
        self._found: list[Family] = []
        self._found_by = ""

    def compose(self) -> ComposeResult:
        """Lay the box above the list; the box keeps the keyboard, the arrows move in the list."""
        yield TitleLine("ehtui", "Families")
        yield LineInput(placeholder="a name, a birthday, a reference", id="search")
        yield OptionList(id="families", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show all families first."""
        self.query_one("#search").focus()
        self.find("")

    def on_screen_resume(self) -> None:
        """Look again: a stage or a name may have changed."""
        self.find(self.query_one("#search", LineInput).value)

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self.find(event.value)

    @work(exclusive=True, group="find")
    async def find(self, typed: str) -> None:
        """Show who is found by what is typed so far."""
        words, born = split_born(typed, self._desk.today)
        store = self._desk.store
        self._found = await asyncio.to_thread(lambda: families(store.reading(), words, born))
        self._found_by = typed
        listing = self.query_one("#families", OptionList)
        listing.clear_options()
        listing.add_options(Option(self._line(one)) for one in self._found)
        if self._found:
            listing.highlighted = 0
        else:
            listing.add_option(Option(Content(_nobody(typed)), disabled=True))

    def _line(self, one: Family) -> Content:
        hidden = self._desk.lists_references_only
        name = one.initials if hidden else one.family or "no name yet"
        lead = "you" if one.lead == self._desk.me else one.lead or "nobody leads yet"
        return Content("  ").join(
            [
                Content(name).truncate(FAMILY, ellipsis=True, pad=True).stylize("bold $foreground"),
                Content(one.reference),
                Content(one.stage).truncate(STAGE, ellipsis=True, pad=True),
                Content("" if hidden else lead),
            ]
        )

    def on_key(self, event: events.Key) -> None:
        """Move in the list without leaving the box."""
        if event.key in ("up", "down", "pageup", "pagedown"):
            listing = self.query_one("#families", OptionList)
            if self.focused is not listing:
                moves: dict[str, Callable[[], None]] = {
                    "up": listing.action_cursor_up,
                    "down": listing.action_cursor_down,
                    "pageup": listing.action_page_up,
                    "pagedown": listing.action_page_down,
                }
                moves[event.key]()
                event.stop()

    @on(OpenFamily)
    @on(Input.Submitted, "#search")
    @on(OptionList.OptionSelected, "#families")
    @work
    async def open_family(self) -> None:
        """Open the family on the line, once the list shows what was typed last."""
        search = self.query_one("#search", LineInput)
        while search.value != self._found_by:
            with suppress(WorkerCancelled):  # more was typed: that is looked for instead
                await self.find(search.value).wait()
        here = self.query_one("#families", OptionList).highlighted
        if here is not None and here < len(self._found):
            overview = section_screen("overview")
            self.app.push_screen(overview(self._desk, self._found[here].case_id))

    @on(Back)
    def go_back(self) -> None:
        """Go back to what is due."""
        self.dismiss()


def _nobody(typed: str) -> str:
    if typed.strip():
        return "Nobody of that name. Try fewer letters, or only the family name."
    return "There is no family yet. Esc, then n begins the first."
