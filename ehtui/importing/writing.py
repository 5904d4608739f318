"""People from a sheet into the file, all of them in one transaction or none.

The same rows, trace, summary and index as a save makes of each, but as plain tuples handed to the
driver many at once: docs/benchmarks.md has what that is worth.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from random import Random, SystemRandom
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from data import rows, settings
from data.casefile import CaseFile
from data.folders import own_folder
from data.keys import new_ids
from data.lookup.completing import complete
from data.lookup.features import Findable
from data.lookup.index import Newcomers
from data.procedures.loading import default_id, load, read_text
from data.procedures.words import fill
from data.records.cases import Case, ProcedureText
from data.records.fields import described
from data.records.people import Person, Relationship
from data.store import many
from data.trace import Tracer
from ehtui.beginning import begin_case
from ehtui.changes import ChangeSet
from ehtui.deriving import fingerprint, keep_derived
from ehtui.importing.bulk import large_cache, uncollected
from ehtui.importing.families import family_name, in_families, plain_relationships
from ehtui.importing.faults import Stopped
from ehtui.importing.headings import HOUSEHOLD
from ehtui.plaintext import initials
from ehtui.process.due.rules import due_dates
from ehtui.process.stages import is_open, stage_of
from ehtui.references import new_reference
from ehtui.saving import write_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from data.lookup import directory
    from data.procedures.model import Procedure
    from data.records.base import Record
    from data.store.driver import Connection
    from data.store.store import Store
    from ehtui.importing.row import Incoming

AT_ONCE: Final = 5000
"""Rows that are written before somebody is told how far it is, and may stop it."""
ROWS_EACH: Final = 3
"""Records that one row of a sheet may become: a person, their case, and what they are to whom."""
DAYS: Final = tuple(name for name, words in described(Person).items() if words.kind == "date")
"""Columns that hold dates, which the file keeps as ISO text."""

SUMMARY_OF_EACH: Final = ("case_id", "reference", "family_name", "initials")
"""What is not the same in the summaries of families of one shape."""

Values = dict[str, Any]
"""Every column of a row that holds something."""


@uncollected()
def import_people(
    store: Store, people: list[Incoming], today: date, moved: Callable[[float], None]
) -> int:
    """Write people, one record a family; return how many families.

    ``moved`` is told how much of it is done, from 0 to 1. Ctrl+C takes back what is written.
    Raises StoreError, BadProcedure, Stopped.
    """
    complete(store)  # or an older file's own people would never come into the look-up
    kept = settings.read(store.reading())
    stopping = Event()

    def come_to(part: float) -> None:
        if stopping.is_set():
            raise Stopped
        moved(part)

    def work(connection: Connection) -> int:
        tracer = Tracer(connection, store.device_id, kept.me)
        begun = _Beginning(connection, tracer, kept.procedure or default_id(), today)
        made = _Made(begun, ROWS_EACH * len(people))
        for family in in_families(people):
            made.add(family)
        come_to(0.1)
        with large_cache(connection), ThreadPoolExecutor(1) as beside:
            # Half of the time is SQLite's own, and what people are found by is plain Python.
            indexing = beside.submit(_indexed, store, made)
            for part in made.write(connection, tracer):
                come_to(0.1 + 0.6 * part)
            newcomers, rows_of_index = indexing.result()
            newcomers.write(connection, rows_of_index)
            come_to(0.85)
            made.derive(connection)
            come_to(1.0)
        return len(made.cases)

    done = store.write(work)
    while True:
        try:
            return done.result()
        except KeyboardInterrupt:  # the thread that writes never hears of it by itself
            stopping.set()


def _indexed(store: Store, made: _Made) -> tuple[Newcomers, list[list[directory.Row]]]:
    newcomers = Newcomers(store.reading())
    return newcomers, list(newcomers.work_out(made.findable()))


class _Beginning:
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
        self._case = first.values(case, today)
        self._taken = {row[0] for row in connection.execute("SELECT reference FROM cases")}

    def case(self, key: str, name: str) -> Values:
        """Return a new case with this key, of a family of this name."""
        reference = new_reference(self._random)
        while reference in self._taken:
            reference = new_reference(self._random)
        self._taken.add(reference)
        values = {"id": key, "version": 1, **self._case, "reference": reference}
        return values | {"family_name": name} if name else values


class _Made:
    """The rows of an import, ready to be written."""

    def __init__(self, begun: _Beginning, number: int) -> None:
        self._begun = begun
        self._keys = new_ids(number)
        self.cases: list[Values] = []
        self.people: list[Values] = []
        self.relationships: list[Values] = []
        self._shapes: dict[tuple[tuple[str, ...], bool], list[Values]] = {}
        self._first: dict[tuple[tuple[str, ...], bool], CaseFile] = {}

    def add(self, family: list[Incoming]) -> None:
        """Make the case of one family with its people."""
        case = self._begun.case(next(self._keys), family_name(family))
        self.cases.append(case)
        keys = {}
        made = []
        for one in family:
            key = keys[one.row] = next(self._keys)
            person = {"id": key, "version": 1, "case_id": case["id"], **one.values}
            person.pop(HOUSEHOLD, None)
            for name in DAYS:
                if name in person:
                    person[name] = person[name].isoformat()
            made.append(person)
        self.people += made
        related = [
            {
                **{"id": next(self._keys), "version": 1, "case_id": case["id"], "kind": kind},
                **{"person_id": keys[one.row], "child_id": keys[child.row]},
            }
            for one, child, kind in plain_relationships(family)
        ]
        self.relationships += related
        shape = tuple(sorted({person["kind"] for person in made})), bool(related)
        self._shapes.setdefault(shape, []).append(case)
        if shape not in self._first:
            self._first[shape] = CaseFile(
                Case(**case),
                people=[Person.model_validate(person) for person in made],
                relationships=[Relationship(**one) for one in related],
            )

    def write(self, connection: Connection, tracer: Tracer) -> Iterator[float]:
        """Write the records and their trace, and give now and then how much of them is written."""
        every = ((Case, self.cases), (Person, self.people), (Relationship, self.relationships))
        number, written = sum(len(made) for _, made in every), 0
        for record, made in every:
            for begin in range(0, len(made), AT_ONCE):
                some = made[begin : begin + AT_ONCE]
                _insert(connection, record, some)
                tracer.events("make", str(record.__tablename__), [(one["id"], one) for one in some])
                written += len(some)
                yield written / number

    def findable(self) -> Iterator[Findable]:
        """Give what the look-up finds each person by."""
        names = {case["id"]: case.get("family_name", "") for case in self.cases}
        empty = dict.fromkeys(Findable._fields, "")
        in_order = itemgetter(*empty)
        for one in self.people:
            yield Findable._make(in_order(empty | one | {"case_family": names[one["case_id"]]}))

    def derive(self, connection: Connection) -> None:
        """Write what follows from the facts: the same for every family of one shape.

        Nothing has happened yet in any of these cases, so nothing is due in them. Should a rule
        find something all the same, each of those cases is worked out by itself.
        """
        for shape, cases in self._shapes.items():
            file, procedure = self._first[shape], self._begun.procedure
            if due_dates(file, procedure):
                for case in cases:
                    keep_derived(connection, rows.case_file(connection, case["id"]))
                continue
            stage = stage_of(file, procedure)
            said, opened = fill(stage.title, procedure.words), is_open(file)
            rules = fingerprint(file.case.procedure_text_id)
            same = {
                "stage": stage.key,
                **{"stage_words": said, "is_open": opened, "lead": "", "rules": rules},
            }
            lines = (
                (case["id"], case["reference"], name, initials(name))
                for case in cases
                for name in [case.get("family_name", "")]
            )
            many.insert(connection, "summaries", SUMMARY_OF_EACH, lines, same)


def _insert(connection: Connection, record: type[Record], made: list[Values]) -> None:
    """Write rows; a column of which a row says nothing has what the record has there."""
    said = set().union(*made)
    default = {name: info.default for name, info in record.model_fields.items()}
    told = {name: value for name, value in default.items() if name in said}
    same = {name: value for name, value in default.items() if name not in said}
    in_order = itemgetter(*told)
    rows = (in_order(told | one) for one in made)
    many.insert(connection, str(record.__tablename__), list(told), rows, same)
