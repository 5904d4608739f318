"""The index of names, kept by the save that changes a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.lookup.folding import fold

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.store.driver import Connection


def replace_names(connection: Connection, file: CaseFile) -> None:
    """Put the names of a family's people in place of those kept before, where they are others."""
    names = _names(file)
    kept = connection.execute("SELECT * FROM names WHERE case_id = ?", (file.case.id,))
    if sorted(map(tuple, kept.fetchall())) == sorted(names):
        return
    connection.execute("DELETE FROM names WHERE case_id = ?", (file.case.id,))
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?)", names)


def _names(file: CaseFile) -> list[tuple[str, str, str, str, str]]:
    family = file.case.family_name
    if not file.people:  # a record just begun is found by the family's name
        return [(file.case.id, file.case.id, family, "", fold(family))]
    return [
        (
            one.id,
            file.case.id,
            one.full_name,
            one.born.isoformat() if one.born else "",
            fold(f"{one.given} {one.known_as} {one.family} {one.other_names} {family}"),
        )
        for one in file.people
    ]
