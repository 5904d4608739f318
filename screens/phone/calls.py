"""The calls about a family, and every time that social care or 999 was rung about harm."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from data.codes.lists import words
from data.records.contacts import Call, HarmContact
from ehtui.dates import show_date
from screens.going_out.packing import Packing
from screens.rows.dated import of_today
from screens.rows.kinds import RowKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ehtui.opening import OpenCase


def _when(on: date | None, at: str) -> str:
    return f"{show_date(on) if on else 'no date'} {at}".strip()


def _call(_opened: OpenCase, call: Call) -> str:
    who = call.agency or call.who or "a caller"
    ended = words("call_outcome", call.outcome) if call.outcome else "no outcome yet"
    answered = f", answered {show_date(call.rung_back)}" if call.rung_back else ""
    return f"{_when(call.on, call.at)}  {who}  {ended}{answered}"


def _harm(_opened: OpenCase, contact: HarmContact) -> str:
    rung = contact.rung or "nobody recorded"
    waits = f"answered {show_date(contact.answered)}" if contact.answered else "no answer yet"
    return f"{_when(contact.on, contact.at)}  {rung}  {waits}"


def fitting_harm(held: Callable[[str], str]) -> tuple[str, ...]:
    """Return the fields of a contact about harm: why parents were not told, where they were not.

    A consultation without names is not followed up in writing. Source: Hull 7.
    """
    begin = ("rung", "spoke_to", "about", "reason", "nameless", "request")
    if held("nameless") == "yes":
        return (*begin, "on", "at", "answer", "answered")
    why_not = ("parents_not_told_why",) if held("parents_told") == "no" else ()
    return (
        *(*begin, "parents_told", *why_not, "child_told"),
        *("on", "at", "written", "reference", "chased", "answer", "answered", "outcome"),
    )


class CallsScreen(Packing):
    """Who rang, what was told, and what was done about harm."""

    SECTION = "calls"
    TITLE = "Calls and harm"
    PACKED = HarmContact
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Call, "Calls", _call, defaults=of_today),
        RowKind(
            HarmContact,
            "Contacts about harm",
            _harm,
            defaults=of_today,
            fitting=fitting_harm,
        ),
    )
