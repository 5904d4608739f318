"""The keys of records: made on any laptop, never the same, so that files can be merged."""

from __future__ import annotations

import os
import time
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_A_MILLISECOND: Final = 1 << 12
_RANDOM_DIGITS: Final = 16
_VARIANT: Final = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
"""The first random digit, of which two bits say what kind of key it is."""


def new_id() -> str:
    """Return a new version-7 UUID as text; keys made later on a device sort after earlier ones."""
    from uuid6 import uuid7  # 20 ms of imports: looking something up makes no keys

    return str(uuid7())


def new_ids(number: int) -> Iterator[str]:
    """Give so many keys of the same kind, each after the one before: an import makes thousands."""
    begun = time.time_ns() // 1_000_000
    for at in range(0, number, _IN_A_MILLISECOND):
        some = min(number - at, _IN_A_MILLISECOND)
        random = os.urandom(some * _RANDOM_DIGITS // 2).hex()
        when = f"{begun + at // _IN_A_MILLISECOND:012x}"
        before = f"{when[:8]}-{when[8:]}-7"
        for place in range(some):
            tail = random[_RANDOM_DIGITS * place : _RANDOM_DIGITS * (place + 1)]
            yield f"{before}{place:03x}-{_VARIANT[tail[0]]}{tail[1:4]}-{tail[4:]}"


def made_on(key: str) -> date:
    """Return the day on which a key was made, by the clock of this place."""
    milliseconds = int(key.replace("-", "")[:12], 16)
    return datetime.fromtimestamp(milliseconds / 1000).astimezone().date()
