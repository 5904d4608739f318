"""A bar for what takes longer than a second, where somebody watches."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOON: Final = 1.0
"""Seconds that need no bar, nor the time that loading one takes."""


@contextmanager
def waiting(what: str) -> Iterator[Callable[[float], None]]:
    """Give a function to be told how much is done, from 0 to 1, by whichever thread does it.

    After a second a bar stands on stderr; where that is no terminal, never.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    bar = _Bar(what)
    try:
        yield bar.move
    finally:
        bar.end()


class _Bar:
    def __init__(self, what: str) -> None:
        self._what = what
        self._begun = time.monotonic()
        self._end: Callable[[], None] | None = None
        self._update: Callable[[float], None] | None = None

    def move(self, part: float) -> None:
        """Show that this part, from 0 to 1, is done."""
        if self._update is None and time.monotonic() - self._begun > SOON:
            self._begin()
        if self._update is not None:
            self._update(part)

    def end(self) -> None:
        """Take the bar away."""
        if self._end is not None:
            self._end()

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        progress = Progress(console=Console(stderr=True, markup=False), transient=True)
        task = progress.add_task(self._what, total=1.0)
        progress.start()
        self._end = progress.stop
        self._update = lambda part: progress.update(task, completed=part)
