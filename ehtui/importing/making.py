"""Families of a sheet as the statements that write them: records, trace, look-up and summaries.

The same rows as a save makes of each, but plain values, for statements of a thousand rows:
docs/import.md has what that is worth. Nothing is read from the file here, so that one thread can
make the next families while another writes those before.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from data.keys import new_ids
from data.lookup import directory
from data.records.cases import Case
from data.records.people import Person, Relationship
from data.store import many
from ehtui.importing.families import family_name, in_families, plain_relationships
from ehtui.importing.family import NEW, SUMMARY, Family, Shape, Values, person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.lookup.index import Newcomers
    from data.records.base import Record
    from data.trace_of_many import TraceOfMany
    from ehtui.importing.begun import Begun
    from ehtui.importing.row import Incoming

AT_ONCE: Final = 1500
"""Families that are written before somebody is told how far it is, and may stop it."""
ROWS_EACH: Final = 3
"""Records that one row of a sheet may become: a person, their case, and what they are to whom."""


class Ready(NamedTuple):
    """Some families, ready to be written."""

    part: float
    """Of all families, those up to the end of these."""
    statements: list[many.Statement]
    not_derived: list[str]
    """The cases in which something is due already: each has to be worked out by itself."""


class Making:
    """Makes the families of an import, some at a time."""

    def __init__(
        self, begun: Begun, trace: TraceOfMany, newcomers: Newcomers, people: list[Incoming]
    ) -> None:
        self._begun = begun
        self._trace = trace
        self._newcomers = newcomers
        self._families = in_families(people)
        self._keys = new_ids(ROWS_EACH * len(people))

    def __len__(self) -> int:
        """Return how many families there are."""
        return len(self._families)

    def ready(self) -> Iterator[Ready]:
        """Give all families, some at a time."""
        made, coming = 0, map(self._family, self._families)
        while families := list(islice(coming, AT_ONCE)):
            made += len(families)
            statements, not_derived = [*self._records(families)], []
            for alike in _by_shape(families):
                if (same := self._begun.derived(alike[0])) is None:
                    not_derived += [one.case["id"] for one in alike]
                else:
                    lines = [one.summary for one in alike]
                    statements += many.statements("summaries", SUMMARY, lines, same)
            yield Ready(made / len(self), statements, not_derived)

    def _family(self, rows: list[Incoming]) -> Family:
        """Return a family with its keys going up: so trace and indexes grow at their end."""
        case = self._begun.case(next(self._keys), family_name(rows))
        keys = {one.row: next(self._keys) for one in rows}
        related = [
            {
                **{"id": next(self._keys), **NEW, "case_id": case["id"], "kind": kind},
                **{"person_id": keys[one.row], "child_id": keys[child.row]},
            }
            for one, child, kind in plain_relationships(rows)
        ]
        return Family(case, [person(one, keys[one.row], case["id"]) for one in rows], related)

    def _records(self, families: list[Family]) -> Iterator[many.Statement]:
        yield from _insert(Case, (one.case for one in families), self._begun.same)
        yield from _insert(Person, chain.from_iterable(one.people for one in families), NEW)
        related = chain.from_iterable(one.relationships for one in families)
        yield from _insert(Relationship, related, NEW)
        yield from self._trace.statements([entry for one in families for entry in one.records()])
        people = chain.from_iterable(one.findable() for one in families)
        yield from directory.adding(self._newcomers.work_out(people))


def _by_shape(families: list[Family]) -> Iterable[list[Family]]:
    found: defaultdict[Shape, list[Family]] = defaultdict(list)
    for one in families:
        found[one.shape].append(one)
    return found.values()


def _insert(record: type[Record], made: Iterable[Values], same: Values) -> Iterator[many.Statement]:
    """Give what writes rows, all of which have ``same``.

    A column of which no row says anything has what the record has there.
    """
    rows = list(made)
    default = {name: info.default for name, info in record.model_fields.items()} | same
    said = set().union(*rows) - set(same)
    told = {name: default.pop(name) for name in [*default] if name in said}
    if rows:
        in_order = itemgetter(*told)
        lines = [in_order(told | one) for one in rows]
        yield from many.statements(str(record.__tablename__), [*told], lines, default)
