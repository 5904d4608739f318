"""Side by side: whoever was typed, and those in other families' records who look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ehtui.plaintext import initials
from ehtui.same_people import compared
from screens.commands import Command, CommandModal
from screens.dashboard.found_line import found_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from data.lookup.found import Found, Recorded
    from screens.desk import Desk

LABEL: Final = 15
HIDDEN: Final = "recorded"
"""What stands for a date, an address or a number while the privacy switch is on."""
NAMES: Final = ("Names", "Other names", "Family")
NONE_OF_THESE: Final = "none"


class Later(Command):
    """Decide later: what you typed is safe, and the look-alikes stay on the list."""

    key = "escape"


class Chosen(NamedTuple):
    """What was said of the look-alikes."""

    what: str
    """The key of a choice, or "none" for none of them."""
    found: Found | None = None


class Beside(CommandModal[Chosen | None]):
    """Gives what somebody turned out to be, or None to decide later."""

    HELP = "Go through the look-alikes with the arrow keys; Enter says what one of them is."
    OFFERS = (Later,)

    def __init__(
        self,
        desk: Desk,
        one: Recorded,
        found: Sequence[Found],
        recorded: Mapping[str, Recorded],
        choices: Sequence[tuple[str, str]],
        none: str = "",
    ) -> None:
        """Compare somebody with those found; ``choices`` are what may be said of one of them.

        ``none`` is how to say that it is nobody of these, where that is asked.
        """
        super().__init__()
        self._desk = desk
        self._one = one
        self._found = found
        self._recorded = recorded
        self._choices = choices
        self._none = none

    def compose(self) -> ComposeResult:
        """Lay the look-alikes out above the comparison."""
        lines = [Option(found_line(self._desk, one)) for one in self._found]
        if self._none:
            lines.append(Option(Content(self._none)))
        with Vertical(classes="dialogue"):
            yield Static(Content("Who is it? What you typed is safe."), classes="question")
            yield OptionList(*lines, compact=True, id="alike")
            yield Static(id="beside")
            yield Static(Content("Enter decides   ↑ ↓ the next one   Esc later"), classes="keys")

    def on_mount(self) -> None:
        """Begin with the likeliest."""
        self.query_one("#alike").focus()
        self._compare(0)

    @on(OptionList.OptionHighlighted, "#alike")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._compare(event.option_index)

    @on(OptionList.OptionSelected, "#alike")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_index >= len(self._found):
            self.dismiss(Chosen(NONE_OF_THESE))
            return
        self._say_of(self._found[event.option_index])

    def _say_of(self, found: Found) -> None:
        from screens.widgets.pick import Pick

        def said(what: str | None) -> None:
            if what is not None:
                self.dismiss(Chosen(what, found))

        self.app.push_screen(Pick(f"And {found.reference}?", self._choices), said)

    def _compare(self, at: int) -> None:
        table = self.query_one("#beside", Static)
        if at >= len(self._found):
            table.update(Content(""))
            return
        found = self._found[at]
        cell = (min(self.app.size.width, 120) - LABEL - 18) // 2
        lines = [_line("", cell, "this one", " ", found.reference, bold=True)]
        for one in compared(self._one, self._recorded[found.person_id]):
            mine, theirs = (self._read(one.what, text) for text in (one.one, one.other))
            lines.append(_line(one.what, cell, mine, one.sign, theirs))
        lines.append(Content(found.why).stylize("$text-disabled"))
        table.update(Content("\n").join(lines))

    def _read(self, what: str, text: str) -> str:
        if not (text and self._desk.showing_references_only):
            return text
        return initials(text) if what in NAMES else HIDDEN

    @on(Later)
    def later(self) -> None:
        """Go without a decision."""
        self.dismiss(None)


def _line(label: str, cell: int, one: str, sign: str, other: str, *, bold: bool = False) -> Content:
    style = "bold $accent" if bold else "$foreground"
    words = Content(label).truncate(LABEL, ellipsis=True, pad=True)
    mine = Content(one).truncate(cell, ellipsis=True, pad=True).stylize(style)
    theirs = Content(other).truncate(cell, ellipsis=True).stylize(style)
    return words + mine + Content(f" {sign} ") + theirs
