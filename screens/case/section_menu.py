"""The menu of a case's sections: two columns, all in sight at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.case.sections import offered
from screens.commands import Command, CommandModal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from ehtui.opening import OpenCase
    from screens.case.sections import Section


class StayHere(Command):
    """Close the menu and stay."""

    key = "escape"
    second_key = "f2"


class SectionMenu(CommandModal[str]):
    """The sections of one case; a letter or Enter goes there."""

    TITLE = "Sections"
    OFFERS = (StayHere,)

    def __init__(self, opened: OpenCase, here: str) -> None:
        """Show the menu with the cursor on the section that is open."""
        super().__init__()
        self._opened = opened
        self._here = here
        sections = offered(opened.procedure)
        middle = (len(sections) + 1) // 2
        self._columns = (sections[:middle], sections[middle:])

    def compose(self) -> ComposeResult:
        """List the sections with their letters."""
        with Vertical(classes="dialogue"):
            yield Static(Content("Where to? Press the letter, or Enter on the line."))
            with Horizontal(classes="columns"):
                for column in self._columns:
                    yield OptionList(*map(self._option, column), compact=True)

    def _option(self, section: Section) -> Option:
        title = self._opened.wording.filled(section.title)
        return Option(Content(f"{section.letter}  {title}"), section.key)

    def on_mount(self) -> None:
        """Begin at the section that is open."""
        for listing, column in zip(self._lists, self._columns, strict=True):
            keys = [one.key for one in column]
            if self._here in keys:
                listing.highlighted = keys.index(self._here)
                listing.focus()

    @property
    def _lists(self) -> Sequence[OptionList]:
        return list(self.query(OptionList))

    def on_key(self, event: events.Key) -> None:
        """Go where a letter says; left and right change the column."""
        if event.key in ("left", "right"):
            self._change_column(event.key)
        elif section := self._of_letter(event.character):
            self.dismiss(section.key)
        else:
            return
        event.stop()
        event.prevent_default()

    def _of_letter(self, letter: str | None) -> Section | None:
        every = (one for column in self._columns for one in column)
        return next((one for one in every if letter and one.letter == letter), None)

    def _change_column(self, key: str) -> None:
        left, right = self._lists
        here, there = (left, right) if key == "right" else (right, left)
        at = min(here.highlighted or 0, there.option_count - 1)
        there.highlighted = at
        there.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    @on(StayHere)
    def stay(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
