"""Copies that should have gone out by now: the plan to the family, the minutes to the team.

Source: Newcastle 11.1, 13.3; Doncaster p. 11. No source gives a time; a week is the program's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.lookup.folding import fold
from ehtui.dates import show_short
from ehtui.process.auditing.naming import names_family
from ehtui.process.auditing.remark import Remark
from ehtui.process.due.copies import A_WEEK
from ehtui.process.sharing.copying import copies_of
from ehtui.process.sharing.may_go import goes
from ehtui.process.sharing.readers import Readers, have_had, readers_of_minutes, readers_of_plan
from ehtui.process.sharing.recipients import Recipient
from ehtui.process.sharing.restrictions import may_be_written_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.meetings import Copy, Meeting
    from data.records.people import Person
    from ehtui.process.facts import Facts


def plan_not_given(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a finished plan of which nobody in the family has a copy.

    Where the area gives them one, and wherever others have had it: it is the family's own.
    """
    file, dated = facts.file, facts.file.case.plan_dated
    if dated is None or dated + A_WEEK >= today or file.case.plan_given:
        return
    if facts.asks_for("plan_to_family") is None and not any(
        one.what == "plan" and one.sent for one in file.copies
    ):
        return
    if not any(_reads(one) for one in file.people):
        return
    wants = readers_of_plan(file, family=True, team=False)
    given = any(_to_family(file, one) for one in file.copies if one.what == "plan")
    if wants and not given and not (set(wants) & have_had(file, "plan", None)):
        on = show_short(dated, today)
        why = f"The plan was finished on {on}; no copy is recorded as given to the family."
        yield Remark("plan_not_given_to_family", why, "", dated, "team")


def minutes_not_sent(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each meeting whose minutes somebody should have had a week after it and has not."""
    for meeting in facts.held:
        if meeting.on is None or meeting.on + A_WEEK >= today:
            continue
        if waiting := _waiting(facts, meeting):
            why = (
                f"The minutes of {facts.called(meeting)} are not recorded as sent to: "
                f"{', '.join(waiting)}."
            )
            yield Remark("minutes_not_sent", why, "", meeting.on, "meetings", meeting.id)


def _waiting(facts: Facts, meeting: Meeting) -> list[str]:
    """Who has not had them and may: whoever leads or wrote them needs none."""
    file = facts.file
    everyone = facts.asks_for("minutes_to_all") is not None
    readers = readers_of_minutes(file, meeting, everyone=everyone)
    usual = {} if everyone else _usual(facts, meeting)
    readers |= usual
    missing = readers.keys() - have_had(file, "minutes", meeting.id)
    missing -= _children_beside(file, readers)
    if not missing:
        return []
    written_by = fold(meeting.minutes_by)
    may = {
        one.name
        for one in copies_of(file, facts.procedure, meeting)
        if one.may_go and fold(one.name) != written_by
    }
    lead = fold(file.lead.name) if file.lead else ""
    may |= {
        name
        for key, name in usual.items()
        if fold(name) not in (written_by, lead) and _may_have(file, key)
    }
    return sorted({readers[key] for key in missing} & may)


def _children_beside(file: CaseFile, readers: Readers) -> set[str]:
    """The children who came and asked for no copy: their family's is theirs too."""
    wish = {one.person_id for one in file.members if one.gets_copies}
    wish |= {one.person_id for one in file.attendances if one.wants_minutes}
    if not any(one.id in readers for one in file.adults):
        return set()
    return {one.id for one in file.children if one.id not in wish}


def _usual(facts: Facts, meeting: Meeting) -> Readers:
    """Those who have had the minutes of another meeting, where they were in this one's team."""
    others = [one for one in facts.held if one.id != meeting.id]
    had = {key for one in others for key in have_had(facts.file, "minutes", one.id)}
    team = readers_of_minutes(facts.file, meeting, everyone=True)
    return {key: name for key, name in team.items() if key in had}


def _may_have(file: CaseFile, key: str) -> bool:
    """Whether minutes may go to somebody of the family or the team."""
    person, member = file.person(key), file.member(key)
    if person is not None:
        to = Recipient.person(person)
    elif member is not None:
        to = Recipient.member(file, member)
    else:
        return False
    return bool(may_be_written_to(file, to)) and bool(goes(file, to, None, ()))


def _reads(one: Person) -> bool:
    """Whether somebody of the family can be given a plan at all."""
    return not (one.is_unborn or one.unsafe or one.nothing_in_writing or one.died)


def _to_family(file: CaseFile, copy: Copy) -> bool:
    if not (copy.sent or copy.not_sent_why):
        return False
    return Recipient.copy(file, copy).kind == "person" or names_family(copy.to)
