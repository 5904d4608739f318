"""Whose voice is missing: children not heard, not seen since, and words without an owner.

Source: Newcastle 7.3, 10.1. An unborn child is excepted.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from data.keys import made_on
from ehtui.dates import age_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.assessment import Statement
    from data.records.people import Person

SPEAKS = 3
"""From which birthday on a child's own words are looked for, and not only what others watch."""


def to_hear(file: CaseFile) -> list[Person]:
    """Return the children who are to be heard: all but those not born yet."""
    return [child for child in file.children if not child.is_unborn]


def came_later(file: CaseFile, child: Person, day: date) -> date | None:
    """Return the day after this one on which a child came into the family; None if there by then.

    That is the day of birth, or else the day on which the child was written down: where another
    child stood in the record by then, one written down afterwards came later.
    """
    if child.born and child.born > day:
        return child.born
    mine = _written_down(child)
    if mine is None or mine <= day:
        return None
    others = (_written_down(one) for one in file.children if one is not child)
    return mine if any(one and one <= day for one in others) else None


def _written_down(child: Person) -> date | None:
    with suppress(ValueError):  # a key made by another program need not tell its day
        return made_on(child.id)
    return None


def not_heard(file: CaseFile) -> list[Person]:
    """Return the children of whom nothing is recorded that they themselves say, draw or score.

    What somebody saw a child do while they listened, or one too young to tell, is that child's
    voice. Source: Doncaster p. 11.
    """
    heard = {one.owner_id for one in file.statements if one.text or one.remark}
    heard |= {one.about_id for one in file.statements if one.text and one.tool == "houses"}
    heard |= {one.owner_id for one in file.scales if one.score is not None}
    heard |= {one.with_id for one in file.tool_uses if one.done is not False}
    return [child for child in to_hear(file) if child.id not in heard and not watched(file, child)]


def watched(file: CaseFile, child: Person) -> bool:
    """Whether somebody wrote down what a child too young to tell does: that is how it is heard.

    Source: Doncaster p. 11.
    """
    return any(
        one.about_id == child.id and one.basis == "seen" and one.text and _too_young(child, one.on)
        for one in file.statements
    )


def _too_young(child: Person, day: date | None) -> bool:
    return bool(child.born and day and age_on(child.born, day) < SPEAKS)


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
    child came to, a tool used with the child, a score the child gave, and what says so of the child
    or of the whole family: a note, a talk with the parents, an update.
    """
    return max(_met(file, child.id), default=None)


def _met(file: CaseFile, child_id: str) -> Iterator[date]:
    children = {one.id for one in file.children}
    for talk in file.conversations:
        if talk.with_id == child_id and talk.on and talk.child_seen is not False:
            yield talk.on
        if talk.with_id not in children and talk.on and talk.child_seen:
            yield talk.on  # a visit to the parents, say
    for note in file.notes:
        if note.about_id in (child_id, None) and note.on and note.child_seen:
            yield note.on
    for update in file.updates:
        if update.received and update.child_seen:
            yield update.received
    for use in file.tool_uses:
        if use.with_id == child_id and use.on and use.done is not False:
            yield use.on
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
