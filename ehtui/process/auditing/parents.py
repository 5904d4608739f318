"""A parent who was left out: neither asked, heard nor invited.

Source: Newcastle 8.2, 8.3; S1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import finished_by
from ehtui.process.consent.ledger import voices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.people import Person
    from ehtui.process.facts import Facts

PARENTS = ("mother", "father", "adoptive_parent", "special_guardian")
"""Ties that bring parental responsibility, unless it is recorded that they don't."""
_TRIED = re.compile(
    r"\b(asked|rang|rung|wrote|written|texted|called|contacted|tried|invited|spoke|whereabouts"
    r"|no contact|not in touch|prison|court|unsafe|not safe|cannot be (?:reached|found))\b",
    re.IGNORECASE,
)
"""What a note says of somebody who was asked, or why they were not."""


def parent_never_asked(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each parent with responsibility who was neither asked, heard nor invited.

    Not whoever it is unsafe to ask (S1), nor where it is recorded why another parent was asked.
    """
    file, day = facts.file, finished_by(facts)
    if day is None or day >= today or any(one.conflict for one in file.consents):
        return
    for parent in file.adults:
        if parent.unsafe or parent.died or not (parent.given or parent.family or parent.known_as):
            continue
        of = [one.called for one in _children_of(file, parent) if not _decides(file, one)]
        if not of or parent.id in _reached(file):
            continue
        role = "holds parental responsibility for" if _holds(file, parent) else "is a parent of"
        why = (
            f"{parent.called} {role} {', '.join(of)}, "
            "and was never asked, heard or invited; no reason is recorded."
        )
        yield Remark("parent_never_asked", why, parent.called, day, "people", parent.id)


def _children_of(file: CaseFile, person: Person) -> list[Person]:
    """The born children somebody holds responsibility for, or is a parent of as far as is known."""
    found = {
        one.child_id
        for one in file.relationships
        if one.person_id == person.id
        and (
            one.parental_responsibility
            or (one.kind in PARENTS and one.parental_responsibility is not False)
        )
    }
    return [one for one in file.children if one.id in found and not one.is_unborn]


def _decides(file: CaseFile, child: Person) -> bool:
    """Whether a young person decides alone, so that no parent has to be asked."""
    found = [one for one in voices(file, "start", child) if one.agrees]
    return bool(found) and all(one.person.id == child.id for one in found)


def _holds(file: CaseFile, person: Person) -> bool:
    ties = (one for one in file.relationships if one.person_id == person.id)
    return any(one.parental_responsibility for one in ties)


def _reached(file: CaseFile) -> set[str | None]:
    """The keys of everybody who was asked, heard, invited or written of after a contact."""
    found: set[str | None] = {one.by_id for one in file.consents}
    found |= {one.by_id for one in file.refusals}
    found |= {one.with_id for one in file.conversations}
    found |= {one.owner_id for one in file.statements if one.text}
    found |= {one.owner_id for one in file.scales}
    found |= {one.about_id for one in file.notes}
    found |= {one.id for one in file.adults if _tried(file, one)}
    found |= {one.person_id for one in file.members}
    found |= {one.person_id for one in file.attendances}
    found |= {one.person_id for one in file.updates}
    found |= {one.with_id for one in file.tool_uses}
    members = {one.member_id for one in file.attendances}
    return found | {one.person_id for one in file.members if one.id in members}


def _tried(file: CaseFile, person: Person) -> bool:
    """Whether a note, or why consent was asked of another, says of somebody how they were asked."""
    called = person.called.casefold()
    notes = [one.text for one in file.notes] + [one.words for one in file.consents]
    return any(called in text.casefold() and _TRIED.search(text) for text in notes)
