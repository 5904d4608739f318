"""Whose voice is missing: children not heard, not seen since, and words without an owner.

Source: Newcastle 7.3, 10.1. An unborn child is excepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.assessment import Statement
    from data.records.people import Person


def to_hear(file: CaseFile) -> list[Person]:
    """Return the children who are to be heard: all but those not born yet."""
    return [child for child in file.children if not child.is_unborn]


def not_heard(file: CaseFile) -> list[Person]:
    """Return the children of whom nothing is recorded that they themselves say, draw or score."""
    heard = {one.owner_id for one in file.statements if one.text or one.remark}
    heard |= {one.owner_id for one in file.scales if one.score is not None}
    return [child for child in to_hear(file) if child.id not in heard]


def without_owner(file: CaseFile) -> list[Statement]:
    """Return the statements of which it is not recorded whose view they are."""
    return [
        one
        for one in file.statements
        if one.text and not (one.owner_id or one.owner_name or one.owner_agency_id)
    ]


def last_met(file: CaseFile, child: Person) -> date | None:
    """Return the day on which a child was last seen or heard, None if no such day is recorded.

    A talk with the child counts unless it says that the child was not seen; so does a meeting the
    child came to, a note that says so, and a score the child gave.
    """
    return max(_met(file, child.id), default=None)


def _met(file: CaseFile, child_id: str) -> Iterator[date]:
    for talk in file.conversations:
        if talk.with_id == child_id and talk.on and talk.child_seen is not False:
            yield talk.on
    for note in file.notes:
        if note.about_id == child_id and note.on and note.child_seen:
            yield note.on
    held = {one.id: one.on for one in file.meetings if one.held and one.on}
    for scale in file.scales:
        if scale.owner_id == child_id and (day := scale.on or held.get(scale.meeting_id or "")):
            yield day
    for said in file.statements:
        if said.owner_id == child_id and said.on:
            yield said.on
    members = {one.id for one in file.members if one.person_id == child_id}
    for there in file.attendances:
        is_child = there.person_id == child_id or there.member_id in members
        day = held.get(there.meeting_id or "")
        if is_child and there.state == "present" and day:
            yield day
