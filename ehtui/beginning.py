"""Beginning a record about a family: the case, its reference and the procedure it keeps."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from data.keys import new_id
from data.records.cases import ProcedureText
from ehtui.changes import ChangeSet, RowChange
from ehtui.references import new_reference

if TYPE_CHECKING:
    from random import Random

    from data.procedures.model import Procedure
    from data.store.driver import Connection


def begin_case(
    connection: Connection, procedure: Procedure, text: str, random: Random
) -> ChangeSet:
    """Return the change set that makes a new case under a procedure; more may be put into it.

    ``text`` is the procedure's file: the case keeps it as it stands today.
    """
    changes = ChangeSet(new_id())
    text_id = hashlib.sha256(text.encode()).hexdigest()[:32]
    kept = connection.execute("SELECT 1 FROM procedure_texts WHERE id = ?", (text_id,)).fetchone()
    if kept is None:
        row = changes.new(
            ProcedureText,
            procedure_id=procedure.id,
            procedure_version=procedure.version,
            text=text,
        )
        row.record_id = text_id
    case = RowChange("cases", changes.case_id, 0).put(
        reference=_free_reference(connection, random),
        procedure_id=procedure.id,
        procedure_version=procedure.version,
        procedure_text_id=text_id,
    )
    changes.rows.append(case)
    return changes


def _free_reference(connection: Connection, random: Random) -> str:
    while True:
        reference = new_reference(random)
        taken = connection.execute("SELECT 1 FROM cases WHERE reference = ?", (reference,))
        if taken.fetchone() is None:
            return reference
