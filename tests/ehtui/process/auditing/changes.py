"""What can be put wrong, or right, in a whole case; each a function that does it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.ehtui.process.auditing.whole import Whole, day

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[Whole], Any]


def both(*changes: Change) -> Change:
    """Do one change after the other."""

    def change(one: Whole) -> None:
        for each in changes:
            each(one)

    return change


def put(key: str, **values: Any) -> Change:
    return lambda one: one.put(key, **values)


def add(table: str, **values: Any) -> Change:
    return lambda one: one.add(table, **values)


def drop(table: str, **values: Any) -> Change:
    return lambda one: one.drop(table, **values)


def silence(child: str) -> Change:
    """Leave a child unheard."""
    return drop("statements", owner_id=child)


def unseen(child: str) -> Change:
    """Leave a child out of the meetings, and so unseen since the first talk."""
    return drop("attendances", person_id=child)


def rekeyed(key: str, written: str) -> Change:
    """Give a record, and whatever names it, a key that was made on a day."""
    made = datetime.fromisoformat(f"{written}T12:00").timestamp()
    digits = f"{int(made * 1000):012x}"
    new = f"{digits[:8]}-{digits[8:]}-7000-8000-{sum(map(ord, key)):012x}"

    def change(one: Whole) -> None:
        for row in one.file.rows():
            for name, value in vars(row).items():
                if value == key:
                    setattr(row, name, new)

    return change


def close(**values: Any) -> Change:
    """Close the case with its final review."""
    known: dict[str, Any] = {
        "id": "closing", "on": day("2026-11-16"), "reason": "needs_met", "analysis": "it changed",
        "told_centre": day("2026-11-16"),
    }  # fmt: skip
    return both(
        *(put(key, status="done") for key in ("diary", "visit", "walk")),
        add("closings", **(known | values)),
    )


def in_area(area: str, level: str = "") -> Change:
    return lambda one: one.at_level(area, level)


def on_day(text: str) -> Change:
    """Look at the case on another day."""
    return lambda one: setattr(one, "today", day(text))


def found(change: Change) -> set[tuple[str, str]]:
    one = Whole()
    change(one)
    return set(one.said())


NAN = both(
    add("people", id="nan", kind="adult", given="Nan"),
    add("relationships", person_id="nan", child_id="mia", kind="grandmother",
        parental_responsibility=False),
)  # fmt: skip
STEP_CHILD = add("people", id="zoe", kind="child", given="Zoe", born=day("2015-01-01"),
                 lives_in_home=True)  # fmt: skip
STEP_CHILD_HEARD = both(
    add("statements", owner_id="zoe", on=day("2026-09-08"), text="my room"),
    add("attendances", meeting_id="review", person_id="zoe", state="present", wants_minutes=False),
)
DONCASTER_TOOLS = both(
    add("tool_uses", tool="family-star-plus", on=day("2026-09-10"), done=True),
    add("tool_uses", tool="my-star", done=False, not_done_why="Mia would rather draw"),
    add("findings", section="views_on_assessment", words="they agree"),
    put("first", late_reason="agreed"),
    put("review", late_reason="agreed", next_on=day("2026-12-01")),
)
IN_DERBY = both(in_area("derby"), put("review", next_on=day("2026-12-01")))
WITHDRAWN = both(
    add("consents", by_id="ana", on=day("2026-11-10"), capacity="parental_responsibility",
        start="withdrawn"),
    add("notices", what="withdrawn", to="the team", on=day("2026-11-11")),
    add("closings", id="stop", told_centre=day("2026-11-11")),
    add("meetings", id="second", kind="review_taf", on=day("2026-11-12"), held=True),
)  # fmt: skip
REOPENED = both(
    add("closings", id="old", on=day("2026-10-30"), reason="needs_met", analysis="better",
        told_centre=day("2026-10-30"), reopened=day("2026-11-16")),
    put("review", next_step="needs_met", next_on=None),
)  # fmt: skip
MOVED = add(
    "handovers", id="move", on=day("2026-11-10"), why="moved_area", to_name="Kit Lane",
    accepted=day("2026-11-09"), family_consulted=day("2026-11-05"), logged=day("2026-11-10"),
    new_area="Otherton", new_team_told=day("2026-11-09"), own_team_copied=day("2026-11-10"),
    previous_agency_told=day("2026-11-10"),
)  # fmt: skip
