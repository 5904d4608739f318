"""Both texts of a field that was saved in another window meanwhile, and which of them to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.records.all import BY_TABLE
from data.records.fields import described
from ehtui.initialled import Initials
from screens.commands import Command, CommandModal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from ehtui.refusals import Conflict
    from ehtui.wording import Wording


BOTH = "This was saved in another window meanwhile. Both texts are here."


class KeepMine(Command):
    """Save what you typed; what was saved meanwhile stays in the trace."""

    key = "m"


class TakeTheirs(Command):
    """Let what was saved meanwhile stand in these fields."""

    key = "t"


class LookAgain(Command):
    """Go back to the form; nothing is saved and your text stays in it."""

    key = "escape"


class Settling(CommandModal[bool | None]):
    """Gives True to keep mine, False to take theirs, None to look again."""

    HELP = "Two texts for one field, yours and one saved meanwhile: say which of them stays."
    OFFERS = (KeepMine, TakeTheirs, LookAgain)

    def __init__(self, conflicts: Sequence[Conflict], wording: Wording) -> None:
        """Show the fields in which two texts stand against each other."""
        super().__init__()
        self._conflicts = conflicts
        self._wording = wording

    def compose(self) -> ComposeResult:
        """Lay both texts out one above the other."""
        with Vertical(classes="dialogue"):
            yield Static(Content(BOTH))
            with VerticalScroll():
                for one in self._conflicts:
                    yield Static(Content(self._label(one)), classes="label")
                    yield Static(Content(f"saved meanwhile: {self._said(one, one.theirs)}"))
                    yield Static(Content(f"yours: {self._said(one, one.mine)}"))
            yield Static(Content("m keep mine   t take theirs   Esc look again"))

    def _said(self, conflict: Conflict, text: str) -> str:
        hidden = self._wording.hides(BY_TABLE[conflict.table], conflict.field)
        return (Initials.of(text) if hidden else text) or "(empty)"

    def _label(self, conflict: Conflict) -> str:
        record = BY_TABLE[conflict.table]
        if conflict.field not in described(record):
            return record.one_row
        return self._wording.label(record, conflict.field)

    @on(KeepMine)
    def keep_mine(self) -> None:
        """Keep one's own texts."""
        self.dismiss(True)

    @on(TakeTheirs)
    def take_theirs(self) -> None:
        """Take the texts saved meanwhile."""
        self.dismiss(False)

    @on(LookAgain)
    def look_again(self) -> None:
        """Decide later."""
        self.dismiss(None)
