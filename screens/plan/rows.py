"""Outcomes, actions and the agreed plan as rows: what is asked of each, and its line in a list.

Source: Newcastle 10.1, 11; Hull 5 for the contingency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.codes.lists import words
from data.records.cases import Case
from data.records.outcomes import Action, Outcome
from ehtui.dates import show_date, show_short
from screens.rows.kinds import RowKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ehtui.opening import OpenCase

HOPED = (
    *("title", "for_id", "subject", "worry_id", "measure", "starting", "target", "by"),
    *("measured_by", "agreed_with", "contingency", "contingency_by", "framework"),
)
"""What is asked about an outcome, in the order in which people think of it."""
DECIDED = ("contingency_decided", "contingency_result")
ENDED = ("ended", "analysis")
PLAN = ("plan_dated", "plan_given", "own_records", "plan_due", "plan_late_reason")


def fitting(held: Callable[[str], str]) -> tuple[str, ...]:
    """Return the fields of an outcome to show: the ending's only where there is one."""
    more = DECIDED if held("status") not in ("", "draft") or any(map(held, DECIDED)) else ()
    end = ENDED if held("status") in ("met", "changed", "dropped") or any(map(held, ENDED)) else ()
    return (*HOPED, *more, *end)


def _outcome(_opened: OpenCase, one: Outcome) -> str:
    by = f", by {show_short(one.by)}" if one.by else ""
    # How it stands comes first: the words may have no room.
    return f"{one.number or '·'} {_stands(one)}{by}: {one.title or 'not in words yet'}"


def _stands(one: Outcome) -> str:
    return words("outcome_status", one.status).lower() if one.status else "draft thought"


def action_words(one: Action) -> str:
    """Return one line about an action: what, who, by when (and when first), how it stands."""
    by = f"by {show_short(one.due)}" if one.due else "no date"
    if one.first_due and one.due and one.first_due != one.due:
        by = f"{by}, first by {show_short(one.first_due, one.due)}"
    stands = by if one.status == "open" else words("action_status", one.status).lower()
    if one.done:
        stands = f"{stands} {show_short(one.done)}"
    return "  ".join(part for part in (one.what, one.who, stands, one.note) if part)


def _action(_opened: OpenCase, one: Action) -> str:
    sign = {"open": "◦", "done": "✓"}.get(one.status, "×")
    return f"  {sign} {action_words(one)}"


def _plan(opened: OpenCase, case: Case) -> str:
    if not case.plan_dated:
        return opened.wording.filled("{Plan} not agreed yet")
    given = f", given {show_short(case.plan_given)}" if case.plan_given else ", not given yet"
    return opened.wording.filled(f"{{Plan}} agreed {show_date(case.plan_dated)}{given}")


def _next_number(opened: OpenCase) -> dict[str, Any]:
    return {"number": max((one.number for one in opened.file.outcomes), default=0) + 1}


OUTCOMES = RowKind(Outcome, "Outcomes", _outcome, defaults=_next_number, fitting=fitting)
ACTIONS = RowKind(
    Action, "Actions of no outcome", _action, fields=("what", "who", "note", "done"), addable=False
)
PLANNED = RowKind(Case, "{Plan}", _plan, fields=PLAN, removable=False, addable=False)
