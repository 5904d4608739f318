"""By when things are due: the clocks of a procedure, and the ways in that choose among them."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from data.procedures.parts import Item, Key, Part, Text

Event = Literal[
    "plan_started",
    "plan_dated",
    "first_taf",
    "last_review",
    "referral_suggested",
    "stepped_down",
    "contact_made",
    "contact_written",
    "contact_answered",
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
    """Only for these routes or requests; empty for every way in."""
    levels: tuple[Key, ...] = ()


class Course(Part, frozen=True, kw_only=True):
    """A course that things take, with a timetable of its own."""

    key: Key
    title: Text
    begins: Event = "plan_started"
    """The event from which its timetable counts."""
    steps: tuple[Event, ...] = ("plan_dated", "first_taf", "last_review")
    """What should then happen, in order; a step without a clock is "not stated"."""
    source: str = ""


class Route(Course, frozen=True, kw_only=True):
    """A way in: how early help with a family began."""

    meaning: Text
    asks: tuple[Text, ...] = ()
    """What this way in asks for."""


class Reply(Item, frozen=True, kw_only=True):
    """What somebody who was turned to may say, and what follows from it."""

    do: str = ""
    """What to do then, in plain words; empty where the area says nothing of it."""


class Request(Course, frozen=True, kw_only=True):
    """Turning to somebody with a family's case: what they need, and what may come of it."""

    to: Text
    when: Text
    begins: Event = "contact_made"
    steps: tuple[Event, ...] = ()
    consent: str = ""
    """What is said about the family's consent to it."""
    sends: tuple[Item, ...] = ()
    """What goes with it; a check-list, by its key, goes as it was answered."""
    outcomes: tuple[Reply, ...] = ()
    """What may come of it."""
    steps_up: bool = False
    """Whether it hands the case on to specialist help: what it sends is then the step-up pack."""
