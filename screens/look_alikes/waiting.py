"""Everybody who looks like somebody in another record, until somebody has said who it is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.lookup.found import Recorded, recorded
from data.same_people import Pair, undecided
from data.store.errors import StoreError
from ehtui.changes import Unreadable
from ehtui.plaintext import initials
from ehtui.refusals import Refused
from ehtui.same_people import beside
from screens.case.commands import Back
from screens.case.sections import section_screen
from screens.commands import Command, CommandClass, CommandScreen
from screens.look_alikes.deciding import decide
from screens.say import say
from screens.widgets.keyline import KeyLine
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ehtui.changes import ChangeSet
    from screens.desk import Desk

MOST: Final = 100
WHAT: Final = (
    "The same birthday and one name, or the same number, in two families. "
    "Enter sets them side by side."
)


class SetBeside(Command):
    """Set the two people of this line side by side, and say whether they are the same."""

    key = "enter"
    footer = "compare"


class WaitingLookAlikes(CommandScreen[None]):
    """People in two families' records who may be the same, the last entered first."""

    TITLE = "Look-alikes"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (SetBeside, Back)

    def __init__(self, desk: Desk) -> None:
        """Begin with what is undecided now."""
        super().__init__()
        self.desk = desk
        self._pairs: list[Pair] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield TitleLine("ehtui", "Look-alikes")
        yield Static(Content(WHAT), classes="guide")
        yield OptionList(id="pairs", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read them once the screen stands."""
        self.query_one("#pairs").focus()
        self.read_pairs()

    @work(exclusive=True, group="pairs")
    async def read_pairs(self) -> None:
        """Show who is undecided, in the place where one was before."""
        self._pairs, people = await asyncio.to_thread(self._read)
        listing = self.query_one("#pairs", OptionList)
        before = listing.highlighted or 0
        listing.clear_options()
        if not self._pairs:
            nobody = "Nobody looks like somebody in another family's record."
            listing.add_option(Option(Content(nobody), disabled=True))
            return
        listing.add_options(
            Option(Content(f"{self._one(people[one.one])}  ≈  {self._one(people[one.other])}"))
            for one in self._pairs
        )
        listing.highlighted = min(before, len(self._pairs) - 1)

    def _read(self) -> tuple[list[Pair], dict[str, Recorded]]:
        connection = self.desk.store.reading()
        pairs = undecided(connection, MOST)
        return pairs, recorded(connection, {key for one in pairs for key in (one.one, one.other)})

    def _one(self, person: Recorded) -> str:
        hidden = self.desk.lists_references_only
        return f"{initials(person.name) if hidden else person.name} ({person.reference})"

    @on(SetBeside)
    @on(OptionList.OptionSelected, "#pairs")
    @work(exclusive=True, group="deciding")
    async def set_beside(self) -> None:
        """Compare the two, and save what is said."""
        at = self.query_one("#pairs", OptionList).highlighted
        if at is None or at >= len(self._pairs):
            return
        pair = self._pairs[at]
        found = [beside(self.desk.store.reading(), pair.other)]
        if other := await decide(self, pair.case_id, pair.one, found):
            self.app.push_screen(section_screen("overview")(self.desk, other))
        self.read_pairs()

    async def save_changes(self, changes: ChangeSet) -> bool:
        """Save, or say why not."""
        try:
            await asyncio.wrap_future(self.desk.save(changes))
        except (Unreadable, Refused, StoreError) as failed:
            say(self.app, str(failed), worry=True)
            return False
        return True

    @on(Back)
    def go_back(self) -> None:
        """Go back; what is undecided stays on the list."""
        self.dismiss()
