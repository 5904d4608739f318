"""Page up and page down in a list that has no lines yet."""

from __future__ import annotations

from functools import cache, wraps
from typing import Any

from textual.widgets import OptionList


@cache
def mend_page_keys() -> None:
    """Have a page key do nothing in a list that is not laid out yet.

    In Textual (8.2) it is a KeyError, which ends the program: in the palette, in a choice that
    unfolds, in every list that was filled a moment ago. Those lists are Textual's own, so it is
    mended there.
    """
    turn = OptionList._move_page

    @wraps(turn)
    def turn_if_laid_out(self: OptionList, direction: Any) -> None:
        if self._lines:
            turn(self, direction)

    OptionList._move_page = turn_if_laid_out  # type: ignore[method-assign]
