"""What all cases of one import have in common, read from the file before the first is made."""

from __future__ import annotations

from random import Random, SystemRandom
from typing import TYPE_CHECKING

from data.casefile import CaseFile
from data.folders import own_folder
from data.procedures.loading import load, read_text
from data.procedures.words import fill
from data.records.cases import Case, ProcedureText
from data.records.people import Person, Relationship
from ehtui.beginning import begin_case
from ehtui.changes import ChangeSet
from ehtui.deriving import fingerprint
from ehtui.importing.family import NEW
from ehtui.process.course.stages import is_open, stage_of
from ehtui.process.due.rules import due_dates
from ehtui.references import new_reference
from ehtui.saving import write_rows

if TYPE_CHECKING:
    from datetime import date

    from data.procedures.model import Procedure
    from data.store.driver import Connection
    from data.trace import Tracer
    from ehtui.importing.family import Family, Shape, Values


class Begun:
    """The procedure that new cases are begun under, and what follows from it for all of them."""

    def __init__(
        self, connection: Connection, tracer: Tracer, procedure_id: str, today: date
    ) -> None:
        own = own_folder("procedures")
        self._procedure: Procedure = load(procedure_id, own)
        text = read_text(procedure_id, own)
        # Seeded by the system, which is not asked again for each character of thousands.
        self._random = Random(SystemRandom().getrandbits(256))
        first = begin_case(connection, self._procedure, text, self._random)
        texts = [row for row in first.rows if row.record is ProcedureText]
        write_rows(connection, tracer, ChangeSet(first.case_id, texts), today)
        case = next(row for row in first.rows if row.record is Case)
        self.same: Values = NEW | first.values(case, today)
        """What every case has."""
        del self.same["reference"]
        self._taken = {row[0] for row in connection.execute("SELECT reference FROM cases")}
        self._derived: dict[Shape, Values | None] = {}

    def case(self, key: str, name: str) -> Values:
        """Return a new case with this key, of a family of this name."""
        reference = new_reference(self._random)
        while reference in self._taken:
            reference = new_reference(self._random)
        self._taken.add(reference)
        values = {"id": key, **self.same, "reference": reference}
        return values | {"family_name": name} if name else values

    def derived(self, family: Family) -> Values | None:
        """Return what the summaries of all families of this one's shape have in common.

        Nothing has happened yet in any of these cases, so nothing is due in them. Should a rule
        find something all the same, nothing is returned: each case is worked out by itself.
        """
        if (shape := family.shape) not in self._derived:
            file = CaseFile(
                Case(**family.case),
                people=[Person.model_validate(one) for one in family.people],
                relationships=[Relationship(**one) for one in family.relationships],
            )
            self._derived[shape] = None if due_dates(file, self._procedure) else self._summary(file)
        return self._derived[shape]

    def _summary(self, file: CaseFile) -> Values:
        stage = stage_of(file, self._procedure)
        return {
            **{"stage": stage.key, "stage_words": fill(stage.title, self._procedure.words)},
            **{"is_open": is_open(file), "lead": ""},
            "rules": fingerprint(file.case.procedure_text_id),
        }
