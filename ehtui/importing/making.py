"""Families of a sheet as what is written of them: records, trace, look-up and summaries.

The same rows as a save makes of each, but as plain values for statements of a thousand rows:
docs/import.md has what that is worth. All that has to be read of the file is read at the beginning,
so that another thread can make them while SQLite writes those before.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import islice
from operator import itemgetter
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from data.casefile import CaseFile
from data.folders import own_folder
from data.keys import new_ids
from data.lookup import directory
from data.lookup.features import Findable
from data.procedures.loading import load, read_text
from data.procedures.words import fill
from data.records.cases import Case, ProcedureText
from data.records.fields import described
from data.records.people import Person, Relationship
from data.store import many
from data.trace_of_many import TraceOfMany
from ehtui.beginning import begin_case
from ehtui.changes import ChangeSet
from ehtui.deriving import fingerprint
from ehtui.importing.families import family_name, in_families, plain_relationships
from ehtui.importing.headings import HOUSEHOLD
from ehtui.plaintext import initials
from ehtui.process.due.rules import due_dates
from ehtui.process.stages import is_open, stage_of
from ehtui.references import new_reference
from ehtui.saving import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from data.lookup.index import Newcomers
    from data.procedures.model import Procedure
    from data.records.base import Record
    from data.store.driver import Connection
    from data.trace import Tracer
    from ehtui.importing.row import Incoming

AT_ONCE: Final = 1500
"""Families that are written before somebody is told how far it is, and may stop it."""
ROWS_EACH: Final = 3
"""Records that one row of a sheet may become: a person, their case, and what they are to whom."""
DAYS: Final = tuple(name for name, words in described(Person).items() if words.kind == "date")
"""Columns that hold dates, which the file keeps as ISO text."""
SUMMARY: Final = ("case_id", "reference", "family_name", "initials")
"""What is not the same in the summaries of families of one shape."""

NEW: Final = {"version": 1}

Values = dict[str, Any]
"""Every column of a row that holds something."""
Shape = tuple[tuple[str, ...], bool]
"""Of which kinds a family's people are, and whether anybody is something to somebody."""


class Some(NamedTuple):
    """Some families, ready to be written."""

    part: float
    """Of all families, those up to the end of these."""
    statements: list[many.Statement]
    not_derived: list[str]
    """The cases in which something is due already: each has to be worked out by itself."""


class Beginning:
    """What every case of this import has in common."""

    def __init__(
        self, connection: Connection, tracer: Tracer, procedure_id: str, today: date
    ) -> None:
        own = own_folder("procedures")
        self.procedure: Procedure = load(procedure_id, own)
        text = read_text(procedure_id, own)
        # Seeded by the system, which is not asked again for each character of thousands.
        self._random = Random(SystemRandom().getrandbits(256))
        first = begin_case(connection, self.procedure, text, self._random)
        texts = [row for row in first.rows if row.record is ProcedureText]
        write_rows(connection, tracer, ChangeSet(first.case_id, texts), today)
        case = next(row for row in first.rows if row.record is Case)
        self.same = NEW | first.values(case, today)
        """What every case has; its reference is not among it."""
        del self.same["reference"]
        self._taken = {row[0] for row in connection.execute("SELECT reference FROM cases")}

    def case(self, key: str, name: str) -> Values:
        """Return a new case with this key, of a family of this name."""
        reference = new_reference(self._random)
        while reference in self._taken:
            reference = new_reference(self._random)
        self._taken.add(reference)
        values = {"id": key, **self.same, "reference": reference}
        return values | {"family_name": name} if name else values


