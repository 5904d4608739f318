"""Whose voice is missing: a child's beside the others', the children's beside the adults'.

Source: Newcastle 7.3, 10.1; Doncaster p. 11.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.assessment.voices import came_later, not_heard, to_hear
from ehtui.process.auditing.naming import single_words
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import finished_by
from ehtui.process.consent.capacity import is_of_age
from ehtui.process.due.voices import owners_due

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.records.people import Person
    from ehtui.process.facts import Facts


def children_to_hear(facts: Facts) -> list[Person]:
    """Return the children whose view belongs in the plan by now.

    Not those who have died, are of age, live elsewhere while others live in the home, or came into
    the family after the team's last meeting.
    """
    day = finished_by(facts)
    born = [one for one in to_hear(facts.file) if not (one.died or is_of_age(one, day))]
    at_home = [one for one in born if one.lives_in_home is not False] or born
    met = facts.last_held.on if facts.last_held else facts.file.case.plan_dated
    return [one for one in at_home if not (met and came_later(facts.file, one, met))]


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
    if not words and facts.file.case.stands_in:
        return  # what was said stands in the assessment that another service wrote
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


def _silent(facts: Facts, wanted: list[Person]) -> list[Person]:
    """Those not heard: neither in words nor drawn, watched, scored or charted."""
    file = facts.file
    talks = {one.id: one.with_id for one in file.conversations}
    heard = {talks.get(one.conversation_id or "") for one in file.statements if one.text}
    heard |= {one.about_id for one in file.findings if one.section == "lived_experience"}
    members = {one.id: one.person_id for one in file.members}
    heard |= {one.person_id or members.get(one.member_id or "") for one in file.updates if one.text}
    silent = {one.id for one in not_heard(file)} - heard
    spoke = " ".join(one.spoke for one in file.agenda_items if one.notes)
    spoke += " ".join(one.owner_name for one in file.statements if one.text)
    words = single_words(spoke)
    return [one for one in wanted if one.id in silent and one.called.casefold() not in words]
