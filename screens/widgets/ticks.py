"""Choosing several of a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Ticks(OptionList):
    """Lines that the space bar or Enter ticks; the mark is a letter, not a colour."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    def __init__(self, lines: Sequence[tuple[str, str]], chosen: Collection[str] = ()) -> None:
        """Offer lines, pairs of what is read and its key, with these ticked."""
        super().__init__(compact=True)
        self._read = {key: read for read, key in lines}
        self._chosen = set(chosen)

    def on_mount(self) -> None:
        """List the lines."""
        self.add_options(Option(self._line(key), key) for key in self._read)
        self.highlighted = 0 if self._read else None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the lines."""
        return tuple(key for key in self._read if key in self._chosen)

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        key = event.option.id or ""
        self._chosen ^= {key}
        self.replace_option_prompt(key, self._line(key))

    def _line(self, key: str) -> Content:
        return Content(f"[{'x' if key in self._chosen else ' '}] {self._read[key]}")
