"""Plain data into one of our structs, by whichever thread asks first."""

from __future__ import annotations

from datetime import date
from threading import Lock
from typing import TypeVar

import msgspec

S = TypeVar("S", bound=msgspec.Struct)

_ONE_AT_A_TIME = Lock()
"""msgspec learns a struct at its first conversion. Two threads that both begin it, such as a case
that is opened while others are worked out anew, end the process with a segmentation fault."""


def converted(raw: object, struct: type[S]) -> S:
    """Return what was read as the struct. Raises msgspec.ValidationError."""
    with _ONE_AT_A_TIME:
        return msgspec.convert(raw, struct, builtin_types=(date,))
