"""The centre that was not told: of a start, a level, an ending.

Source: Newcastle 9.4, 11.1, 14.2; Gloucestershire, levels two and three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.dates import show_short
from ehtui.process.auditing.remark import Remark
from ehtui.process.consent.allowed import allows
from ehtui.process.course.duties import open_duties
from ehtui.process.due.duties import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ehtui.process.facts import Facts

KEYS = {
    "start": "centre_not_told_of_start",
    "finish": "plan_not_logged",
    "step_down": "plan_not_logged",
    "level_change": "centre_not_told_of_level",
    "hand_over": "centre_not_told_of_handover",
    "withdraw": "centre_not_told_of_withdrawal",
    "move": "centre_not_told_of_move",
    "move_in": "centre_not_told_of_move",
    "close": "centre_not_told_of_closing",
}
"""The key of the remark for each moment of which the centre is told."""


def centre_not_told(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each thing that the area's centre should have been told of and was not.

    Of a move, that of the new area too. Nothing goes into the log without consent to store, and
    nothing elsewhere without consent to share. Each moment is one remark.
    """
    given = set()
    for one in open_duties(facts):
        moment, duty = one.moment, one.duty
        there = duty.met_by == "new_team"
        key = "new_area_not_told" if there else KEYS[moment.when]
        centre = there or "{eht}" in duty.to
        if not centre or moment.on >= today or (key, moment.on) in given:
            continue
        if duty.consent and not allows(facts.file, duty.consent):
            continue
        if moment.when == "level_change" and not _changed(facts, moment.on):
            continue
        given.add((key, moment.on))
        why = (
            f"{facts.filled(duty.title)} ({facts.filled(duty.to)}): "
            f"{moment.why} {show_short(moment.on, today)}; not recorded as done."
        )
        yield Remark(key, why, "", moment.on, *place_of(one))


def _changed(facts: Facts, day: date) -> bool:
    """Whether the level became another on a day: writing down the first one changes nothing."""
    return any(
        one.on == day and one.from_level not in ("", one.to_level)
        for one in facts.file.level_changes
    )
