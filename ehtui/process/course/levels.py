"""Levels of need: what each asks for, and what a step up or down takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Compulsory, Level, MeetingKind, Procedure


def level_of(procedure: Procedure, key: str) -> Level | None:
    """Return the level that has this key, or None."""
    return next((one for one in procedure.levels if one.key == key), None)


def reviews_meet(procedure: Procedure, key: str | None) -> bool:
    """Return whether reviews at a level are meetings, as they are wherever nothing else is said."""
    return all(one.review_meeting for one in procedure.levels if one.key == key)


def lacks_meeting(procedure: Procedure, level: str, kind: MeetingKind) -> bool:
    """Return whether a review by updates falls short of the meeting that a level asks for.

    Only where the area keeps such reviews to a lighter level. Source: Doncaster p. 13, 16.
    """
    found = level_of(procedure, level)
    lighter = any(not one.review_meeting for one in procedure.levels)
    return kind.by_updates and lighter and found is not None and found.review_meeting


def compulsory_at(procedure: Procedure, level: str, key: str) -> Compulsory | None:
    """Return what the area says must be there under a key, at a level, or None."""
    for one in procedure.compulsory:
        if one.key == key and (not one.levels or level in one.levels):
            return one
    return None


def steps_for(procedure: Procedure, before: str, after: str) -> tuple[str, ...]:
    """Return what a change of level asks for, as templates: the steps down or up, then what holds.

    Source: Gloucestershire, "if the level decreases", "if the level increases".
    """
    keys = [one.key for one in procedure.levels]
    old, new = level_of(procedure, before), level_of(procedure, after)
    if new is None:
        return ("Choose the new {level}: what it takes is then said here.",)
    if old is None or old is new:
        return new.asks
    steps = old.less if keys.index(after) < keys.index(before) else old.more
    return (*steps, *new.asks)


def at_level(procedure: Procedure, file: CaseFile) -> Procedure:
    """Return the procedure as it speaks at a case's level, which may call the plan otherwise.

    Source: Gloucestershire, What is The Graduated Pathway?
    """
    level = level_of(procedure, level_now(file))
    if level is None or not level.plan:
        return procedure
    words = msgspec.structs.replace(procedure.words, plan=level.plan)
    return msgspec.structs.replace(procedure, words=words)


def level_now(file: CaseFile) -> str:
    """Return the level by the latest recorded change, else the one written down with the case.

    Every rule that goes by a level asks here.
    """
    dated = [one for one in file.level_changes if one.on and one.to_level]
    latest = max(dated, key=lambda one: (str(one.on), one.id), default=None)
    return latest.to_level if latest else file.case.level