class Making:
    """Makes the families of an import, some at a time."""

    def __init__(
        self, begun: Beginning, trace: TraceOfMany, newcomers: Newcomers, people: list[Incoming]
    ) -> None:
        self._begun = begun
        self._trace = trace
        self._newcomers = newcomers
        self._families = in_families(people)
        self._keys = new_ids(ROWS_EACH * len(people))
        self._derived: dict[Shape, Values | None] = {}
        self._initials = cache(initials)

    def __len__(self) -> int:
        """Return how many families there are."""
        return len(self._families)

    def some(self) -> Iterator[Some]:
        """Give all families, some at a time."""
        made, families = 0, iter(self._families)
        while some := list(islice(families, AT_ONCE)):
            made += len(some)
            yield self._made(some, made / len(self))

    def _made(self, families: list[list[Incoming]], part: float) -> Some:
        cases: list[Values] = []
        people: list[Values] = []
        relationships: list[Values] = []
        entries: list[tuple[str, Values]] = []
        findable: list[Findable] = []
        summaries: defaultdict[Shape, list[tuple[str, ...]]] = defaultdict(list)
        not_derived = []
        empty = dict.fromkeys(Findable._fields, "")
        found_by = itemgetter(*empty)
        for family in families:
            name = family_name(family)
            case = self._begun.case(next(self._keys), name)
            keys = {one.row: next(self._keys) for one in family}
            theirs = [_person(one, keys[one.row], case["id"]) for one in family]
            related = [
                {
                    **{"id": next(self._keys), **NEW, "case_id": case["id"], "kind": kind},
                    **{"person_id": keys[one.row], "child_id": keys[child.row]},
                }
                for one, child, kind in plain_relationships(family)
            ]
            cases.append(case)
            people += theirs
            relationships += related
            # A family's keys go up: so the trace and its indexes grow at their end.
            entries.append(("cases", case))
            entries += [("people", one) for one in theirs]
            entries += [("relationships", one) for one in related]
            more = {**empty, "case_family": name}
            findable += [Findable._make(found_by(more | one)) for one in theirs]
            shape = tuple(sorted({one["kind"] for one in theirs})), bool(related)
            if shape not in self._derived:
                self._derived[shape] = self._summary(case, theirs, related)
            if self._derived[shape] is None:
                not_derived.append(case["id"])
            else:
                line = case["id"], case["reference"], name, self._initials(name)
                summaries[shape].append(line)
        statements = [
            *_insert(Case, cases, self._begun.same),
            *_insert(Person, people, NEW),
            *_insert(Relationship, relationships, NEW),
            *self._trace.statements(entries),
            *directory.adding(self._newcomers.work_out(findable)),
        ]
        for shape, lines in summaries.items():
            statements += many.statements("summaries", SUMMARY, lines, self._derived[shape])
        return Some(part, statements, not_derived)

    def _summary(
        self, case: Values, people: list[Values], relationships: list[Values]
    ) -> Values | None:
        """Return the rest of a summary: the same for every family of one shape.

        Nothing has happened yet in any of these cases, so nothing is due in them. Should a rule
        find something all the same, there is no summary: each case is worked out by itself.
        """
        procedure = self._begun.procedure
        file = CaseFile(
            Case(**case),
            people=[Person.model_validate(one) for one in people],
            relationships=[Relationship(**one) for one in relationships],
        )
        if due_dates(file, procedure):
            return None
        stage = stage_of(file, procedure)
        return {
            **{"stage": stage.key, "stage_words": fill(stage.title, procedure.words)},
            **{"is_open": is_open(file), "lead": ""},
            "rules": fingerprint(file.case.procedure_text_id),
        }


def _person(one: Incoming, key: str, case_id: str) -> Values:
    person = {"id": key, **NEW, "case_id": case_id, **one.values}
    person.pop(HOUSEHOLD, None)
    for name in DAYS:
        if name in person:
            person[name] = person[name].isoformat()
    return person


def _insert(record: type[Record], made: Sequence[Values], same: Values) -> Iterable[many.Statement]:
    """Give what writes rows, all of which have ``same``.

    A column of which no row says anything has what the record has there.
    """
    default = {name: info.default for name, info in record.model_fields.items()} | same
    said = set().union(*made) - set(same)
    told = {name: default.pop(name) for name in [*default] if name in said}
    if not told:
        return ()
    in_order = itemgetter(*told)
    rows = [in_order(told | one) for one in made]
    return many.statements(str(record.__tablename__), [*told], rows, default)
