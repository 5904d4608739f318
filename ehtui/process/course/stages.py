"""At what stage a case is: worked out from the facts, never ticked. Source: Newcastle 6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.facts import is_first

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Procedure, Stage, StageKey


def stage_of(file: CaseFile, procedure: Procedure) -> Stage:
    """Return the stage that the case has reached, in the procedure's words."""
    key = stage_key(file)
    return next(stage for stage in procedure.stages if stage.key == key)


def stage_key(file: CaseFile) -> StageKey:
    """Return the key of the stage that the case has reached."""
    if not is_open(file):
        return "close"
    held = [meeting.kind for meeting in file.held_meetings]
    if any(kind.startswith("review") for kind in held):
        return "review"
    if any(is_first(kind) for kind in held):
        return "support"
    if file.case.plan_dated or any(is_first(one.kind) for one in file.meetings):
        return "team"
    if file.case.plan_started:
        return "understand"
    if file.start_decisions or file.consents or file.refusals:
        return "involve"
    return "identify"


def is_open(file: CaseFile) -> bool:
    """Whether the case is open: not closed, or opened again since."""
    return not any(closing.on and not closing.reopened for closing in file.closings)
