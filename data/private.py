"""Files that only their owner can read, and names that are still free."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWNER_ONLY = 0o600


def make_private(path: Path, content: bytes = b"") -> None:
    """Make a new file that only its owner can read, whatever the umask.

    Raises FileExistsError rather than take over a file, or a link, that somebody else put there.
    """
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:  # os.write may take only a part of it
        file.write(content)


def beside(path: Path, ending: str) -> Path:
    """Return the path with something added to its whole name."""
    return path.with_name(path.name + ending)


def free_name(path: Path, ending: str) -> Path:
    """Return a name beside the path that nothing has yet: the ending, then a number if need be."""
    number = 1
    while (name := beside(path, ending if number == 1 else f"{ending}-{number}")).exists():
        number += 1
    return name


@contextmanager
def becoming(target: Path) -> Iterator[Path]:
    """Give an empty private file beside the target, which takes its name when all went well.

    A full disk or a failed check leaves the target as it was, and nothing beside it.
    """
    temporary = beside(target, f".part-{os.getpid()}")
    temporary.unlink(missing_ok=True)
    make_private(temporary)
    try:
        yield temporary
        sync(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until the file's contents are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def may_write(path: Path) -> bool:
    """Return whether the file, and the files SQLite makes beside it, may be written."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
