"""The encrypted file: made, unlocked, brought up to date, read by any thread, written by one."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self, TypeVar

from data.private import beside, make_private, may_write
from data.store import devices, ladder, unlocks
from data.store.errors import (
    OpenedForReading,
    StoreError,
    WrongPassphrase,
    plainly,
    read_only_place,
)
from data.store.secrets import SALT_BYTES
from data.store.unlock import mode_for_reading, open_with, raw_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from data.store.driver import Connection
    from data.store.secrets import Secret
    from data.store.window import Window
    from data.store.writer import Writer

T = TypeVar("T")


class Store:
    """An open file. Each thread reads by a connection of its own; one thread writes for all."""

    def __init__(
        self,
        path: Path,
        key: str | None,
        connection: Connection,
        read_only_why: StoreError | None = None,
        window: Window | None = None,
    ) -> None:
        self.path = path
        self.read_only_why = read_only_why
        """The sentence that says why nothing can be written here, or None."""
        self.key = key
        """The derived key and the salt in hexadecimal, or None for a file without a passphrase."""
        self._window = window
        self._mode = mode_for_reading(path)
        self._here = threading.local()
        self._guard = threading.Lock()
        self._writer: Writer | None = None
        self._keep_reader(connection)
        self.device_id = devices.this_device(connection)
        """The key of this copy of the file in the trace."""

    @classmethod
    def create(cls, path: Path, secret: Secret) -> Store:
        """Make a new file, only its owner's, and open it.

        Raises: AlreadyThere, ReadOnlyPlace, Missing (no such folder), DiskFull.
        """
        with plainly(path):
            make_private(path)
        salt = os.urandom(SALT_BYTES)
        try:
            key = None if secret.is_none else (secret.key(salt) + salt).hex()
            with _closed_on_error(open_with(path, key)) as connection, plainly(path):
                connection.execute("PRAGMA journal_mode = WAL")
                ladder.climb(connection, path)
                devices.begin(connection)
                return cls(path, key, connection)
        except BaseException:
            for ending in ("", "-wal", "-shm"):
                beside(path, ending).unlink(missing_ok=True)
            raise

    @classmethod
    def open(
        cls, path: Path, secret: Secret, *, read_only: bool = False, window: bool = False
    ) -> Store:
        """Open a file, bringing it up to date first if that may be written.

        ``window`` is for the program with the screen: when another window has the file, this one
        reads (``read_only_why`` says so). Commands don't ask for it, and write beside a window.

        Raises: Missing, NotADatabase, PassphraseNeeded, WrongPassphrase, Damaged, NewerFile,
        OlderFile, ReadOnlyPlace (unless ``read_only``), Locked, DiskFull, UpgradeFailed.
        """
        key = raw_key(path, secret)
        if not may_write(path):
            if not read_only:
                raise read_only_place(path)
            return cls._unlock(path, key, read_only_place(path))
        if read_only:
            why = OpenedForReading("This was opened for reading only. Open it again to write.")
            return cls._unlock(path, key, why)
        if not window:
            return cls._unlock(path, key)
        from data.store.window import Window

        held = Window(path)
        if (taken := held.take()) is not None:
            return cls._unlock(path, key, taken)
        try:
            return cls._unlock(path, key, window=held)
        except BaseException:
            held.give_back()
            raise

    @classmethod
    def _unlock(
        cls,
        path: Path,
        key: str | None,
        read_only_why: StoreError | None = None,
        window: Window | None = None,
    ) -> Store:
        mode = "mode=rw" if read_only_why is None else mode_for_reading(path)
        try:
            first = open_with(path, key, mode)
        except WrongPassphrase:
            unlocks.count_failure(path)
            raise
        with _closed_on_error(first) as connection, plainly(path):
            if read_only_why is not None:
                ladder.refuse_newer(connection, path)
                ladder.refuse_older(connection, path)
            else:
                # A backup that was copied back by hand is not in this mode.
                connection.execute("PRAGMA journal_mode = WAL")
                ladder.climb(connection, path)
                devices.trace_failed_unlocks(connection, path)
            return cls(path, key, connection, read_only_why, window)

    @property
    def read_only(self) -> bool:
        """Whether writing is refused here."""
        return self.read_only_why is not None

    @property
    def encrypted(self) -> bool:
        """Whether the file has a passphrase."""
        return self.key is not None

    def reading(self) -> Connection:
        """Return this thread's own connection, which cannot write."""
        connection: Connection | None = getattr(self._here, "connection", None)
        if connection is None:
            connection = self.connect()
            self._keep_reader(connection)
        return connection

    def write(self, work: Callable[[Connection], T]) -> Future[T]:
        """Queue work for the one thread that writes: all of it is committed, or none.

        The work gets the writing connection inside a transaction, and must not wait for other
        writes. The future gives its result, or raises DiskFull, Locked, ReadOnlyPlace, Damaged or
        what the work raised. Raises at once what ``read_only_why`` holds.
        """
        if self.read_only_why is not None:
            raise self.read_only_why
        with self._guard:
            if self._writer is None:
                # Here, not above: a look-up writes nothing and need not load it.
                from data.store.writer import Writer

                self._writer = Writer(self.path, self.connect)
        return self._writer.write(work)

    def connect(self) -> Connection:
        """Return a further connection for the caller to close; the key is not derived again."""
        return open_with(self.path, self.key, self._mode)

    def drain(self) -> None:
        """Wait until everything handed to ``write`` so far is on the disk, or has failed."""
        if self._writer is not None:
            self._writer.drain()

    def close(self) -> None:
        """Write what is queued, let the connections go and let the next window write."""
        if self._writer is not None:
            self._writer.close()
        own: Connection | None = getattr(self._here, "connection", None)
        # A connection closed while another thread reads by it ends the process at once. Those of
        # other threads are only let go: each closes itself when nobody reads by it any more.
        self._here = threading.local()
        if own is not None:
            own.close()
        if self._window is not None:
            self._window.give_back()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _keep_reader(self, connection: Connection) -> None:
        connection.execute("PRAGMA query_only = ON")
        self._here.connection = connection


@contextmanager
def _closed_on_error(connection: Connection) -> Iterator[Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise
