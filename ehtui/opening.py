"""Opening a case: its whole record, the procedure it was begun under, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.rows import case_file
from ehtui.deriving import procedure_of
from ehtui.wording import Wording

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.store.driver import Connection


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case as it stands in the file at one moment."""

    file: CaseFile
    procedure: Procedure
    wording: Wording


def open_case(connection: Connection, case_id: str) -> OpenCase:
    """Return the case with this key. KeyError when there is none."""
    file = case_file(connection, case_id)
    procedure = procedure_of(connection, file)
    return OpenCase(file, procedure, Wording(procedure, file))
