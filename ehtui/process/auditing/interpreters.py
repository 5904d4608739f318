"""An interpreter who was needed, and of whom nothing is recorded.

Source: Newcastle 10.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehtui.dates import age_on, show_short
from ehtui.process.auditing.remark import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.assessment import Conversation
    from data.records.people import Person
    from ehtui.process.facts import Facts

NOT_NEEDED = re.compile(
    r"^\W*(?:no|none|not|n/a)\b|\bnot needed\b|\bfor letters\b|\bletters only\b|\bin writing\b",
    re.IGNORECASE,
)
"""What is written of an interpreter where none has to sit in a talk."""
TALKS_FROM = 4
"""From which birthday on somebody's own language matters for a talk with them."""


def interpreter_missing(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each person who needs an interpreter and was talked with without a word of one.

    Also whoever has no English among their languages and was never asked about it.
    """
    file = facts.file
    for person in file.people:
        talks = [one for one in file.conversations if one.with_id == person.id]
        talks = [one for one in talks if one.on is None or one.on <= today]
        if person.interpreter and not NOT_NEEDED.search(person.interpreter):
            yield from _without(facts, person, talks, today)
        elif not person.interpreter and _speaks_no_english(person) and not _small(person, today):
            asked = bool(talks) or person.id in {one.by_id for one in file.consents}
            if not asked or any(_interpreted(one, person.languages) for one in talks):
                continue
            why = (
                f"{person.called} speaks {person.languages}; whether an interpreter is needed "
                "is not recorded."
            )
            yield Remark("interpreter_missing", why, person.called, None, "people", person.id)


def _without(
    facts: Facts, person: Person, talks: list[Conversation], today: date
) -> Iterator[Remark]:
    """The first talk, or where there was none the first meeting, that nobody interpreted in."""
    needs = f"{person.called} needs an interpreter ({person.interpreter}); none is recorded for"
    for talk in talks:
        if not _interpreted(talk, person.interpreter):
            on = f" on {show_short(talk.on, today)}" if talk.on else ""
            why = f"{needs} the talk{on}."
            yield Remark("interpreter_missing", why, person.called, talk.on, "columns", talk.id)
            return
    if talks or _any_interpreter(facts.file):
        return
    members = {one.id for one in facts.file.members if one.person_id == person.id}
    for meeting in facts.held:
        there = (one for one in facts.file.attendances if one.meeting_id == meeting.id)
        there = (one for one in there if one.state == "present")
        if any(one.person_id == person.id or one.member_id in members for one in there):
            why = f"{needs} {facts.called(meeting)}."
            day = meeting.on
            yield Remark("interpreter_missing", why, person.called, day, "meetings", meeting.id)
            return


def _any_interpreter(file: CaseFile) -> bool:
    lines = [f"{one.name} {one.part}" for one in file.attendances]
    lines += [f"{one.name} {one.role}" for one in file.members]
    kinds = {one.kind for one in file.agencies}
    return "interpreter" in kinds or any("interpret" in one.casefold() for one in lines)


def _interpreted(talk: Conversation, languages: str) -> bool:
    """Whether an interpreter was there, or the talk was in the person's own language."""
    told = f"{talk.present} {talk.how} {talk.written_by} {talk.place}".casefold()
    own = re.findall(r"[^\W\d_]{3,}", languages.casefold())[:1]
    return bool(talk.interpreter) or "interpret" in told or any(f"in {one}" in told for one in own)


def _speaks_no_english(person: Person) -> bool:
    languages = person.languages.casefold()
    return bool(languages) and "english" not in languages


def _small(person: Person, today: date) -> bool:
    return person.is_child and (person.born is None or age_on(person.born, today) < TALKS_FROM)
