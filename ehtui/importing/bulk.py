"""A hundred thousand rows at once: what is worth changing about the machine meanwhile."""

from __future__ import annotations

import gc
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.store.driver import Connection

T = TypeVar("T")
CACHE_KIB: Final = 64_000
SWITCH_SECONDS: Final = 0.0005


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave Python's search for rings of objects out: rows make none, and it would walk them all.

    A fifth of the time of an import. Behind it, what was made is old: it is not walked at once.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was:
            gc.enable()


@contextmanager
def large_cache(connection: Connection) -> Iterator[None]:
    """Let a connection hold more pages: each that has to make room is encrypted more than once."""
    before = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {before}")


@contextmanager
def ready_ahead(made: Iterator[T]) -> Iterator[Iterator[T]]:
    """Give what a generator makes, of which another thread makes the next one meanwhile.

    Who asks for it is SQLite mostly, which works without Python, but for a moment between two
    statements: the other thread has to let it in at once.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        with ThreadPoolExecutor(1) as beside:
            yield _one_ahead(made, beside)
    finally:
        sys.setswitchinterval(before)


def _one_ahead(made: Iterator[T], beside: ThreadPoolExecutor) -> Iterator[T]:
    coming = beside.submit(next, made, None)
    while (one := coming.result()) is not None:
        coming = beside.submit(next, made, None)
        yield one
