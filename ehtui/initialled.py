"""A case in initials, for a screen that others can see (S9): the one place where names are hidden.

What is recorded as a name becomes initials, and so do the family's and the team's names inside
what people wrote. Whoever is recorded nowhere is not known to be named.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from data.casefile import TABLES, CaseFile
from data.records.base import Record, but_with
from data.records.fields import described
from ehtui.plaintext import initials

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.records.people import Person

    Told = Callable[[str], str]

R = TypeVar("R", bound=Record)

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "cases": ("family_name", "raised_by"),
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
    told = names_hidden(file)
    case = but_with(_hidden(file.case, told), family_name=file.case.reference)
    rows = {table: [_hidden(row, told) for row in getattr(file, table)] for table in TABLES}
    people = [_hidden(_person(one), told) for one in file.people]
    return CaseFile(case, **{**rows, "people": people})


def names_hidden(file: CaseFile) -> Told:
    """Return what gives a text with initials for the names of the family and of its team.

    Whole words, in small letters too: notes are written in a hurry. A name that is also a word
    ("May", "Will") is taken for the name; nobody reads more for it than they should.
    """
    names = [name for one in file.people for name in (one.given, one.family, one.known_as)]
    team = [*(one.name for one in file.members), *(one.name for one in file.leads)]
    parts = {part for name in (file.case.family_name, *names) for part in _PART.findall(name)}
    parts |= {part for name in team for part in _PART.findall(name) if part[0].isupper()}
    known = sorted({one.casefold() for one in parts} - NO_NAMES, key=len, reverse=True)
    if not known:
        return lambda text: text
    words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)
    return lambda text: words.sub(lambda found: initials(found[0]), text)


_PART: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?<=\w{3})")
"""A name's part of three letters or more: shorter ones are found in too many words."""
NO_NAMES: Final = frozenset({"mrs", "miss", "mister", "prof", "doctor", "nurse", "the", "and"})
"""What stands beside a name."""


@cache
def _texts(record: type[Record]) -> tuple[str, ...]:
    """Return the fields in which people write, without those that hold a name."""
    own = NAMES.get(str(record.__tablename__), ())
    kinds = {name: words.kind for name, words in described(record).items()}
    return tuple(
        name for name, kind in kinds.items() if kind in ("line", "text") if name not in own
    )


def _hidden(row: R, told: Told) -> R:
    names = {name: getattr(row, name) for name in NAMES.get(str(row.__tablename__), ())}
    hidden: dict[str, str] = {name: Initials.of(said) for name, said in names.items() if said}
    for name in _texts(type(row)):
        text = getattr(row, name)
        if text and (read := told(text)) != text:
            hidden[name] = read
    return but_with(row, **hidden) if hidden else row


def _person(one: Person) -> Person:
    """Return somebody whose every name is the initials of the whole one, or of what is known."""
    name = Initials.of(f"{one.given} {one.family}".strip() or one.known_as)
    hidden = {"given": name, "family": "", "known_as": "", "other_names": ""}
    return but_with(one, **hidden)
