"""What an outcome still lacks, in plain words, above its form; it never blocks."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ehtui.process.smart import Gap


class Smart(Static):
    """The letters of SMART for which something is missing, each with what to say.

    It never gets lower than it was: the form under it must not move up while somebody types.
    """

    def __init__(self, gaps: Sequence[Gap]) -> None:
        """Say what is missing from the beginning."""
        super().__init__(id="smart")
        self.say(gaps)

    def say(self, gaps: Sequence[Gap]) -> None:
        """Say what is missing now."""
        said = [_letter(list(same)) for _, same in groupby(gaps, key=lambda one: one.letter)]
        whole = Content("✓ It can be measured and agreed: nothing is missing.")
        self.styles.min_height = max(1, self.size.height)
        self.update(Content("\n").join(said) if said else whole)


def _letter(gaps: list[Gap]) -> Content:
    """Return a letter, what it stands for in this area, and all that is missing for it."""
    first = gaps[0]
    means = f" {first.stands_for.lower()}:" if first.stands_for else ""
    missing = "; ".join(one.words for one in gaps)
    return Content.assemble((first.letter, "bold $accent"), f"{means} {missing}")
