"""A hundred thousand rows at once: what is worth changing about the machine meanwhile."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.store.driver import Connection

CACHE_KIB: Final = 64_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave Python's search for rings of objects out: rows make none, and it would walk them all.

    A fifth of the time of an import.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
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
