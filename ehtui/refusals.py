"""Why a change set that can be read is not saved: nothing was written, what was typed stays."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that somebody else saved meanwhile, with both texts."""

    table: str
    record_id: str
    field: str
    theirs: str
    mine: str
    their_version: int


class Refused(Exception):
    """A save was refused. ``str()`` of it is the sentence to show."""


class StaleSave(Refused):
    """A row was saved by somebody else meanwhile; nothing was written and both texts are kept."""

    def __init__(self, conflicts: list[Conflict]) -> None:
        super().__init__(
            "This was saved in another window meanwhile. Both texts are kept: look at them and "
            "save again."
        )
        self.conflicts = conflicts


class LedgerEntry(Refused):
    """A saved entry of the consent ledger was to be changed."""

    def __init__(self) -> None:
        super().__init__("A saved consent is never changed: add an entry that corrects it instead.")
