"""Where a call leads once it is saved: to a new record, to the front door, to the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.records.cases import Case
from data.records.contacts import HarmContact
from data.records.people import Person
from ehtui.finding import as_recorded, split_born
from ehtui.today import wall_clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from screens.commands import CommandScreen
    from screens.desk import Desk


def leads_to(desk: Desk, call_id: str, held: Callable[[str], str]) -> CommandScreen[None] | None:
    """Return the screen that a call's outcome asks for next, with what was heard; None for none.

    ``held`` reads the call. A new concern about a family that is known opens its record.
    """
    case_id, outcome = held("case_id"), held("outcome")
    if outcome == "harm":
        return _harm(desk, case_id, held)
    if outcome == "concern" and not case_id:
        return _new_family(desk, call_id, held)
    if case_id and outcome in ("concern", "joins"):
        from screens.case.sections import section_screen

        return section_screen("overview" if outcome == "concern" else "team")(desk, case_id)
    return None


def _harm(desk: Desk, case_id: str, held: Callable[[str], str]) -> CommandScreen[None]:
    """Begin a contact about harm; its clock runs from now."""
    from screens.harm.screen import HarmScreen

    screen = HarmScreen(desk, case_id)
    if screen.row is None or not screen.row.typed.get("reason"):
        row = screen.row or screen.editing.changes.new(
            HarmContact, on=desk.today, at=wall_clock(), case_id=case_id
        )
        about = held("asked_about") or (desk.families([case_id])[case_id] if case_id else "")
        row.put(about=about, reason=held("concern") or held("asked"))
        screen.editing.touched()
    return screen


def _new_family(desk: Desk, call_id: str, held: Callable[[str], str]) -> CommandScreen[None]:
    """Begin a record with what the caller said; saving it gives the call its family."""
    from screens.start.new_family import NewFamilyScreen

    screen = NewFamilyScreen(desk, record=call_id)
    if screen.editing.is_empty:
        name, born = split_born(held("asked_about"), desk.today)
        given, _, family = as_recorded(name.strip()).rpartition(" ")
        screen.begin_with(
            {
                Case: {
                    "family_name": family,
                    "why_now": held("concern") or held("asked"),
                    "raised_by": held("agency") or held("who"),
                    "first_concern": held("on"),
                },
                Person: {"given": given, "born": born.isoformat() if born else ""},
            }
        )
    return screen
