"""What becomes of an action: done, declined, moved, or not done; at a meeting or in between.

Each is one change set's worth: the action itself and, at a meeting, the minute of it. A moved
action keeps the day it was first to be done by. Source: Newcastle 13.3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.records.outcomes import Progress
from ehtui.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from data.casefile import CaseFile
    from data.records.meetings import Meeting
    from data.records.outcomes import Action
    from ehtui.changes import ChangeSet, RowChange

STATUS = {"done": "done", "declined": "declined", "dropped": "dropped", "not_done": "open"}
"""How an action stands after each word about it."""

_BY = re.compile(r"\s+by\s+(?P<day>[^,;.]{2,24})\.?\s*$", re.IGNORECASE)
_WHO = re.compile(r"^(?P<who>.{1,40}?)(?::\s+|\s+(?:to|will)\s+)(?P<what>\S.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """An action as a line of notes says it."""

    what: str
    who: str = ""
    by: str = ""
    """The date as typed; empty where the line names none."""


def mark(
    changes: ChangeSet, file: CaseFile, action: Action, word: str, on: date, meeting: Meeting | None
) -> None:
    """Put into the change set that an action is done, declined or not done."""
    changes.edit(action, status=STATUS[word], done=on if word == "done" else None)
    if meeting is not None:
        minute = _minute(changes, file, action, meeting)
        minute.put(status=word, on=meeting.on, moved_to=None)


def move(
    changes: ChangeSet, file: CaseFile, action: Action, to: date, meeting: Meeting | None
) -> None:
    """Put into the change set that an action is to be done by another day."""
    first = action.first_due or action.due or to
    change = changes.edit(action, status="open", due=to, first_due=first, done=None)
    if meeting is not None:
        change.put(moved_at_id=meeting.id)
        minute = _minute(changes, file, action, meeting)
        minute.put(status="not_done", on=meeting.on, moved_to=to)


def said(line: str, names: Iterable[str], today: date) -> Said:
    """Return who does what by when, as far as a line says so: "SENCo to send the date by 5/10".

    Only somebody known (``names``) is taken for the one who does it, and only a date for the day;
    the rest stays as it was said.
    """
    what, who, by = line.strip(" \t-*•").strip(), "", ""
    if (found := _BY.search(what)) and _is_date(found["day"], today):
        what, by = what[: found.start()], found["day"].strip()
    known = {name.casefold(): name for name in names if name}
    if (found := _WHO.match(what)) and (name := known.get(found["who"].casefold())):
        who, what = name, found["what"]
    return Said(what[:1].upper() + what[1:], who, by)


def _is_date(text: str, today: date) -> bool:
    try:
        read_date(text.strip(), today)
    except ValueError:
        return False
    return True


def _minute(changes: ChangeSet, file: CaseFile, action: Action, meeting: Meeting) -> RowChange:
    """The minute of one action at one meeting: there is only one, and it may be changed."""
    here = (meeting.id, action.id)
    for kept in file.progress:
        if (kept.meeting_id, kept.action_id) == here:
            return changes.row(kept.id) or changes.edit(kept)
    for row in changes.rows:
        typed = (row.typed.get("meeting_id"), row.typed.get("action_id"))
        if row.table == "progress" and typed == here:
            return row
    return changes.new(
        Progress, meeting_id=meeting.id, action_id=action.id, outcome_id=action.outcome_id
    )
