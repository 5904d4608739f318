"""Telling what a file is, and opening it with its secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.private import beside, may_write
from data.store.driver import Connection, connect, dbapi2
from data.store.errors import NotADatabase, StoreError, WrongPassphrase, damaged, plainly, shown
from data.store.secrets import SALT_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.secrets import Secret

PLAIN = b"SQLite format 3\0"
PAGE = 4096


def is_encrypted(path: Path) -> bool:
    """Return whether the file lacks the open header of plain SQLite. Missing when there is none."""
    return _beginning(path, len(PLAIN)) != PLAIN


def salt_of(path: Path) -> bytes:
    """Return the first 16 bytes of an encrypted file."""
    return _beginning(path, SALT_BYTES)


def raw_key(path: Path, secret: Secret) -> str | None:
    """Return what opens this file, as the driver takes it; None when it is not encrypted."""
    if not is_encrypted(path):
        return None
    salt = salt_of(path)
    if not salt:
        raise NotADatabase(
            f"{shown(path)} is empty: nothing was ever recorded in it. Remove it and make a new "
            "one with `ehtui init`, or bring back a backup."
        )
    return (secret.key(salt) + salt).hex()


def mode_for_reading(path: Path) -> str:
    """Return how to open for reading: where nothing may be written, SQLite needs to be told."""
    wal = beside(path, "-wal")
    if may_write(path) or (wal.exists() and wal.stat().st_size):
        return "mode=rw"
    return "mode=ro&immutable=1"


def open_with(path: Path, key: str | None, mode: str = "mode=rw") -> Connection:
    """Return a connection, knowing that the key is right.

    Raises: WrongPassphrase, NotADatabase, Damaged, ReadOnlyPlace, Locked.
    """
    with plainly(path):
        try:
            return connect(path, key, mode)
        except dbapi2.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) == dbapi2.SQLITE_NOTADB:
                raise _unreadable(path, key) from None
            raise


def _unreadable(path: Path, key: str | None) -> StoreError:
    """Tell a wrong key from a file of another kind: a sound one is whole pages of noise."""
    if key is None:
        return damaged(path)
    first_page = _beginning(path, PAGE)
    if path.stat().st_size % PAGE == 0 and len(set(first_page)) > 200:
        return WrongPassphrase(
            f"This passphrase does not open {shown(path)}. Mind capital letters and the keyboard's "
            "language. If you are sure of it, the beginning of the file is damaged: restore a "
            "backup."
        )
    return NotADatabase(
        f"{shown(path)} is not a file of this program, or it was cut short. Check the name; if it "
        "is the right file, restore a backup."
    )


def _beginning(path: Path, length: int) -> bytes:
    with plainly(path), path.open("rb") as file:
        return file.read(length)
