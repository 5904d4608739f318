"""Beginning a record from what was typed about a family, and who in the file looks alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.lookup.search import Found, search
from data.procedures.loading import load, read_text
from data.records.people import Person
from ehtui.beginning import begin_case

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path
    from random import Random

    from data.store.driver import Connection
    from ehtui.changes import ChangeSet

MOST: Final = 8
"""Look-alikes worth reading before a second record is made."""


def begin_family(
    connection: Connection,
    procedure_id: str,
    own_procedures: Path | None,
    random: Random,
    case: Mapping[str, str],
    child: Mapping[str, str],
) -> ChangeSet:
    """Return the change set of a new case with its first child, from their typed texts.

    A child of whom only an expected date is known is not born yet. Raises BadProcedure when the
    procedure can't be read.
    """
    procedure = load(procedure_id, own_procedures)
    text = read_text(procedure_id, own_procedures)
    changes = begin_case(connection, procedure, text, random)
    row = changes.row(changes.case_id)
    if row is not None:
        row.typed.update(case)
    if any(child.values()):
        unborn = child.get("expected") and not child.get("born")
        person = changes.new(Person, kind="unborn" if unborn else "child")
        person.typed.update({"family": case.get("family_name", ""), **child})
    return changes


def alike_as_typed(
    connection: Connection, family: str, given: str, born: date | None
) -> list[Found]:
    """Return people who could be the same: of that birthday or name first, then of that family."""
    found: dict[str, Found] = {}
    tries = [(given, born) if given else None, (f"{given} {family}", None) if given else None]
    tries += [("", born) if born else None, (family, None)]
    for words, day in filter(None, tries):
        for one in search(connection, words, day, limit=MOST):
            found.setdefault(one.person_id, one)
    return list(found.values())[:MOST]
