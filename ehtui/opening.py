"""Opening a case: its whole record, the procedure it was begun under, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from data.rows import case_file
from ehtui.deriving import procedure_of
from ehtui.initialled import in_initials
from ehtui.wording import Wording

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.base import Record
    from data.store.driver import Connection

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case as it stands in the file at one moment."""

    file: CaseFile
    procedure: Procedure
    wording: Wording

    def own(self, row: R) -> R:
        """Return this case's own row with the same key; the row itself where there is none."""
        found = self.file.find(row.id)
        return found if isinstance(found, type(row)) else row

    def in_initials(self) -> OpenCase:
        """Return the same case with initials for names: to be read on a screen, never saved."""
        hidden = in_initials(self.file)
        return OpenCase(hidden, self.procedure, Wording(self.procedure, hidden, in_initials=True))


def open_case(connection: Connection, case_id: str) -> OpenCase:
    """Return the case with this key. KeyError when there is none."""
    file = case_file(connection, case_id)
    procedure = procedure_of(connection, file)
    return OpenCase(file, procedure, Wording(procedure, file))
