"""The answer of a rule that may stand in the way, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes or no, with one plain sentence that may name people: for screens, never for logs."""

    yes: bool
    why: str

    def __bool__(self) -> bool:
        return self.yes
