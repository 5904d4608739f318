"""The one thread that writes; its work is done one by one, each in a transaction of its own."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from data.store.errors import driver_plainly
from data.store.transaction import in_transaction

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.store.driver import Connection

T = TypeVar("T")


class Writer:
    """A thread with a connection of its own. Python itself drains it if the program just ends."""

    def __init__(self, path: Path, connect: Callable[[], Connection]) -> None:
        self._path = path
        self._connect = connect
        self._connection: Connection | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store-writer")

    def write(self, work: Callable[[Connection], T]) -> Future[T]:
        """Queue the work; it must not wait for other work of this writer.

        It is done even if whoever waits for it leaves: the future can't be cancelled.
        """
        done: Future[T] = Future()
        done.set_running_or_notify_cancel()
        self._thread.submit(self._do, work, done)
        return done

    def drain(self) -> None:
        """Wait until everything queued so far is done."""
        self._thread.submit(lambda: None).result()

    def close(self) -> None:
        """Do what is queued, then close."""
        self._thread.shutdown(wait=True)
        if self._connection is not None:
            self._connection.close()

    def _do(self, work: Callable[[Connection], T], done: Future[T]) -> None:
        try:
            result = self._in_transaction(work)
        except BaseException as failed:  # whatever it is belongs to whoever waits
            done.set_exception(failed)
        else:
            done.set_result(result)

    def _in_transaction(self, work: Callable[[Connection], T]) -> T:
        # What the work itself asks of the system is not about this file.
        with driver_plainly(self._path):
            if self._connection is None:
                self._connection = self._connect()
            return in_transaction(self._connection, work)
