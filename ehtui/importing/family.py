"""One family of a sheet as its records: plain values, of each column that holds something."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from data.lookup.features import Findable
from ehtui.importing.headings import HOUSEHOLD
from ehtui.importing.reading import DATES
from ehtui.plaintext import initials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ehtui.importing.row import Incoming

Values = dict[str, Any]
Shape = tuple[tuple[str, ...], bool]
"""Of which kinds a family's people are, and whether anybody is something to somebody."""

NEW: Final[Values] = {"version": 1}
"""What every new record has."""
SUMMARY: Final = ("case_id", "reference", "family_name", "initials")
"""What is not the same in the summaries of families of one shape."""
_EMPTY: Final = dict.fromkeys(Findable._fields, "")
_found_by: Final = itemgetter(*_EMPTY)
_initials: Final = lru_cache(maxsize=20_000)(initials)


class Family(NamedTuple):
    """A case, its people, and who of them is what to whom."""

    case: Values
    people: list[Values]
    relationships: list[Values]

    @property
    def shape(self) -> Shape:
        """What all that is worked out of a family without a plan depends on."""
        return tuple(sorted({one["kind"] for one in self.people})), bool(self.relationships)

    @property
    def summary(self) -> tuple[str, str, str, str]:
        """What ``SUMMARY`` names."""
        name = self.case.get("family_name", "")
        return self.case["id"], self.case["reference"], name, _initials(name)

    def records(self) -> Iterator[tuple[str, Values]]:
        """Give each record with its table, in the order of their keys."""
        yield "cases", self.case
        for one in self.people:
            yield "people", one
        for one in self.relationships:
            yield "relationships", one

    def findable(self) -> Iterator[Findable]:
        """Give what the look-up finds each person by."""
        empty = {**_EMPTY, "case_family": self.case.get("family_name", "")}
        for one in self.people:
            yield Findable._make(_found_by(empty | one))


def person(one: Incoming, key: str, case_id: str) -> Values:
    """Return a row of the sheet as a new person of a case; days are ISO text, as the file keeps."""
    values = {"id": key, **NEW, "case_id": case_id, **one.values}
    values.pop(HOUSEHOLD, None)
    for name in DATES:
        if name in values:
            values[name] = values[name].isoformat()
    return values
