"""Filling a template of a procedure file with the area's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from data.procedures.parts import Words

GENERIC = {
    "central_log": "central log",
    "central_number": "number in the central log",
    "out_of_hours": "out-of-hours team",
    "level": "level",
    "specialist": "specialist services",
}
"""What a thing is called where the area has no name of its own for it."""

_NAME = re.compile(r"\{([A-Za-z_]*)\}")


def fill(template: str, words: Words, **more: str) -> str:
    """Return a template with ``{plan}``, ``{Lead}`` … replaced; a capital letter is carried over.

    ``more`` holds further words, such as the ``day`` of a clock's reason. KeyError when the
    template asks for a word that nobody knows.
    """
    known = _as_said(words) | more

    def word(match: re.Match[str]) -> str:
        name = match[1]
        if name in known:
            return known[name]
        said = known[name[:1].lower() + name[1:]]
        return said[:1].upper() + said[1:]

    return _NAME.sub(word, template)


def names_in(template: str) -> set[str]:
    """Return the names that a template asks for, in small letters."""
    return {name[:1].lower() + name[1:] for name in _NAME.findall(template)}


@lru_cache(maxsize=64)
def _as_said(words: Words) -> dict[str, str]:
    said: Mapping[str, object] = msgspec.structs.asdict(words)
    return GENERIC | {name: text for name, text in said.items() if isinstance(text, str) and text}
