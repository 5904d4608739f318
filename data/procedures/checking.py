"""What the types of a procedure can't say: that its parts fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from data.procedures.model import STAGES, Procedure
from data.procedures.parts import Words
from data.procedures.words import names_in

SWITCHED_OFF = ("gcsx.gov.uk", "gsi.gov.uk", "gse.gov.uk", "gsx.gov.uk")
"""Secure mail domains that no longer exist: mail sent there is lost."""

CLOCK_WORDS = {"span", "day"}


class Fault(NamedTuple):
    """One thing that doesn't fit, and what was expected instead."""

    key: str
    expected: str


def faults_in(procedure: Procedure) -> Iterator[Fault]:
    """Give whatever doesn't fit together."""
    for check in CHECKS:
        yield from check(procedure)


def _stages(procedure: Procedure) -> Iterator[Fault]:
    if tuple(stage.key for stage in procedure.stages) != STAGES:
        yield Fault("stages", f"the seven, in this order: {', '.join(STAGES)}")


def _same_keys(procedure: Procedure) -> Iterator[Fault]:
    """A key names one thing of its list: a case stores it."""
    for place, part in _parts(procedure):
        for name, items in _values(part):
            if not isinstance(items, tuple):
                continue
            keys = [item.key for item in items if hasattr(item, "key")]
            if twice := next((key for key in keys if keys.count(key) > 1), None):
                yield Fault(f"{place}{name}[{twice}]", "a key used only once")


def _courses(procedure: Procedure) -> Iterator[Fault]:
    """A timetable is asked for by the key of a way in or of a request: it must be one of them."""
    routes = {route.key for route in procedure.routes}
    if both := next((one.key for one in procedure.requests if one.key in routes), None):
        yield Fault(f"requests[{both}].key", "a key that no way in has")


def _askable(procedure: Procedure) -> Iterator[Fault]:
    """Requests, help and services are offered in one list: a key names one of them."""
    keys = [one.key for one in procedure.askable]
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        yield Fault(f"requests, help, services[{twice}]", "a key used only once in the three")


def _references(procedure: Procedure) -> Iterator[Fault]:
    contacts = [contact.key for contact in procedure.contacts]
    routes = [course.key for course in (*procedure.routes, *procedure.requests)]
    levels = [level.key for level in procedure.levels]
    answers = [route.key for route in procedure.start_routes]
    named: list[tuple[str, str, list[Any]]] = [
        ("harm.in_hours", procedure.harm.in_hours, contacts),
        ("harm.out_of_hours", procedure.harm.out_of_hours, contacts),
    ]
    named += [(f"help[{h.key}].contact", h.contact, contacts) for h in procedure.help]
    answered = [one.key for one in procedure.answered]
    for contact in procedure.contacts:
        named += [(f"contacts[{contact.key}].serves", key, answered) for key in contact.serves]
    for question in procedure.questions:
        named.append((f"questions[{question.key}].yes", question.yes, answers))
        named.append((f"questions[{question.key}].no", question.no, answers))
    named += [(f"clocks[{c.key}].routes", r, routes) for c in procedure.clocks for r in c.routes]
    for place, part in _parts(procedure):
        named += [(f"{place}levels", key, levels) for key in _level_keys(part)]
    for where, key, known in named:
        if key and key not in known:
            yield Fault(where, f"one of {', '.join(known) or 'those the file names: none'}")


def _level_keys(part: msgspec.Struct) -> tuple[str, ...]:
    return tuple(key for key in getattr(part, "levels", ()) if isinstance(key, str))


def _templates(procedure: Procedure) -> Iterator[Fault]:
    known = set(Words.__struct_fields__) - {"smart"}
    for place, part in _parts(procedure):
        for name, value in _values(part):
            texts = value if isinstance(value, tuple) else (value,)
            also = CLOCK_WORDS if place.startswith("clocks[") and name == "why" else set()
            for text in texts:
                if isinstance(text, str) and (strange := names_in(text) - known - also):
                    words = ", ".join(sorted(known | also))
                    yield Fault(
                        f"{place}{name}",
                        f"words that are known, not {{{min(strange)}}}: {words}",
                    )


def _dead_addresses(procedure: Procedure) -> Iterator[Fault]:
    for contact in procedure.contacts:
        if contact.email.lower().endswith(SWITCHED_OFF):
            yield Fault(f"contacts[{contact.key}].email", "an address that is still switched on")


def _scales(procedure: Procedure) -> Iterator[Fault]:
    """A scale has two ends, the lower one first; without a scale there are no areas to score."""
    for tool in procedure.tools:
        ends = (tool.lowest, tool.highest)
        if None in ends and (tool.areas or ends != (None, None)):
            yield Fault(f"tools[{tool.key}]", "both lowest and highest, as areas are scored")
        elif tool.lowest is not None and tool.highest is not None and tool.lowest >= tool.highest:
            yield Fault(f"tools[{tool.key}].highest", f"a number above {tool.lowest}")


CHECKS = (
    _stages,
    _same_keys,
    _courses,
    _askable,
    _references,
    _scales,
    _templates,
    _dead_addresses,
)


def _parts(part: msgspec.Struct, place: str = "") -> Iterator[tuple[str, msgspec.Struct]]:
    """Every piece of the procedure, with the way to it."""
    yield place, part
    for name, value in _values(part):
        if isinstance(value, msgspec.Struct):
            yield from _parts(value, f"{place}{name}.")
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, msgspec.Struct):
                    yield from _parts(item, f"{place}{name}[{getattr(item, 'key', '')}].")


def _values(part: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    """The names in the file and the values of a piece; `structs.fields` takes 20 times as long."""
    names = zip(part.__struct_encode_fields__, part.__struct_fields__, strict=True)
    return ((written, getattr(part, name)) for written, name in names)
