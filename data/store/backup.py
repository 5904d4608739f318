"""A backup that is known to open, and bringing one back without losing what was there."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.private import becoming, beside, free_name
from data.store import devices, ladder
from data.store.checks import faults
from data.store.copies import copy_into
from data.store.errors import already_there, damaged, plainly
from data.store.unlock import mode_for_reading, open_with, raw_key
from data.store.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.driver import Connection
    from data.store.secrets import Secret
    from data.store.store import Store


def backup(store: Store, target: Path) -> None:
    """Write everything committed to a new private file, same passphrase, and prove that it opens.

    Raises: AlreadyThere, Missing (no such folder), ReadOnlyPlace, DiskFull, Damaged.
    """
    if target.exists():
        raise already_there(target)
    with plainly(target), becoming(target) as part:
        # Not the reader: a connection that cannot write cannot copy either.
        with closing(store.connect()) as connection:
            copy_into(connection, part)
        with closing(open_with(part, store.key)) as copy:
            _prove(copy, target)


def restore(backup_path: Path, path: Path, secret: Secret) -> Path | None:
    """Put a backup in the file's place; return where the file that was there is kept, if one was.

    Raises: Missing, WrongPassphrase, NotADatabase, Damaged, NewerFile, Locked (a window has the
    file open), ReadOnlyPlace, DiskFull. When it raises, the file is as it was.
    """
    key = raw_key(backup_path, secret)
    window = Window(path)
    if (taken := window.take()) is not None:
        raise taken
    try:
        with (
            closing(open_with(backup_path, key, mode_for_reading(backup_path))) as source,
            plainly(path),
            becoming(path) as part,
        ):
            ladder.refuse_newer(source, backup_path)
            _prove(source, backup_path)
            copy_into(source, part)
            with closing(open_with(part, key)) as copy:
                _prove(copy, part)
                devices.begin(copy)
            return _set_aside(path)
    finally:
        window.give_back()


def _prove(connection: Connection, path: Path) -> None:
    if faults(connection):
        raise damaged(path)


def _set_aside(path: Path) -> Path | None:
    """Give the present file a dated name, and return it.

    Its journal goes with it: left behind, it would be replayed into the file that comes.
    """
    if not path.exists():
        return None
    aside = free_name(path, f".kept-{datetime.now(UTC):%Y%m%d-%H%M%S}")
    for ending in ("-wal", "-shm", ""):
        if beside(path, ending).exists():
            beside(path, ending).rename(beside(aside, ending))
    return aside
