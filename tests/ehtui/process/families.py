"""Families for tests: built in a few lines, or read as the demo has them written down.

family = Family()
mum, keeva = family.adult("Siân"), family.child("Keeva", "2011-03-01")
family.tie(mum, keeva, "mother", responsible=True)
family.consent(mum, share="yes", to=[school, (housing, "housing")], but=[church])
may_share(family.file)
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from data.casefile import TABLES, CaseFile
from data.demo.reading import PAPER_CASE, families
from data.records.all import BY_TABLE
from data.records.assessment import Statement
from data.records.cases import Case
from data.records.consent import Consent, ConsentScope, Restriction
from data.records.people import Agency, Person, Relationship
from ehtui.process.sharing.may_see import seen_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.records.base import Record
    from ehtui.process.sharing.recipients import Recipient

    Named = Agency | tuple[Agency, str]
    """A service, or a service and the subject it is named for."""

ABLE: dict[str, Any] = {
    "understood_how": "told it back",
    "understands_who_sees": True,
    "understands_can_refuse": True,
    "pressure": "none seen",
    "has_capacity": True,
}
"""A child's Gillick points, all of them recorded."""


class Family:
    """A case file that grows. Keys are counted, so that a failing example can be read."""

    def __init__(self) -> None:
        self.file = CaseFile(_case({}))
        self._count = 0

    def add(self, table: str, **values: Any) -> Any:
        """Add a record of any table of the case."""
        self._count += 1
        row = _row(table, {"id": f"{table}-{self._count}"} | values)
        getattr(self.file, table).append(row)
        return row

    def adult(self, name: str, **values: Any) -> Person:
        return self.add("people", kind="adult", given=name, **values)  # type: ignore[no-any-return]

    def child(self, name: str, born: str = "", **values: Any) -> Person:
        day = date.fromisoformat(born) if born else None
        row: Person = self.add("people", **{"kind": "child", "given": name, "born": day} | values)
        return row

    def unborn(self, name: str = "Baby") -> Person:
        return self.child(name, kind="unborn")

    def tie(
        self, person: Person, child: Person, kind: str, *, responsible: bool | None = None,
        **values: Any,
    ) -> Relationship:  # fmt: skip
        row: Relationship = self.add(
            "relationships", person_id=person.id, child_id=child.id, kind=kind,
            parental_responsibility=responsible, **values,
        )  # fmt: skip
        return row

    def agency(self, name: str, kind: str = "other", **values: Any) -> Agency:
        row: Agency = self.add("agencies", name=name, kind=kind, **values)
        return row

    def consent(
        self, by: Person, on: str = "2026-09-09", *, to: Sequence[Named] = (),
        but: Sequence[Named] = (), about: Person | None = None, **values: Any,
    ) -> Consent:  # fmt: skip
        """Add an entry of the ledger, with the services it names in and out."""
        row: Consent = self.add(
            "consents", by_id=by.id, on=date.fromisoformat(on) if on else None,
            about_id=about.id if about else None, **values,
        )  # fmt: skip
        for included, named in ((True, to), (False, but)):
            for one in named:
                agency, subject = one if isinstance(one, tuple) else (one, "everything")
                self.scope(row, agency, included=included, subject=subject)
        return row

    def scope(
        self, entry: Consent, agency: Agency, *, included: bool, subject: str = "everything"
    ) -> ConsentScope:
        row: ConsentScope = self.add(
            "consent_scopes", consent_id=entry.id, agency_id=agency.id, included=included,
            subject=subject,
        )  # fmt: skip
        return row

    def keep(
        self, record: Record, kept_from: Person | Agency, field: str = "", **values: Any
    ) -> Restriction:
        """Keep a record, or one field of it, from somebody."""
        link = "from_person_id" if isinstance(kept_from, Person) else "from_agency_id"
        row: Restriction = self.add(
            "restrictions", record_id=record.id, field=field, **{link: kept_from.id}, **values
        )
        return row

    def said(self, owner: Person, text: str, **values: Any) -> Statement:
        row: Statement = self.add("statements", owner_id=owner.id, text=text, **values)
        return row


def written(file: str = PAPER_CASE) -> CaseFile:
    """Return a family of the demo as written down, its refs for keys; else the paper case."""
    family = next(one for one in families() if one.file == file)
    found = CaseFile(_case(family.case))
    for table in TABLES:
        for number, row in enumerate(family.tables.get(table, []), 1):
            key = row.get("ref") or f"{table}-{number}"
            getattr(found, table).append(_row(table, {"id": key} | row))
    return found


def _case(values: dict[str, Any]) -> Case:
    known = {"id": "case", "reference": "R", "procedure_id": "", "procedure_version": ""}
    return Case(**{**known, "procedure_text_id": "", **_without_ref(values)})


def _row(table: str, values: dict[str, Any]) -> Any:
    record: Any = BY_TABLE[table]
    return record(case_id="case", **_without_ref(values))


def _without_ref(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "ref"}


def may_see(file: CaseFile, reader: Recipient, record: Record, field: str = "") -> bool:
    """Return whether a reader may see a record, or one field of it: for a single question."""
    return seen_by(file, reader)(record, field)
