"""What can go wrong with the file, each in a plain sentence that says what to do.

No message holds anything that was recorded, nor the name of the user's home folder.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class StoreError(Exception):
    """The file could not be used. ``str()`` of it is the sentence to show."""


class Missing(StoreError):
    """There is no such file."""


class AlreadyThere(StoreError):
    """A file of that name exists and is not overwritten."""


class NotADatabase(StoreError):
    """The file was not made by this program."""


class WrongPassphrase(StoreError):
    """The passphrase, or the key kept in the keyring, does not open the file."""


class PassphraseNeeded(StoreError):
    """No passphrase was given, and there is nobody to ask."""


class NewerFile(StoreError):
    """A newer version of the program has written the file."""


class OlderFile(StoreError):
    """The file has to be brought up to date, which opening for reading cannot do."""


class UpgradeFailed(StoreError):
    """A step of the ladder failed; the file is as it was."""


class Damaged(StoreError):
    """The file's contents cannot be trusted."""


class DiskFull(StoreError):
    """The disk takes no more."""


class ReadOnlyPlace(StoreError):
    """The file, or its folder, may not be written to."""


class OpenedForReading(StoreError):
    """The caller asked to read only."""


class Locked(StoreError):
    """Somebody else is writing, or a window holds the file."""


def shown(path: Path) -> str:
    """Return the path as it may stand in a message: the home folder, which names a person, as ~."""
    try:
        return str(Path("~") / path.absolute().relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn what the driver or the system raises about this file into a StoreError."""
    with driver_plainly(path):
        try:
            yield
        except OSError as error:
            raise _of_os(error, path) from None


@contextmanager
def driver_plainly(path: Path) -> Iterator[None]:
    """Turn what the driver raises about this file into a StoreError.

    A broken rule of the tables (IntegrityError) or of SQL is a fault of the program, not of the
    file: it passes through as it is.
    """
    from data.store.driver import dbapi2

    try:
        yield
    except dbapi2.Error as error:
        plain = _of_driver(error, path)
        if plain is None:
            raise
        raise plain from None


def damaged(path: Path) -> Damaged:
    """Return the error for contents that cannot be trusted."""
    return Damaged(
        f"{shown(path)} is damaged or was cut short. Don't write to it any more: "
        "keep a copy as it is, then bring back a backup with `ehtui restore`."
    )


def read_only_place(path: Path) -> ReadOnlyPlace:
    """Return the error for a file or folder that may not be written to."""
    return ReadOnlyPlace(
        f"{shown(path)} may not be written to. Choose another place with --file, "
        "or ask whoever looks after this computer for leave to write there."
    )


def _of_driver(error: Exception, path: Path) -> StoreError | None:
    from data.store.driver import dbapi2

    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case dbapi2.SQLITE_NOTADB | dbapi2.SQLITE_CORRUPT:
            return damaged(path)
        case dbapi2.SQLITE_FULL | dbapi2.SQLITE_IOERR:
            return _disk_full(path)
        case dbapi2.SQLITE_READONLY | dbapi2.SQLITE_CANTOPEN | dbapi2.SQLITE_PERM:
            return read_only_place(path)
        case dbapi2.SQLITE_BUSY | dbapi2.SQLITE_LOCKED:
            return Locked(
                f"Another program is busy writing to {shown(path)}. Nothing was saved by this "
                "one: wait a moment and do it again."
            )
    return None


def _of_os(error: OSError, path: Path) -> StoreError:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Missing(
                f"There is no {shown(path)}. Check the name and folder; `ehtui init` makes a file."
            )
        case FileExistsError():
            return already_there(path)
        case IsADirectoryError():
            return NotADatabase(f"{shown(path)} is a folder. Name a file in it.")
        case PermissionError():
            return read_only_place(path)
        case OSError(errno=errno.ENOSPC | errno.EDQUOT | errno.EFBIG | errno.EIO):
            return _disk_full(path)
    return StoreError(
        f'{shown(path)} could not be used: the system says "{error.strerror}". '
        "Choose another place with --file."
    )


def already_there(path: Path) -> AlreadyThere:
    """Return the error for a name that is taken."""
    return AlreadyThere(
        f"{shown(path)} is there already and is not overwritten. Choose another name."
    )


def _disk_full(path: Path) -> DiskFull:
    return DiskFull(
        f"The disk that holds {shown(path)} is full, or no longer takes what is written. Nothing "
        "was half-written: make room (or plug it back in), then do it again."
    )
