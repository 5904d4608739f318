"""Which row of a sheet holds the headings, and what each of its columns becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ehtui.importing.faults import BadColumn, BadSheet
from ehtui.importing.headings import FIELDS, JOINED, WHO, field_for, same_heading, squashed
from ehtui.importing.meaning import meanings
from ehtui.plaintext import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ehtui.importing.row import Row

LOOKED_AT: Final = 30
"""Rows from the top among which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of a sheet and what its columns become."""

    headings: tuple[str, ...]
    begins: int
    """How many of the sheet's rows stand above the first person."""
    repeated: frozenset[tuple[str, ...]]
    """The heading rows as they stand: printed lists repeat them on every page."""
    taken: dict[str, list[int]] = field(default_factory=dict)
    """For each field its columns, in the order of the sheet."""

    @property
    def left(self) -> list[str]:
        """The headings of the columns that are not taken."""
        used = {at for columns in self.taken.values() for at in columns}
        return [name for at, name in enumerate(self.headings) if name and at not in used]

    def shown(self) -> list[tuple[str, str]]:
        """Return each field with the headings of its columns, in the order of the sheet."""
        in_order = sorted(self.taken.items(), key=lambda item: item[1])
        return [(name, " + ".join(self.headings[at] for at in some)) for name, some in in_order]

    def changed(self, chosen: Mapping[str, str], rows: Sequence[Row]) -> Columns:
        """Return the same headings with other columns chosen for some fields. Raises BadColumn."""
        below = [row.cells for row in rows[self.begins : self.begins + LOOKED_AT]]
        taken = _taken(self.headings, chosen, below)
        return Columns(self.headings, self.begins, self.repeated, taken)


def read_choice(text: str) -> tuple[str, str]:
    """Return the field and the heading of ``given=First name``. Raises BadColumn.

    The field may be written as any usual heading of it is: dob, postcode, id.
    """
    name, sign, heading = text.partition("=")
    found = name.strip() if name.strip() in FIELDS else field_for(name)
    if not sign or not found:
        raise BadColumn(
            'Write it as FIELD=HEADING, such as given="First name". '
            f"The fields are: {', '.join(FIELDS)}."
        )
    return found, one_line(heading)


def columns_of(rows: Sequence[Row], chosen: Mapping[str, str]) -> Columns:
    """Return the columns of a sheet from its first rows. Raises BadSheet, BadColumn.

    ``chosen`` gives for some fields the heading of their column, or nothing to leave them out.
    """
    best: tuple[int, tuple[str, ...], int, list[tuple[str, ...]]] | None = None
    top = [tuple(map(one_line, row.cells)) for row in rows[:LOOKED_AT]]
    for at, cells in enumerate(top):
        below = top[at + 1] if at + 1 < len(top) else ()
        for headings, height in ((cells, 1), (_joined(cells, below), 2)):
            known = _known(headings, chosen)
            if known and (best is None or known > best[0]):
                best = (known, headings, at + height, top[at : at + height])
    if best is None:
        raise _no_headings()
    _, headings, begins, own = best
    if begins < len(top) and _known(top[begins], {}) > 1:
        own.append(top[begins])  # a second line of headings, in other words
        begins += 1
    people = [row.cells for row in rows[begins : begins + LOOKED_AT]]
    taken = _taken(headings, chosen, people)
    named = len([one for one in headings if one])
    if taken.keys().isdisjoint(WHO | chosen.keys()) and len(taken) * 2 < named:
        raise _no_headings()  # a word that is a heading elsewhere, and nothing says who anybody is
    return Columns(headings, begins, frozenset(map(_bare, own)), taken)


def is_repeated(columns: Columns, cells: Sequence[str]) -> bool:
    """Return whether a row is one of headings again."""
    return _bare(cells) in columns.repeated


def _no_headings() -> BadSheet:
    return BadSheet(
        f"No row of headings was found in the first {LOOKED_AT} rows. Write one above the "
        "people, such as Forename, Surname, Date of birth, Postcode; or name yours with --map."
    )


def _bare(cells: Sequence[str]) -> tuple[str, ...]:
    plain = [one_line(cell) for cell in cells]
    while plain and not plain[-1]:
        plain.pop()
    return tuple(plain)


def _known(headings: Sequence[str], chosen: Mapping[str, str]) -> int:
    """Return how many fields these headings would fill."""
    named = {field_for(one) for one in headings} - {""}
    asked = {
        name for name, one in chosen.items() if any(same_heading(one, other) for other in headings)
    }
    return len(named | asked)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Return two rows as one: a group's name stands over its first column, or over each."""
    return tuple(
        " ".join(part for part in (one, other) if part)
        for one, other in zip_longest(upper, lower, fillvalue="")
    )


def _taken(
    headings: Sequence[str], chosen: Mapping[str, str], below: Sequence[Sequence[str]]
) -> dict[str, list[int]]:
    taken: dict[str, list[int]] = {}
    for name, heading in chosen.items():
        places = [at for at, one in enumerate(headings) if same_heading(one, heading)]
        if heading and not places:
            there = ", ".join(one for one in headings if one)
            raise BadColumn(f"There is no column “{heading}”. The headings are: {there}.")
        taken[name] = places[:1]
    used = {at for some in taken.values() for at in some}
    meant = meanings(headings, below)
    for at, name in enumerate(meant):
        if not name or at in used or name in chosen:
            continue
        if name not in taken or name in JOINED:
            taken.setdefault(name, []).append(at)
    if "external_id" in taken and "external_id" not in chosen:
        taken["external_id"].sort(key=lambda at: squashed(headings[at]) == "uprn")
    return {name: some for name, some in taken.items() if some}
