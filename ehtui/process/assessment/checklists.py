"""The lines of an area's check-lists, with what was answered to each in a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.procedures.parts import Checklist, Item
    from data.records.starting import CheckAnswer


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a check-list."""

    checklist: Checklist
    item: Item
    given: CheckAnswer | None = None
    """What was answered, None where nothing was."""

    @property
    def key(self) -> str:
        """What tells this line from every other of the area."""
        return f"{self.checklist.key}/{self.item.key}"

    @property
    def names(self) -> dict[str, str]:
        """The fields by which an answer belongs to this line."""
        return {"checklist": self.checklist.key, "item": self.item.key}

    @property
    def answer(self) -> str:
        """The key of the answer; empty where nothing was answered."""
        return self.given.answer if self.given else ""

    @property
    def note(self) -> str:
        """The note to it."""
        return self.given.note if self.given else ""


def lines_under(file: CaseFile, procedure: Procedure, checklist: str) -> list[Line]:
    """Return the lines of one check-list; none where the area has none of that key."""
    return [one for one in lines_of(file, procedure) if one.checklist.key == checklist]


def lines_of(file: CaseFile, procedure: Procedure) -> list[Line]:
    """Return every line of every check-list, in the area's order."""
    given = {(one.checklist, one.item): one for one in file.check_answers}
    return [
        Line(checklist, item, given.get((checklist.key, item.key)))
        for checklist in procedure.checklists
        for item in checklist.items
    ]
