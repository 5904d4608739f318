"""Whose voice is missing: a child's beside the others', a parent's, an interpreter's.

Source: Newcastle 7.3, 8.3, 10.1, 10.2; Doncaster p. 11; S1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehtui.dates import age_on, show_short
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import finished_by
from ehtui.process.due_voices import owners_due
from ehtui.process.voices import not_heard, to_hear

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.assessment import Conversation
    from data.records.people import Person
    from ehtui.process.facts import Facts

PARENTS = ("mother", "father", "adoptive_parent", "special_guardian")
"""Ties that bring parental responsibility, unless it is recorded that they don't."""
NO_INTERPRETER = re.compile(r"\b(no|none|not|n/a|for letters|letters only|in writing)\b", re.I)
"""What is written of an interpreter where none has to sit in a talk."""
OF_AGE = 18


def children_to_hear(facts: Facts) -> list[Person]:
    """Return the children whose view belongs in the plan by now.

    Not those who have died, are of age, live elsewhere while others live in the home, or were born
    after the team's last meeting.
    """
    born = [one for one in to_hear(facts.file) if not one.died and not _of_age(facts, one)]
    at_home = [one for one in born if one.lives_in_home is not False] or born
    met = facts.last_held.on if facts.last_held else facts.file.case.plan_dated
    return [one for one in at_home if not (one.born and met and one.born > met)]


def sibling_without_voice(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each child of whom nothing is heard while a brother or sister is.

    Only adults' words are one remark, not one a child: see `only_adults`.
    """
    day, wanted = finished_by(facts), children_to_hear(facts)
    silent = _silent(facts, wanted)
    if day is None or day >= today or len(silent) == len(wanted):
        return
    heard = ", ".join(one.called for one in wanted if one not in silent)
    for child in silent:
        why = f"Nothing is recorded of what {child.called} says, draws or shows; {heard} is heard."
        yield Remark("sibling_without_voice", why, child.called, day, "houses", child.id)


def only_adults(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a plan in which no child is heard at all, where the area wants them heard."""
    day, wanted = finished_by(facts), children_to_hear(facts)
    if day is None or day >= today or not wanted or len(_silent(facts, wanted)) < len(wanted):
        return
    words = [one for one in facts.file.statements if one.text]
    if not words and not (facts.asks_for("child_voice") or facts.asks_for("child_seen")):
        return
    names = ", ".join(one.called for one in wanted)
    what = "Only adults' words are recorded" if words else "Nobody's words are recorded"
    person = names if len(wanted) == 1 else ""
    yield Remark("only_adults_words", f"{what}: nothing of {names}.", person, day, "houses")


def owner_missing(facts: Facts, today: date) -> Iterator[Remark]:
    """Give the statements whose owner isn't recorded, where the area asks.

    Source: Newcastle 10.1.
    """
    for row in owners_due(facts):
        if row.due < today:
            why = f"A statement has nobody whose view it is; {row.why}."
            yield Remark("statement_without_owner", why, "", row.due, row.section, row.record)


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


def interpreter_missing(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each person who needs an interpreter and was talked with without a word of one.

    Also whoever has no English among their languages and was never asked. Source: Newcastle 10.2.
    """
    file = facts.file
    for person in file.people:
        talks = [
            one
            for one in file.conversations
            if one.with_id == person.id and (one.on is None or one.on <= today)
        ]
        needs = bool(person.interpreter) and not NO_INTERPRETER.search(person.interpreter)
        without = [one for one in talks if not (one.interpreter or _interpreted(one))]
        if needs and without:
            day = without[0].on
            on = f" on {show_short(day, today)}" if day else ""
            why = (
                f"{person.called} needs an interpreter ({person.interpreter}); "
                f"none is recorded for the talk{on}."
            )
            yield Remark("interpreter_missing", why, person.called, day, "columns", without[0].id)
        languages = person.languages.casefold()
        asked = bool(talks) or person.id in _reached(file)
        if languages and "english" not in languages and not person.interpreter and asked:
            if any(one.interpreter for one in talks) or _very_young(person, today):
                continue
            why = (
                f"{person.called} speaks {person.languages}; whether an interpreter is needed "
                "is not recorded."
            )
            yield Remark("interpreter_missing", why, person.called, None, "people", person.id)


def _silent(facts: Facts, wanted: list[Person]) -> list[Person]:
    """Those not heard: neither in words nor drawn, watched, scored or charted."""
    file = facts.file
    talks = {one.id: one.with_id for one in file.conversations}
    heard = {talks.get(one.conversation_id or "") for one in file.statements if one.text}
    heard |= {one.about_id for one in file.statements if one.tool == "houses" and one.text}
    heard |= {one.with_id for one in file.tool_uses if one.done is not False and one.with_id}
    heard |= {one.about_id for one in file.findings if one.section == "lived_experience"}
    silent = {one.id for one in not_heard(file)} - heard
    return [one for one in wanted if one.id in silent]


def _of_age(facts: Facts, child: Person) -> bool:
    day = finished_by(facts)
    return bool(child.born and day and age_on(child.born, day) >= OF_AGE)


def _very_young(person: Person, today: date) -> bool:
    return person.is_child and (person.born is None or age_on(person.born, today) < 4)


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
    """Whether a young person decides for themselves, so that no parent has to be asked."""
    return any(
        one.by_id == child.id and one.capacity == "young_person" and one.start == "yes"
        for one in file.consents
    )


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
    found |= {one.about_id for one in file.notes if one.kind in ("contact", "visit", "decision")}
    found |= {one.person_id for one in file.members}
    found |= {one.person_id for one in file.attendances}
    found |= {one.person_id for one in file.updates}
    found |= {one.with_id for one in file.tool_uses}
    members = {one.member_id for one in file.attendances}
    return found | {one.person_id for one in file.members if one.id in members}


def _interpreted(talk: Conversation) -> bool:
    """Whether an interpreter stands among those who were there."""
    return "interpret" in f"{talk.present} {talk.how} {talk.written_by}".casefold()
