"""A case in initials, for a screen that others can see (S9): the one place where names are hidden.

Only what is recorded as a name becomes initials; what people wrote stays what they wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from data.casefile import TABLES, CaseFile
from data.records.base import Record, but_with
from ehtui.plaintext import initials

if TYPE_CHECKING:
    from data.records.people import Person

R = TypeVar("R", bound=Record)

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "cases": ("family_name",),
    "people": ("given", "family", "known_as", "other_names", "unsafe_decided_by"),
    "agencies": ("worker",),
    "leads": ("name", "shared_with"),
    "notes": ("by",),
    "start_decisions": ("advice_from",),
    "enquiries": ("lead_name",),
    "refusals": ("talked_to",),
    "restrictions": ("harm_consulted",),
    "meetings": ("chair", "minutes_by", "lead_confirmed"),
    "members": ("name",),
    "attendances": ("name",),
    "agenda_items": ("spoke",),
    "statements": ("owner_name",),
    "scales": ("owner_name",),
    "conversations": ("present", "written_by"),
    "findings": ("known_from",),
    "events": ("source",),
    "outcomes": ("agreed_with",),
    "actions": ("who",),
    "notices": ("spoke_to",),
    "calls": ("who", "asked_about"),
    "harm_contacts": ("about", "spoke_to"),
    "handovers": ("to_name",),
    "copies": ("to",),
    "tool_uses": ("scored_by",),
    "level_changes": ("decided_by",),
    "sharing_decisions": ("asked_by", "with_whom", "consulted"),
    "escalations": ("with_whom",),
    "supervisions": ("with_whom",),
    "quality_audits": ("by",),
}
"""The fields that hold somebody's name, by table."""


class Initials(str):
    """What stands for a name; taking the initials of it once more changes nothing."""

    __slots__ = ()

    @classmethod
    def of(cls, name: str) -> Initials:
        """Return the initials of a name; nothing for nothing."""
        if isinstance(name, Initials):
            return name
        return cls(initials(name) if name else "")


def holds_name(record: type[Record], field: str) -> bool:
    """Return whether a field holds somebody's name."""
    return field in NAMES.get(str(record.__tablename__), ())


def in_initials(file: CaseFile) -> CaseFile:
    """Return the case with initials where names are, and its reference for the family's name.

    To be read on a screen only: never saved, written to a file or asked for what it holds back.
    """
    case = but_with(file.case, family_name=file.case.reference)
    rows = {table: [_hidden(row) for row in getattr(file, table)] for table in TABLES}
    return CaseFile(case, **{**rows, "people": [_person(one) for one in file.people]})


def _hidden(row: R) -> R:
    names = {name: getattr(row, name) for name in NAMES.get(str(row.__tablename__), ())}
    if not any(names.values()):
        return row
    hidden = {name: Initials.of(said) for name, said in names.items()}
    return but_with(row, **hidden)


def _person(one: Person) -> Person:
    """Return somebody whose every name is the initials of the whole one, or of what is known."""
    name = Initials.of(f"{one.given} {one.family}".strip() or one.known_as)
    hidden = {"given": name, "family": "", "known_as": "", "other_names": ""}
    hidden["unsafe_decided_by"] = Initials.of(one.unsafe_decided_by)
    return but_with(one, **hidden)
