"""Who carries the plan: not one person alone, and not the practitioners without the family.

Source: Newcastle 10.1 (what each person will do), 13.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.lookup.folding import fold
from ehtui.process.auditing.naming import family_names, names_family, parts_of
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import agreed_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.outcomes import Action
    from ehtui.process.facts import Facts

FEW = 3
"""From how many actions on it says something that one person has them all."""
COUNTED = ("open", "done", "")


def all_on_one(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a plan whose actions all lie on one person."""
    day, file = agreed_on(facts), facts.file
    actions = _shared_out(file)
    if day is None or day > today or len(actions) < FEW:
        return
    doers = {_doer(file, one) for one in actions}
    if len(doers) == 1 and not any(_several(file, one) for one in actions):
        name = _name(file, actions[0])
        why = f"All {len(actions)} actions lie on {name}."
        yield Remark("actions_all_on_one", why, name, day, "outcomes", actions[0].id)


def none_on_family(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a plan in which nobody of the family does anything."""
    day, file = agreed_on(facts), facts.file
    actions = _shared_out(file)
    if day is None or day > today or len(actions) < 2 or next(all_on_one(facts, today), None):
        return
    if not any(_by_family(file, one) for one in actions):
        why = f"None of the {len(actions)} actions is for somebody of the family."
        yield Remark("no_action_for_family", why, "", day, "outcomes", actions[0].id)


def _shared_out(file: CaseFile) -> list[Action]:
    """The actions somebody has taken on."""
    return [
        one
        for one in file.actions
        if one.status in COUNTED and (one.who or one.who_person_id or one.who_member_id)
    ]


def _doer(file: CaseFile, action: Action) -> str:
    """One key for whoever does it, however they were written down."""
    if action.who_person_id:
        return action.who_person_id
    member = file.member(action.who_member_id)
    if member is not None:
        return member.person_id or fold(member.name or member.role)
    written = fold(action.who)
    for person in file.people:
        if written in map(fold, (person.called, person.given, person.full_name)):
            return person.id
        if person.in_family and written == fold(person.in_family):
            return person.id
    for one in file.members:
        if written and written in map(fold, (one.name, one.role)):
            return one.person_id or fold(one.name or one.role)
    return written


def _several(file: CaseFile, action: Action) -> bool:
    """Whether more than one person does it: two links, or two names in a line."""
    if action.who_person_id and action.who_member_id:
        member = file.member(action.who_member_id)
        return member is None or member.person_id != action.who_person_id
    padded = f" {action.who.casefold()} "
    return any(mark in padded for mark in (" and ", " + ", " & ", ", ", "/", " with "))


def _by_family(file: CaseFile, action: Action) -> bool:
    if action.who_person_id or file.person(_doer(file, action)):
        return True
    member = file.member(action.who_member_id)
    if member is not None and member.person_id:
        return True
    outside = {fold(one.name) for one in file.members if one.name and not one.person_id}
    parts = [one for one in parts_of(action.who) if fold(one) not in outside]
    return names_family(", ".join(parts), family_names(file))


def _name(file: CaseFile, action: Action) -> str:
    found = file.name(action.who_person_id) or file.name(action.who_member_id)
    return action.who or found
