"""A procedure file as a person reads it: chapters, entries, and the lines beneath them.

Whatever a file can hold comes out here, because the pieces are walked and none is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

from data.procedures.clock import Course
from data.procedures.words import fill
from ehtui.documents.procedure_words import (
    CHAPTERS,
    EVENTS,
    LABELS,
    REFERS,
    SAID,
    USUAL,
)
from ehtui.process.times.clocks import span
from ehtui.process.times.timetable import NOT_STATED, UNSTATED_STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.procedures.clock import Clock
    from data.procedures.model import Procedure
    from data.procedures.parts import Words
    from data.procedures.starting import Contact

HEADS = ("title", "what", "ask")
"""The fields that head an entry; the first there is does."""
A_KEY = re.compile("[a-z0-9_-]+")
"""A key of something, as against a sentence: several of them stand in one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a procedure says, with what stands beneath it."""

    key: str
    title: str
    source: str = ""
    beneath: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of a procedure."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    source: str = ""


def chapters(procedure: Procedure) -> tuple[Chapter, ...]:
    """Return all that a procedure says, in the order of reading; the silent parts are left out."""
    found = (_chapter(procedure, key) for key in CHAPTERS)
    return tuple(one for one in found if one.entries)


def silent(procedure: Procedure) -> tuple[str, ...]:
    """Return the titles of the parts of which a procedure says nothing."""
    said = {one.key for one in chapters(procedure)}
    return tuple(title for key, title in CHAPTERS.items() if key not in said)


def published(procedure: Procedure) -> str:
    """Return from when a procedure is, in words."""
    day = procedure.source.published
    return f"published {day}" if day else "undated"


def _chapter(procedure: Procedure, key: str) -> Chapter:
    source = getattr(getattr(procedure, key), "source", "")
    return Chapter(key, CHAPTERS[key], _entries(procedure, key), source)


def _entries(procedure: Procedure, key: str) -> tuple[Entry, ...]:
    found = getattr(procedure, key)
    if key == "words":
        return tuple(_words(procedure.words))
    if key == "clocks":
        return tuple(_clocks(procedure))
    if key == "contacts":
        return tuple(_contact(procedure, one) for one in procedure.contacts)
    if isinstance(found, tuple):
        return tuple(_entry(procedure, one) for one in found)
    return tuple(_fields(procedure, found)) if found else ()


def _entry(procedure: Procedure, part: Struct) -> Entry:
    head = next(name for name in HEADS if hasattr(part, name))
    title = fill(getattr(part, head), procedure.words)
    beneath = tuple(_fields(procedure, part, head))
    return Entry(getattr(part, "key", ""), title, getattr(part, "source", ""), beneath)


def _fields(procedure: Procedure, part: Struct, head: str = "") -> Iterator[Entry]:
    """Everything that a piece holds besides its head, an entry a field."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if name in (head, "key", "source") or value in ("", (), None, *USUAL.get(name, ())):
            continue
        label = LABELS.get(name, name.replace("_", " "))
        if isinstance(value, bool):
            if said := SAID.get((name, value)):
                yield Entry(name, said)
        elif not isinstance(value, tuple):
            yield Entry(name, _labelled(label, _said(procedure, name, value)))
        elif all(isinstance(one, str) and A_KEY.fullmatch(one) for one in value):
            said = ", ".join(_said(procedure, name, one) for one in value)
            yield Entry(name, _labelled(label, said))
        else:
            beneath = tuple(_each(procedure, name, value))
            yield from (Entry(name, f"{_capital(label)}:", beneath=beneath),) if label else beneath


def _each(procedure: Procedure, name: str, value: tuple[object, ...]) -> Iterator[Entry]:
    for number, one in enumerate(value, 1):
        if isinstance(one, Struct):
            yield _entry(procedure, one)
        else:
            yield Entry(str(number), _said(procedure, name, one))


def _said(procedure: Procedure, name: str, value: object) -> str:
    """A single value in words: a piece of the file by its title, an event by its name."""
    text = str(value)
    for other in getattr(procedure, REFERS.get(name, ""), ()):
        if other.key == text:
            phone = getattr(other, "phone", "")
            title = fill(other.title, procedure.words)
            return f"{title}, {phone}" if phone else title
    if text in EVENTS:
        return EVENTS[text]
    return text.replace("_", " ") if A_KEY.fullmatch(text) else fill(text, procedure.words)


def _words(words: Words) -> Iterator[Entry]:
    for name in words.__struct_fields__:
        if said := getattr(words, name):
            text = ", ".join(said) if isinstance(said, tuple) else said
            yield Entry(name, _labelled(LABELS.get(name) or name.replace("_", " "), text))


def _clocks(procedure: Procedure) -> Iterator[Entry]:
    """What is stated, after the usual steps for which nothing is."""
    timed = {clock.until for clock in procedure.clocks if not clock.routes}
    for event in Course(key="any", title="Any way in").steps:
        if event not in timed:
            what = fill(UNSTATED_STEPS[event], procedure.words)
            yield Entry(event, f"{what}: {NOT_STATED}")
    for clock in procedure.clocks:
        yield _clock(clock, procedure.words)


def _clock(clock: Clock, words: Words) -> Entry:
    again = "-again" if clock.since == clock.until else ""
    only = "".join(f"-{one}" for one in (*clock.routes, *clock.levels))
    strength = clock.strength.replace("_", " ")
    title = f"{fill(clock.what, words)}: {span(clock)} after {EVENTS[clock.since]} ({strength})"
    held = [f"for {', '.join(clock.routes)}"] if clock.routes else []
    held += [f"at {words.level or 'level'} {', '.join(clock.levels)}"] if clock.levels else []
    why = fill(clock.why, words, span=span(clock), day="that day")
    beneath = (Entry("why", why),)
    return Entry(f"{clock.until}{again}{only}", ", ".join([title, *held]), clock.source, beneath)


def _contact(procedure: Procedure, contact: Contact) -> Entry:
    """A contact with the date on which it was published: old until somebody has checked it."""
    entry = _entry(procedure, contact)
    beneath = tuple(one for one in entry.beneath if one.key != "published")
    if not contact.phone:
        beneath = (*beneath, Entry("phone", "No number is published: ask for it."))
    day = contact.published or procedure.source.published
    told = f"Published {day}: check it." if day else "From a text without a date: check it."
    return Entry(entry.key, entry.title, beneath=(*beneath, Entry("published", told)))


def _labelled(label: str, text: str) -> str:
    return f"{_capital(label)}: {text}" if label else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
