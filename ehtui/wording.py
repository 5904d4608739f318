"""A record's fields in the words of one procedure: labels, choices, values as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from data.codes.lists import codes
from data.codes.lists import words as code_words
from data.procedures.words import fill
from data.records.fields import described, words_of
from ehtui.dates import show_date
from ehtui.initialled import Initials, holds_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.base import Record

Option = tuple[str, str]
"""What is read, and what is recorded."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How one case is put into words: its procedure's, and its people's names."""

    procedure: Procedure
    file: CaseFile
    in_initials: bool = False
    """Whether ``file`` has initials for names, for a screen that others can see."""

    def filled(self, template: str) -> str:
        """Return a template with the procedure's words in it."""
        return fill(template, self.procedure.words)

    def label(self, record: type[Record], field: str) -> str:
        """Return what stands before a field."""
        return self.filled(words_of(record, field).label)

    def hint(self, record: type[Record], field: str) -> str:
        """Return the plain words that help to fill a field in; empty where there are none."""
        return self.filled(words_of(record, field).hint)

    def options(self, record: type[Record], field: str) -> list[Option]:
        """Return the choices of a field, in order; retired codes are not offered."""
        return self.choices(words_of(record, field).choices)

    def choices(self, source: str) -> list[Option]:
        """Return the choices that a source such as ``code:ethnicity`` or ``people`` names."""
        kind, _, name = source.partition(":")
        if kind == "code":
            return [(one.words, one.code) for one in codes(name) if not one.retired]
        if kind == "procedure":
            return [(self.filled(one.title), one.key) for one in getattr(self.procedure, name)]
        if source == _NAMED and self.in_initials:
            return []  # there the name itself is recorded, and initials are none
        return _OF_THE_CASE[source](self.file) if source else []

    def note(self, record: type[Record], field: str, value: str) -> str:
        """Return what the area says of a choice once it is made; empty where it says nothing."""
        kind, _, name = words_of(record, field).choices.partition(":")
        offered = getattr(self.procedure, name) if kind == "procedure" else ()
        said = (getattr(one, "hint", "") for one in offered if one.key == value)
        return self.filled(next(said, ""))

    def hides(self, record: type[Record], field: str) -> bool:
        """Return whether a field holds a name that is not to be read over a shoulder."""
        return self.in_initials and holds_name(record, field)

    def value(self, row: Record, field: str) -> str:
        """Return a field's value as people read it; empty when nothing is recorded."""
        return self.said(type(row), field, getattr(row, field))

    def said(self, record: type[Record], field: str, value: Any) -> str:
        """Return a value as people read it in this field."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, date):
            return show_date(value)
        if self.hides(record, field):
            return Initials.of(str(value))
        words = words_of(record, field)
        if words.kind == "choice" and words.choices.startswith("code:"):
            return code_words(words.choices.removeprefix("code:"), str(value))
        if words.kind in ("choice", "link"):
            return next(
                (read for read, key in self.options(record, field) if key == value), str(value)
            )
        return str(value)

    def rows(self, row: Record) -> Iterable[tuple[str, str]]:
        """Give label and value of every field that holds something."""
        for field in described(type(row)):
            if said := self.value(row, field):
                yield self.label(type(row), field), said


def _people(file: CaseFile) -> list[Option]:
    return [(one.called, one.id) for one in file.people]


def _children(file: CaseFile) -> list[Option]:
    return [(one.called, one.id) for one in file.children]


def _agencies(file: CaseFile) -> list[Option]:
    return [(one.name, one.id) for one in file.agencies]


def _members(file: CaseFile) -> list[Option]:
    return [(file.name(one.id), one.id) for one in file.members]


def _outcomes(file: CaseFile) -> list[Option]:
    return [(f"{one.number} {one.title}", one.id) for one in file.outcomes]


def _actions(file: CaseFile) -> list[Option]:
    return [(one.what, one.id) for one in file.actions]


def _worries(file: CaseFile) -> list[Option]:
    return [(one.text, one.id) for one in file.statements if one.part.endswith("worries")]


def _meetings(file: CaseFile) -> list[Option]:
    return [(show_date(one.on), one.id) for one in file.meetings if one.on]


def _consents(file: CaseFile) -> list[Option]:
    return [
        (f"{file.name(one.by_id)}, {show_date(one.on)}", one.id) for one in file.consents if one.on
    ]


def _tool_uses(file: CaseFile) -> list[Option]:
    return [(show_date(one.on), one.id) for one in file.tool_uses if one.on]


def _quality_audits(file: CaseFile) -> list[Option]:
    return [(show_date(one.on), one.id) for one in file.quality_audits if one.on]


def _conversations(file: CaseFile) -> list[Option]:
    return [
        (f"{file.name(one.with_id)}, {show_date(one.on)}", one.id)
        for one in file.conversations
        if one.on
    ]


def _people_and_members(file: CaseFile) -> list[Option]:
    names = [name for name, _ in (*_people(file), *_members(file))]
    return [(name, name) for name in dict.fromkeys(names)]


_NAMED = "people_and_members"
_OF_THE_CASE: dict[str, Callable[[CaseFile], list[Option]]] = {
    "people": _people,
    "children": _children,
    "agencies": _agencies,
    "members": _members,
    "outcomes": _outcomes,
    "actions": _actions,
    "worries": _worries,
    "meetings": _meetings,
    "consents": _consents,
    "conversations": _conversations,
    "tool_uses": _tool_uses,
    "quality_audits": _quality_audits,
    _NAMED: _people_and_members,
}
