"""A procedure as other programs read it: the file's own keys, the texts in the area's words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from data.procedures.words import fill
from ehtui.process.times.clocks import span

if TYPE_CHECKING:
    from data.procedures.model import Procedure
    from data.procedures.parts import Words


def as_facts(procedure: Procedure) -> dict[str, Any]:
    """Return everything that a procedure holds; the ``{day}`` of a clock's reason stays open."""
    facts = msgspec.to_builtins(procedure, builtin_types=(date,))
    for clock, said in zip(procedure.clocks, facts["clocks"], strict=True):
        said["why"] = said["why"].replace("{span}", span(clock))
    filled: dict[str, Any] = _filled(facts, procedure.words)
    return filled


def _filled(value: Any, words: Words) -> Any:
    if isinstance(value, dict):
        return {key: _filled(each, words) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_filled(each, words) for each in value]
    return fill(value, words, day="{day}") if isinstance(value, str) else value
