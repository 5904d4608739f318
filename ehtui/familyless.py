"""What is due and belongs to no family: calls and contacts about harm, the audit of each month.

They are few and no case keeps their due dates: these are worked out when somebody looks. What that
takes is loaded only where there are any: the dashboard asks here before it paints its first row.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from data import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.due import DueDate
    from data.procedures.model import Procedure
    from data.records.base import Record
    from data.store.driver import Connection

CALLS = "SELECT id FROM calls WHERE case_id IS NULL AND rung_back IS NULL"
LAST_AUDIT = 'SELECT max("on") FROM quality_audits'
CONTACTS = (
    "SELECT id FROM harm_contacts WHERE case_id IS NULL "
    "AND (reason = '' OR written IS NULL OR answered IS NULL)"
)


def procedure_in_use(procedure_id: str) -> Procedure:
    """Return the procedure, or the one shipped first where it can't be read: harm does not wait."""
    from data.folders import own_folder
    from data.procedures.loading import default_id, load
    from data.procedures.problems import BadProcedure

    try:
        return load(procedure_id or default_id(), own_folder("procedures"))
    except BadProcedure:
        return load(default_id())


def familyless_due(connection: Connection) -> list[DueDate]:
    """Return what is due of every call and contact about harm without a family, soonest first.

    The times are those of the area in use, and whoever works here sees to them. ``section`` is the
    screen where it is done: phone or harm; or a section of a family that is still to be chosen.
    """
    found = [*_of_calls_and_contacts(connection), *_of_each_month(connection)]
    return sorted(found, key=lambda one: (one.due, one.record, one.what))


def _of_each_month(connection: Connection) -> Iterator[DueDate]:
    """Give the next audit where audits are recorded here at all. Source: Doncaster p. 8."""
    (last,) = connection.execute(LAST_AUDIT).fetchone()
    if last:
        from ehtui.process.due.quality import monthly_audit_due

        kept = settings.read(connection)
        procedure = procedure_in_use(kept.procedure)
        yield from monthly_audit_due(procedure, date.fromisoformat(last), kept.me)


def _of_calls_and_contacts(connection: Connection) -> list[DueDate]:
    calls, contacts = _keys(connection, CALLS), _keys(connection, CONTACTS)
    if not calls and not contacts:
        return []
    from data.casefile import CaseFile
    from data.records.cases import Case
    from data.records.contacts import Call, HarmContact
    from ehtui.process.due.contacts import calls_due
    from ehtui.process.due.harm import harm_contacts_due
    from ehtui.process.facts import facts_of

    file = CaseFile(
        Case.model_construct(),
        calls=_found(connection, Call, calls),
        harm_contacts=_found(connection, HarmContact, contacts),
    )
    kept = settings.read(connection)
    facts = replace(facts_of(file, procedure_in_use(kept.procedure)), lead=kept.me)
    found = [replace(one, section="phone") for one in calls_due(facts)]
    found += [replace(one, section="harm") for one in harm_contacts_due(facts)]
    return found


def _keys(connection: Connection, query: str) -> list[str]:
    return [row[0] for row in connection.execute(query)]


def _found(connection: Connection, record: type[Record], keys: list[str]) -> list[Any]:
    """Read these records; where nobody wrote a day, it is the day on which it was noted."""
    from data import rows
    from data.keys import made_on
    from data.records.base import but_with

    found: list[Any] = [row for key in keys if (row := rows.find(connection, record, key))]
    return [but_with(row, on=row.on or made_on(row.id)) for row in found]
