"""What is still missing before a step is complete. It is said, in order; it never blocks typing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unmet:
    """One condition that the facts don't show as met."""

    words: str
    field: str = ""
    """The field of the record where it is written, empty where it stands elsewhere."""
    source: str = ""
