"""Pasted notes, line by line: one key sends the current line to where it belongs (S10).

The text stays as pasted until the screen that holds it is done; what was sent is marked and can be
taken back. Where lines go, and what becomes of them, is the screen's own matter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from ehtui.quoting import unquoted
from screens.widgets.narrative import Narrative

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult

BULLETS = "-–—•*·◦ \t"
HINT = "Paste or type your notes here. F6 goes through them line by line, and back."
KEYS = "Backspace takes a line back   Enter or F6 changes the text"


@dataclass(frozen=True, slots=True)
class Target:
    """A place a line can go to, and its key."""

    key: str
    words: str


def bare(line: str) -> str:
    """Return a line without its bullet and the spaces around it."""
    return line.strip().lstrip(BULLETS).strip()


def same(line: str) -> str:
    """Return what a line is known by again: neither bullet nor quotation marks count."""
    return unquoted(bare(line))[0].strip()


class Lines(OptionList):
    """The lines to send; letters and digits are keys here."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that characters send here."""
        return character is not None and character.isalnum()


class LineSender(Vertical):
    """A text box that turns into a list of its lines and back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f6", "turn", show=False, priority=True)]

    @dataclass
    class Typed(Message):
        """The text was changed."""

        text: str

    @dataclass
    class Sent(Message):
        """A key was pressed on a line: its text without the bullet, and the target's key."""

        line: str
        target: str

    @dataclass
    class TakenBack(Message):
        """A line that was sent is to be taken back."""

        line: str

    def __init__(self, targets: Sequence[Target], text: str = "", *, id: str | None = None) -> None:
        """Offer these targets for the lines of ``text``."""
        super().__init__(id=id)
        self._targets = tuple(targets)
        self._text = text
        self._sent: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        """Give the text box and the list, of which one is shown."""
        yield Narrative(self._text, id="pasted")
        yield Lines(id="lines", compact=True)
        yield Static(id="legend")

    def on_mount(self) -> None:
        """Begin with the list where there is text already, else with the box."""
        self.turn(to_lines=bool(self._text.strip()), focus=False)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self._text

    @property
    def unsent(self) -> list[str]:
        """The lines that were sent nowhere, as they stand in the text."""
        return [line for line, words in self._marked() if not words]

    def begin(self, text: str) -> None:
        """Show another text, nothing of it sent."""
        self._text, self._sent = text, []
        self.query_one(Narrative).load(text)
        self.turn(to_lines=bool(text.strip()))

    def show_sent(self, sent: Iterable[tuple[str, str]]) -> None:
        """Mark these lines, pairs of a line and the words for where it went."""
        self._sent = [(same(line), words) for line, words in sent]
        if self.query(Lines):  # else it is listed once it is there
            self._list()

    def action_turn(self) -> None:
        """Turn from the text to its lines, or back."""
        self.turn(to_lines=not self.query_one(Lines).display)

    def turn(self, *, to_lines: bool, focus: bool = True) -> None:
        """Show the lines, or the text."""
        lines, box = self.query_one(Lines), self.query_one(Narrative)
        lines.display, box.display = to_lines, not to_lines
        self.query_one("#legend", Static).update(self._legend() if to_lines else Content(HINT))
        if to_lines:
            self._list()
        if focus:
            (lines if to_lines else box).focus()

    def _legend(self) -> Content:
        keys = "   ".join(f"{one.key} {one.words}" for one in self._targets)
        return Content(f"{keys}\n{KEYS}")

    def _marked(self) -> list[tuple[str, str]]:
        """The lines with where they went; of two that are the same each is sent by itself."""
        left = Counter(self._sent)
        found = []
        for line in self._text.splitlines():
            if not bare(line):
                continue
            words = next((words for key, words in left if key == same(line)), "")
            if words:
                left[(same(line), words)] -= 1
                left += Counter()
            found.append((line, words))
        return found

    def _list(self) -> None:
        listing = self.query_one(Lines)
        here = listing.highlighted
        listing.clear_options()
        for line, words in self._marked():
            mark = Content(f"{f'✓ {words}' if words else '':<22.22} ").stylize("$text-muted")
            listing.add_option(Option(mark + Content(line.strip())))
        if listing.option_count:
            listing.highlighted = min(here or 0, listing.option_count - 1)

    @on(TextArea.Changed, "#pasted")
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._text = event.text_area.text
        self.post_message(self.Typed(self._text))

    @on(OptionList.OptionSelected, "#lines")
    def _change_text(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.turn(to_lines=False)

    def on_key(self, event: events.Key) -> None:
        """Send the current line, or take it back."""
        listing = self.query_one(Lines)
        if not listing.has_focus or listing.highlighted is None:
            return
        marked = self._marked()
        if listing.highlighted >= len(marked):
            return
        line, words = marked[listing.highlighted]
        if event.key in ("backspace", "delete") and words:
            event.stop()
            self.post_message(self.TakenBack(bare(line)))
        elif any(event.character == one.key for one in self._targets):
            event.stop()
            if not words:
                self.post_message(self.Sent(bare(line), str(event.character)))

    def next_unsent(self) -> None:
        """Go to the next line that was sent nowhere."""
        listing = self.query_one(Lines)
        here = listing.highlighted or 0
        order = [n for n, (_, words) in enumerate(self._marked()) if not words]
        later = [n for n in order if n >= here] or order
        if later:
            listing.highlighted = later[0]
