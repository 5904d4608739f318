"""How one statement reads on the screen: its words, in which way they are known, what is marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from ehtui.quoting import quoted
from screens.commands import key_name
from screens.statements.commands import EditStatement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.casefile import CaseFile
    from data.records.assessment import Statement
    from data.records.consent import Restriction

TAGS = {"seen": "fact", "opinion": "opinion"}


@dataclass(frozen=True, slots=True)
class Way:
    """In which way something is known; F5 turns from one to the next."""

    basis: str
    verbatim: bool
    words: str


WAYS = (
    Way("said", False, "said"),
    Way("said", True, "said, their own words"),
    Way("seen", False, "fact: seen, or on record"),
    Way("opinion", False, "opinion"),
)


def shown(text: str, basis: str, verbatim: bool | None) -> Content:
    """Return the words, between marks when said in just these words, and how it is known."""
    words = Content(quoted(text) if verbatim else text)
    tag = TAGS.get(basis)
    return words + Content(f"  ({tag})").stylize("$text-muted italic") if tag else words


def statement_shown(file: CaseFile, one: Statement, *, marks: bool) -> Content:
    """Return a statement with its remark; with ``marks`` also from whom it is kept."""
    found = shown(one.text, one.basis, one.verbatim)
    if one.remark:
        whose = (
            "" if one.basis == "opinion" or "opinion" in one.remark.casefold() else ": my opinion"
        )
        found += Content(f"  ({one.remark}{whose})").stylize("$text-muted italic")
    if marks and (kept := kept_from(file, one.id)):
        found += Content(f"  [not for {', '.join(map(str, kept))}]").stylize("$warning")
    if marks and one.weigh_harm and not one.harm_weighed:
        found += Content(f"  [weigh for harm: {key_name(EditStatement.key)}]").stylize("$warning")
    return found


@dataclass(frozen=True, slots=True)
class Kept:
    """From whom something is kept, and whether anybody asked if it could be a risk of harm."""

    name: str
    weighed: bool

    def __str__(self) -> str:
        """Return the name, and that weighing is still to come."""
        return self.name if self.weighed else f"{self.name}, not weighed yet"


def restrictions_on(file: CaseFile, record_id: str) -> list[Restriction]:
    """Return what keeps a record from somebody and has not been lifted."""
    return [one for one in file.restrictions if one.record_id == record_id and not one.lifted]


def kept_from(file: CaseFile, record_id: str) -> list[Kept]:
    """Return from whom a record is kept now."""
    return [
        Kept(
            file.name(one.from_person_id or one.from_agency_id, "somebody"),
            one.harm_weighed is not None,
        )
        for one in restrictions_on(file, record_id)
    ]


def held_back_line(file: CaseFile, statements: Iterable[Statement]) -> str:
    """Return how many of these are kept from whom; empty when none is."""
    names = [[kept.name for kept in kept_from(file, one.id)] for one in statements]
    kept = [found for found in names if found]
    if not kept:
        return ""
    whom = ", ".join(dict.fromkeys(name for found in kept for name in found))
    return f"held back: {len(kept)} (from {whom})"
