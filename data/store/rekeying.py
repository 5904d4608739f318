"""Another passphrase for a file that stands, in place."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from data.private import beside, free_name, make_private
from data.store import keyring
from data.store.checks import faults
from data.store.copies import copy_into
from data.store.errors import StoreError, damaged, plainly, shown
from data.store.unlock import open_with, raw_key, salt_of
from data.store.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.secrets import Secret


class NoPassphrase(StoreError):
    """The file was made without a passphrase."""


def change_passphrase(path: Path, secret: Secret, new: Secret) -> None:
    """Make a file open with another passphrase, and no longer with the one it had.

    While it is done a copy under the old one stands beside the file; it goes once the new one is
    proved. Backups keep the passphrase they were made with.
    Raises: WrongPassphrase, NoPassphrase, Locked (a window has the file open), ReadOnlyPlace,
    DiskFull, Damaged.
    """
    key = raw_key(path, secret)
    if key is None:
        raise NoPassphrase(
            f"{shown(path)} was made without a passphrase. Make a new file with one, and bring "
            "the families over from a backup of this one by hand."
        )
    window = Window(path)
    if (taken := window.take()) is not None:
        raise taken
    aside = free_name(path, ".before-passphrase")
    try:
        with plainly(path):
            _rekey(path, key, new, aside)
            with closing(open_with(path, raw_key(path, new))) as connection:
                if faults(connection):
                    raise damaged(path)
            if keyring.recall(path, salt_of(path)) is not None:
                keyring.remember(path, salt_of(path), new.key(salt_of(path)))
            aside.unlink()
    finally:
        window.give_back()


def _rekey(path: Path, key: str, new: Secret, aside: Path) -> None:
    salt = salt_of(path)
    with closing(open_with(path, key)) as connection:
        if faults(connection):
            raise damaged(path)
        make_private(aside)
        try:
            copy_into(connection, aside)
        except BaseException:
            aside.unlink()  # half a copy is worth nothing, and the file is as it was
            raise
        connection.execute(f"PRAGMA rekey = \"x'{(new.key(salt) + salt).hex()}'\"")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    beside(path, "-wal").unlink(missing_ok=True)
