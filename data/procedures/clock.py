"""By when things are due: the clocks of a procedure, and the ways in that choose among them."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from data.procedures.parts import Key, Part, Text

Event = Literal[
    "plan_started",
    "plan_dated",
    "first_taf",
    "last_review",
    "referral_suggested",
    "stepped_down",
]
"""Something that happens in a case and that a clock counts from or waits for."""

Unit = Literal["hours", "days", "working_days", "weeks", "months"]
Strength = Literal["expected", "usual", "at_most", "aim"]


class Clock(Part, frozen=True, kw_only=True):
    """By when something is due: an amount of time after an event, the day itself not counted."""

    key: Key
    what: Text
    since: Event = field(name="from")
    until: Event = field(name="to")
    """The event that it waits for. A clock from an event to itself goes on repeating."""
    amount: Annotated[int, Meta(ge=1)]
    unit: Unit
    strength: Strength
    why: Text
    """The reason as shown: ``{span}`` is the time ("2 weeks"), ``{day}`` the day it counts from."""
    source: Text
    routes: tuple[Key, ...] = ()
    """Only for these ways in; empty for all of them."""
    levels: tuple[Key, ...] = ()


class Route(Part, frozen=True, kw_only=True):
    """A way in: how early help with a family began."""

    key: Key
    title: Text
    meaning: Text
    begins: Event = "plan_started"
    """The event from which the timetable of this route counts."""
    steps: tuple[Event, ...] = ("plan_dated", "first_taf", "last_review")
    """What should then happen, in order; a step without a clock is "not stated"."""
    asks: tuple[Text, ...] = ()
    source: str = ""
