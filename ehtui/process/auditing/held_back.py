"""What was held back: weighed for harm, and never inside a copy for those it is kept from (S3)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.dates import show_short
from ehtui.process.assessment.statements import said_on, section_of, whose
from ehtui.process.auditing.remark import Remark
from ehtui.process.sharing.may_see import seen_by
from ehtui.process.sharing.recipients import Recipient
from ehtui.process.sharing.restrictions import unweighed
from ehtui.process.sharing.subjects import belongs_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.assessment import Statement
    from data.records.consent import Restriction
    from data.records.meetings import Copy
    from ehtui.process.facts import Facts

LONG_ENOUGH = 12
"""Shorter words stand in other texts by chance."""


def never_weighed(facts: Facts, today: date) -> Iterator[Remark]:
    """Give what is kept from somebody, or marked, and was never weighed for harm; each once."""
    file = facts.file
    given = set()
    for held in unweighed(file):
        statement = _statement(file, held.record_id)
        if statement is None or statement.id in given or statement.harm_view:
            continue
        if held.harm_view:
            continue
        since = held.since or said_on(file, statement)
        if since and since > today:
            continue
        given.add(statement.id)
        who = whose(file, statement)
        kept = file.name(held.from_person_id or held.from_agency_id, "everybody")
        on = f" since {show_short(since, today)}" if since else ""
        why = f"Something that {who} said is kept from {kept}{on} and was never weighed for harm."
        yield Remark("held_back_not_weighed", why, who, since, section_of(statement), statement.id)
    for one in file.statements:
        if one.weigh_harm and not (one.harm_weighed or one.harm_view or one.id in given):
            since = said_on(file, one)
            who = whose(file, one)
            on = f" on {show_short(since, today)}" if since else ""
            why = f"Something that {who} said{on} is marked to be weighed for harm and never was."
            yield Remark("marked_not_weighed", why, who, since, section_of(one), one.id)


def in_a_copy(facts: Facts, _today: date) -> Iterator[Remark]:
    """Give each copy with a held-back statement in it for whoever it is kept from.

    A copy made before it was held back has it; later ones leave it out, unless its words were
    copied into what was made, such as the notes of a meeting.
    """
    file = facts.file
    for held in file.restrictions:
        statement = _statement(file, held.record_id)
        if statement is None or not statement.text:
            continue
        for copy in file.copies:
            if not (copy.sent and _kept_from(file, statement, held, copy)):
                continue
            if _inside(file, statement, held, copy):
                who = whose(file, statement)
                what = words("copy_kind", copy.what).lower()
                to = Recipient.copy(file, copy).name
                on = show_short(copy.sent, copy.sent)
                why = f"A copy ({what}) went to {to} on {on} with something of {who} in it that "
                why += f"is kept from {to}."
                yield Remark(
                    "held_back_in_copy", why, who, copy.sent, section_of(statement), copy.id
                )


def _kept_from(file: CaseFile, statement: Statement, held: Restriction, copy: Copy) -> bool:
    to = Recipient.copy(file, copy)
    if held.lifted and copy.sent and held.lifted <= copy.sent:
        return False
    if held.from_person_id or held.from_agency_id:
        return to.id != "" and to.id in (held.from_person_id, held.from_agency_id)
    return to.id != statement.owner_id


def _inside(file: CaseFile, statement: Statement, held: Restriction, copy: Copy) -> bool:
    if _copied_into(file, statement, copy):
        return True
    made = copy.made or copy.sent
    said = said_on(file, statement)
    if copy.what != "plan" or not (made and said and held.since):
        return False
    before = said <= made < held.since
    return before and _could_see(file, statement, held, copy)


def _could_see(file: CaseFile, statement: Statement, held: Restriction, copy: Copy) -> bool:
    """Whether a copy for this recipient holds such a statement while nothing is held back."""
    free = replace(file, restrictions=[one for one in file.restrictions if one is not held])
    return seen_by(free, Recipient.copy(file, copy))(statement, "text")


def _copied_into(file: CaseFile, statement: Statement, copy: Copy) -> bool:
    """Whether the statement's own words stand in what the copy is made of."""
    wanted = _plain(statement.text)
    if len(wanted) < LONG_ENOUGH:
        return False
    kept = {one.record_id for one in file.restrictions if one.lifted is None}
    texts: list[str] = []
    if copy.what == "minutes":
        for item in file.agenda_items:
            if item.meeting_id == copy.meeting_id and not kept & set(belongs_to(item)):
                texts.append(item.notes)
        meeting = [one for one in file.meetings if one.id == copy.meeting_id]
        texts += [text for one in meeting for text in (one.family_view, one.pasted)]
        texts += [one.note for one in file.progress if one.meeting_id == copy.meeting_id]
    elif copy.what == "plan":
        others = (one for one in file.statements if one.id != statement.id and one.id not in kept)
        texts = [file.case.why_now, file.case.family_comments]
        texts += [f"{one.text} {one.remark}" for one in others]
        texts += [one.title for one in file.outcomes if one.id not in kept]
        texts += [one.what for one in file.actions if one.id not in kept]
    return any(wanted in _plain(text) for text in texts)


def _plain(text: str) -> str:
    """The words alone: a copied sentence may have other signs about it."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _statement(file: CaseFile, key: str) -> Statement | None:
    """The statement that is held back, or the first of the talk that is."""
    found = (one for one in file.statements if key in (one.id, one.conversation_id))
    return next(found, None) if key else None
