"""New entries of the ledger: an asking, a refusal, a withdrawal, a correction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.records.base import values_of
from data.records.consent import Consent, ConsentScope
from data.records.starting import Refusal
from ehtui.dates import age_on
from ehtui.process.consent.capacity import OF_AGE, PRESUMED_ABLE
from ehtui.process.consent.ledger import PARTS, in_force, scopes_of

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from data.records.people import Person
    from ehtui.changes import ChangeSet, RowChange

GILLICK = (
    "understood_how",
    "understands_who_sees",
    "understands_can_refuse",
    "understands_risks",
    "pressure",
    "has_capacity",
    "capacity_reasons",
    "assessed_by",
)
MCA = (
    "mca_understands",
    "mca_retains",
    "mca_weighs",
    "mca_communicates",
    "has_capacity",
    "capacity_reasons",
    "assessed_by",
)
MAY_BE_ABLE = 11
"""Years under which a child is hardly ever able to decide this: then whoever asks chooses, and
nothing is suggested. No age is too low in law."""
NOT_COPIED = ("id", "version", "case_id", "replaces_id")


def likely_capacity(file: CaseFile, person: Person, today: date) -> str:
    """Return in what capacity somebody would be asked, as far as the record tells; else empty."""
    age = age_on(person.born, today) if person.born else None
    if person.is_child and not person.is_unborn:
        if age is None or age < MAY_BE_ABLE:
            return ""
        return "competent_child" if age < PRESUMED_ABLE else _grown(age)
    ties = [one for one in file.relationships if one.person_id == person.id]
    if any(one.parental_responsibility for one in ties):
        return "parental_responsibility"
    unborn = {child.id for child in file.children if child.is_unborn}
    if any(one.child_id in unborn and one.kind.startswith("mother") for one in ties):
        return "mother_of_unborn"
    return "primary_carer" if any(one.primary_carer for one in ties) else ""


def _grown(age: int) -> str:
    return "young_person" if age < OF_AGE else "adult_self"


def ask(changes: ChangeSet, today: date, **values: Any) -> RowChange:
    """Begin an asking."""
    return changes.new(Consent, on=today, **values)


def refuse(changes: ChangeSet, today: date) -> RowChange:
    """Begin a refusal: no to all three parts, and what is done about it."""
    row = ask(changes, today, **dict.fromkeys(PARTS, "no"))
    changes.new(Refusal, on=today)
    return row


def withdraw(changes: ChangeSet, yes: Given, today: date) -> RowChange:
    """Begin a withdrawal by whoever said yes; how they were found able to decide still holds."""
    kept = {name: getattr(yes.entry, name) for name in ("by_id", "capacity", "about_id", *GILLICK)}
    return ask(changes, today, **kept, **dict.fromkeys(yes.parts, "withdrawn"))


def correct(changes: ChangeSet, file: CaseFile, entry: Consent) -> RowChange:
    """Begin the entry that takes another's place, with all that the other says."""
    values = {name: value for name, value in values_of(entry).items() if name not in NOT_COPIED}
    row = changes.new(Consent, **values, replaces_id=entry.id)
    for scope in scopes_of(file, entry):
        copied = {name: v for name, v in values_of(scope).items() if name not in NOT_COPIED}
        changes.new(ConsentScope, **{**copied, "consent_id": row.record_id})
    return row


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody said yes to last, and has not taken back."""

    entry: Consent
    """The newest entry in which they say yes."""
    parts: tuple[str, ...]


def given(file: CaseFile) -> list[Given]:
    """Return what may be withdrawn: one for each person, and each they spoke about."""
    answers: dict[tuple[str | None, str | None], dict[str, Consent]] = {}
    for entry in in_force(file):
        last = answers.setdefault((entry.by_id, entry.about_id), {})
        last.update({part: entry for part in PARTS if getattr(entry, part)})
    found = []
    for last in answers.values():
        parts = tuple(part for part, entry in last.items() if getattr(entry, part) == "yes")
        if parts:
            found.append(Given(last[parts[-1]], parts))
    return found
