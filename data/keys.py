"""The keys of records: made on any laptop, never the same, so that files can be merged."""

from __future__ import annotations

from datetime import date, datetime


def new_id() -> str:
    """Return a new version-7 UUID as text; keys made later on a device sort after earlier ones."""
    from uuid6 import uuid7  # 20 ms of imports: looking something up makes no keys

    return str(uuid7())


def made_on(key: str) -> date:
    """Return the day on which a key was made, by the clock of this place."""
    milliseconds = int(key.replace("-", "")[:12], 16)
    return datetime.fromtimestamp(milliseconds / 1000).astimezone().date()
