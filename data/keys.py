"""The keys of records: made on any laptop, never the same, so that files can be merged."""

from __future__ import annotations


def new_id() -> str:
    """Return a new version-7 UUID as text; keys made later on a device sort after earlier ones."""
    from uuid6 import uuid7  # 20 ms of imports: looking something up makes no keys

    return str(uuid7())
