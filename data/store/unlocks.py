"""Failed unlocks: a line beside the file for each, traced at the next unlock that succeeds."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.private import OWNER_ONLY, beside

if TYPE_CHECKING:
    from pathlib import Path


def count_failure(path: Path) -> None:
    """Note that somebody tried; where nothing may be written, nothing is."""
    with suppress(OSError):
        handle = os.open(_list(path), os.O_CREAT | os.O_APPEND | os.O_WRONLY, OWNER_ONLY)
        try:
            os.write(handle, f"{datetime.now(UTC).isoformat(timespec='seconds')}\n".encode())
        finally:
            os.close(handle)


def failures(path: Path) -> list[str]:
    """Return the instants of the failed unlocks since the last good one, oldest first."""
    try:
        return _list(path).read_text("ascii", errors="replace").splitlines()
    except OSError:
        return []


def forget_failures(path: Path) -> None:
    """Begin a new list, once the old one stands in the trace."""
    with suppress(OSError):
        _list(path).unlink()


def _list(path: Path) -> Path:
    return beside(path, ".failed-unlocks")
