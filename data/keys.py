"""The keys of records: made on any laptop, never the same, so that files can be merged."""

from __future__ import annotations

import os
import time
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_A_MILLISECOND: Final = 1 << 12
_VARIANT: Final = 1 << 63
_RANDOM: Final = (1 << 62) - 1


def new_id() -> str:
    """Return a new version-7 UUID as text; keys made later on a device sort after earlier ones."""
    from uuid6 import uuid7  # 20 ms of imports: looking something up makes no keys

    return str(uuid7())


def new_ids(number: int) -> Iterator[str]:
    """Give so many keys of the same kind, each after the one before: an import makes thousands."""
    begun = time.time_ns() // 1_000_000
    for at in range(number):
        later, place = divmod(at, _IN_A_MILLISECOND)
        if not place:
            random = os.urandom(8 * min(number - at, _IN_A_MILLISECOND))
        tail = int.from_bytes(random[8 * place : 8 * place + 8], "big") & _RANDOM | _VARIANT
        plain = f"{begun + later:012x}7{place:03x}{tail:016x}"
        yield f"{plain[:8]}-{plain[8:12]}-{plain[12:16]}-{plain[16:20]}-{plain[20:]}"


def made_on(key: str) -> date:
    """Return the day on which a key was made, by the clock of this place."""
    milliseconds = int(key.replace("-", "")[:12], 16)
    return datetime.fromtimestamp(milliseconds / 1000).astimezone().date()
