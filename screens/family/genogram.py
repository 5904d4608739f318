"""The genogram of this family, as wide as the screen is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ehtui.documents.genogram import gaps_in, genogram_document, genogram_drawing
from screens.case.commands import Back, Sections
from screens.case.frame import CaseScreen
from screens.commands import Command, CommandClass
from screens.going_out.giving_out import give_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class WriteGenogram(Command):
    """Write the genogram for one reader as a Word file. Each sees only whom they may know of."""

    key = "p"
    footer = "print"


class ToPeople(Command):
    """Go to the people and how they belong together: the genogram is drawn from there."""

    key = "enter"
    footer = "people"


class GenogramScreen(CaseScreen):
    """Three generations, drawn from the people and their relationships."""

    SECTION = "genogram"
    TITLE = "Genogram"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (ToPeople, WriteGenogram, Sections, Back)

    def build(self) -> Iterable[Widget]:
        """Give the drawing, to be scrolled both ways."""
        lines = genogram_drawing(self.shown, gaps_in(self.opened)).lines
        if not lines:
            yield Static(Content("Nobody is recorded yet. Press Enter to add the people."))
        yield VerticalScroll(Static(Content("\n".join(lines)), id="drawing"), id="sheet")

    @on(ToPeople)
    def to_people(self) -> None:
        """Go to the people."""
        self.go_to("people")

    @on(WriteGenogram)
    @work(exclusive=True, group="paper")
    async def write_genogram(self) -> None:
        """Ask for whom, and write it."""
        await give_out(self, "genogram", genogram_document)
