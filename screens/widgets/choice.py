"""Choosing one of a few answers, where an old record may hold an answer no longer offered."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from rich.text import Text
from textual import events
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import OptionList, Select

Options = Iterable[tuple[str, str]]
"""Pairs of what is read and what is recorded."""

UNCHOSEN = "choose"


class Choice(Select[str]):
    """A list that unfolds; loading a record never counts as a change."""

    def __init__(
        self,
        options: Options,
        value: str | None = None,
        *,
        compact: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Offer the options; a `value` that isn't among them is kept as one more."""
        self._offered = tuple(options)
        super().__init__(
            _options(self._offered, value),
            prompt=UNCHOSEN,
            value=Select.NULL if value is None else value,
            compact=compact,
            id=id,
            classes=classes,
        )

    @property
    def chosen(self) -> str | None:
        """What is recorded for the choice, or None."""
        return None if self._value is Select.NULL else str(self._value)

    @classmethod
    def unfolded_at(cls, focused: Widget | None) -> bool:
        """Return whether the cursor is in a list that is unfolded."""
        return focused is not None and isinstance(focused.parent, cls)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that letters and digits look for an answer here: none of them is a command.

        Behind the first of them a blank or a comma is part of the words, too.
        """
        if character is None:
            return False
        return character.isalnum() or (self.expanded and character.isprintable())

    def on_key(self, event: events.Key) -> None:
        """Unfold the list at a letter and look for it there; Enter chooses, and so does Tab."""
        if not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        self.action_show_overlay()
        # Behind the focus, which the list gets from the app: getting it begins a search anew.
        listing = self.query_one(OptionList)
        self.app.call_later(listing.post_message, events.Key(event.key, event.character))

    def load(self, value: str | None) -> None:
        """Show a recorded value without a `Changed`."""
        with self.prevent(Select.Changed), suppress(NoMatches):
            self.set_options(_options(self._offered, value))
            self.value = Select.NULL if value is None else value
        self._undim()

    def on_mount(self) -> None:
        """Take the first value over silently, before Textual would announce it.

        Its own parts may be gone already, where the form gives way to another one meanwhile.
        """
        with self.prevent(Select.Changed), suppress(NoMatches):
            self.value = self._value
        self.call_after_refresh(self._undim)

    def _undim(self) -> None:
        """Show the way back to no answer as brightly as the others: Textual dims it too far."""
        listing = self.query_one_optional(OptionList)
        if listing is not None:  # the form may have given way to another one meanwhile
            listing.replace_option_prompt_at_index(0, Text(UNCHOSEN))


def _options(offered: Options, value: str | None) -> list[tuple[Text, str]]:
    """Return the options as plain text, with the recorded value added if it is a retired one."""
    options = [(Text(label), code) for label, code in offered]
    if value is not None and value not in {code for _, code in options}:
        options.append((Text(f"{value} (no longer used)"), value))
    return options
