"""A list that reads one line whole: the one with the cursor. The others are cut to fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content


class Foldable(Option):
    """A line that can be read cut or whole."""

    def __init__(self, told: Callable[[bool], Content], id: str | None = None) -> None:
        """Begin cut; ``told`` gives the text, whole or not."""
        super().__init__(told(False), id=id)
        self.told = told


class Unfolding(OptionList):
    """Unfolds the line that the cursor comes to, and folds the one that it leaves."""

    _unfolded: int | None = None

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Unfold before the list scrolls to the line: it may be taller now."""
        left, self._unfolded = self._unfolded, highlighted
        for at in (left, highlighted):
            if at is not None and at < self.option_count:
                option = self.options[at]
                if isinstance(option, Foldable):
                    self.replace_option_prompt_at_index(at, option.told(at == highlighted))
        super().watch_highlighted(highlighted)
