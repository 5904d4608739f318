"""What the pieces of a procedure file are made of.

Texts are templates: ``{plan}``, ``{Lead}`` … are filled with the area's own words.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Key = Annotated[str, Meta(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$")]
"""A short name without blanks: it is stored with a case, so it must not change later."""
Text = Annotated[str, Meta(min_length=1)]
Published = Annotated[str, Meta(pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$")]
"""A year, a year and month, or a whole date, as exactly as the source says it."""


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of a procedure file: never changed once read, and no key that is not known."""


class Source(Part, frozen=True, kw_only=True):
    """Which published text the file was read from."""

    title: Text
    published: Published | None = None
    """When the text says it was published or last amended; absent where it bears no date."""


class Words(Part, frozen=True, kw_only=True):
    """What this area calls things, in the form they take inside a sentence."""

    plan: Text
    assessment: Text
    lead: Text
    taf: Text
    taf_long: Text
    tayp: str = ""
    """What the team around a young person is called; empty where the area has no word for it."""
    tayp_long: str = ""
    eht: Text
    """The team at the centre that is asked and told."""
    front_door: Text
    """Where a risk of harm goes in office hours."""
    social_care: Text
    central_log: str = ""
    """Where plans are logged; empty where the area names none."""
    central_number: str = ""
    out_of_hours: str = ""
    level: str = ""
    """What a level is called: level, tier; empty where the area has none."""
    specialist: str = ""
    """What help beyond early help is called."""
    smart: tuple[Text, Text, Text, Text, Text] | None = None
    """What the five letters stand for, where the area says so."""


class Item(Part, frozen=True, kw_only=True):
    """One line of an agenda, a check-list, a set of headings or a list to choose from."""

    key: Key
    title: Text
    hint: str = ""


class Checklist(Part, frozen=True, kw_only=True):
    """Things to think of at one moment; nothing in it blocks."""

    key: Key
    title: Text
    items: tuple[Item, ...]
    source: Text
