"""The one window that writes: a lock beside the file, which the system frees even after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.private import OWNER_ONLY, beside
from data.store.errors import Locked, plainly, shown

if TYPE_CHECKING:
    from pathlib import Path


class Window:
    """The lock that the program with the screen holds while the file is open."""

    def __init__(self, path: Path) -> None:
        # Here, not above: only a screen needs it, and it takes longer to load than a look-up.
        from filelock import FileLock

        self._path = path
        self._lock = FileLock(beside(path, ".lock"), timeout=0, mode=OWNER_ONLY, thread_local=False)

    def take(self) -> Locked | None:
        """Take the lock; return why not when another window has it."""
        from filelock import Timeout

        with plainly(self._path):
            try:
                self._lock.acquire()
            except Timeout:
                return Locked(
                    f"Another window has {shown(self._path)} open. Close that one to write here."
                )
        return None

    def give_back(self) -> None:
        """Let the next window write."""
        self._lock.release()
