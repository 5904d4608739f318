"""A review without a meeting: everyone's update is asked for, and missing ones are chased.

Source: Doncaster p. 12, 16.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.due import DueDate
from ehtui.dates import show_short
from ehtui.process.meetings.room import invitees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.meetings import Meeting, Update
    from ehtui.process.facts import Facts
    from ehtui.process.meetings.room import Invitee


def to_ask(file: CaseFile, procedure: Procedure, meeting: Meeting) -> list[Invitee]:
    """Return everybody whose update was not asked for yet; with a reason those who may not be.

    The lead, who collects them, is not asked.
    """
    there = updates_for(file, meeting)
    lead = file.lead.name if file.lead else ""
    return [
        one
        for one in invitees(file, procedure, meeting)
        if one.name != lead and not any(_from(file, other, one) for other in there)
    ]


def updates_for(file: CaseFile, meeting: Meeting) -> list[Update]:
    """Return the updates asked for one review, in the order of asking."""
    return [one for one in file.updates if one.meeting_id == meeting.id]


def sender(file: CaseFile, update: Update) -> str:
    """Return the name of whoever an update is from."""
    return file.name(update.member_id or update.person_id, "somebody")


def updates_due(facts: Facts) -> Iterator[DueDate]:
    """Give every update that was asked for and has not come, due on the day of its review."""
    reviews = {one.id: one for one in facts.file.meetings}
    for update in facts.file.updates:
        review = reviews.get(update.meeting_id or "")
        if update.asked is None or update.received or review is None or review.held is False:
            continue
        due = review.on or update.asked
        why = f"asked on {show_short(update.asked, due)} for {facts.called(review)}"
        if update.chased:
            why = f"{why}, reminded on {show_short(update.chased, due)}"
        what = f"Update of {sender(facts.file, update)}"
        yield DueDate("meeting", update.asked, due, what, why, facts.lead, "updates", review.id)


def family_hears_due(facts: Facts) -> Iterator[DueDate]:
    """Give the meetings held without the family that it has not heard about.

    Not where telling them would raise the risk and that is written down. Source: Derby 8.
    """
    for meeting in facts.file.held_meetings:
        kind = facts.meeting_kind(meeting.kind)
        if kind is None or not kind.reason_asked or meeting.family_heard or meeting.on is None:
            continue
        if meeting.not_told_why:
            continue
        why = f"{facts.called(meeting)} was without them, and no reason not to tell is written"
        yield DueDate(
            "meeting",
            meeting.on,
            meeting.on,
            "Tell the family what came of the meeting",
            why,
            facts.lead,
            "meetings",
            meeting.id,
        )


def _from(file: CaseFile, update: Update, one: Invitee) -> bool:
    if one.member_id:
        return update.member_id == one.member_id
    return one.person_id is not None and update.person_id == one.person_id
