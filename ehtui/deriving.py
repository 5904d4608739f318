"""What follows from the facts, kept beside them: the case's line, its due rows, its names.

Written by the save that changed the facts, and written anew for every case when the rules or its
procedure have changed since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import Summary, replace_rows
from data.lookup.index import replace_names
from data.procedures.loading import from_text
from data.procedures.words import fill
from data.same_people import carried_on_in
from ehtui.plaintext import initials
from ehtui.process.course.levels import at_level
from ehtui.process.course.stages import is_open, stage_of
from ehtui.process.due.rules import RULES, due_dates

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.store.driver import Connection


def keep_derived(connection: Connection, file: CaseFile) -> None:
    """Write what follows from a case's facts, inside the caller's transaction."""
    keep_due(connection, file)
    replace_names(connection, file)


def keep_due(connection: Connection, file: CaseFile) -> None:
    """Write the case's line and its due rows, inside the caller's transaction."""
    procedure = procedure_of(connection, file)
    stage = stage_of(file, procedure)
    summary = Summary(
        case_id=file.case.id,
        reference=file.case.reference,
        family_name=file.case.family_name,
        initials=initials(file.case.family_name),
        stage=stage.key,
        stage_words=_stage_words(connection, file, fill(stage.title, procedure.words)),
        is_open=is_open(file) and not file.case.continued_in,
        lead=file.lead.name if file.lead else "",
        rules=fingerprint(file.case.procedure_text_id),
    )
    replace_rows(connection, summary, due_dates(file, procedure))


def _stage_words(connection: Connection, file: CaseFile, stage: str) -> str:
    """Return what lists say of a case: its stage, that it is closed, or where it is carried on."""
    if reference := carried_on_in(connection, file.case.id):
        return f"see {reference}"
    return stage if is_open(file) else "closed"


def fingerprint(procedure_text_id: str) -> str:
    """Return what a case's due rows depend on besides its facts."""
    return f"{RULES}:{procedure_text_id}"


def procedure_of(connection: Connection, file: CaseFile) -> Procedure:
    """Return the procedure that a case was begun under, from the text the file keeps.

    What the plan is called at the case's level is said in its words.
    """
    text_id = file.case.procedure_text_id
    row = connection.execute("SELECT text FROM procedure_texts WHERE id = ?", (text_id,)).fetchone()
    return at_level(from_text(row["text"]), file)
