"""Whose view a statement is: somebody of the family, or a practitioner with their service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.records.assessment import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.casefile import CaseFile
    from ehtui.opening import OpenCase


@dataclass(frozen=True, slots=True)
class Owner:
    """One person whose view is written down."""

    person_id: str = ""
    name: str = ""
    """Outside the family: who it is."""
    agency_id: str = ""

    def called(self, opened: OpenCase) -> str:
        """Return what to call them: a name, or the part they play and their service."""
        file = opened.file
        if self.person_id:
            return file.name(self.person_id, "somebody no longer in the record")
        name = opened.wording.said(Statement, "owner_name", self.name)
        named = (name, file.name(self.agency_id))
        return ", ".join(part for part in named if part) or "nobody named yet"

    @property
    def values(self) -> dict[str, Any]:
        """The fields of a statement that say whose it is."""
        return {
            "owner_id": self.person_id or None,
            "owner_name": self.name,
            "owner_agency_id": self.agency_id or None,
        }

    @property
    def key(self) -> str:
        """One text for a list to choose from."""
        return "\t".join((self.person_id, self.name, self.agency_id))

    @classmethod
    def from_key(cls, key: str) -> Owner:
        """Return the owner that `key` gave."""
        return cls(*key.split("\t"))


def owner_of(statement: Statement) -> Owner:
    """Return whose view a statement is."""
    if statement.owner_id:
        return Owner(person_id=statement.owner_id)
    return Owner(name=statement.owner_name, agency_id=statement.owner_agency_id or "")


def owners(file: CaseFile, statements: Iterable[Statement]) -> list[Owner]:
    """Return whoever may be chosen: adults, children, the lead, services, then others who spoke."""
    family = [*file.adults, *(child for child in file.children if not child.is_unborn)]
    found = [Owner(person_id=person.id) for person in family]
    found += [Owner(name=file.lead.name)] if file.lead else []
    found += [Owner(name=one.worker or one.role, agency_id=one.id) for one in file.agencies]
    found += [owner_of(one) for one in statements]
    return [one for one in dict.fromkeys(found) if one != Owner()]
