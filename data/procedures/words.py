"""Filling a template of a procedure file with the area's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from data.procedures.parts import Words

GENERIC = {
    "tayp": "team around the young person",
    "tayp_long": "team around the young person",
    "central_log": "central log",
    "central_number": "number in the central log",
    "out_of_hours": "out-of-hours team",
    "level": "level",
    "specialist": "specialist services",
}
"""What a thing is called where the area has no name of its own for it."""

_NAME = re.compile(r"(?:\b([Aa]) )?\{([A-Za-z_]*)\}")
"""A name, with the article before it: "a {plan}" becomes "an Early Help Plan"."""
_VOWELS = "AEIOaeio"


def fill(template: str, words: Words, **more: str) -> str:
    """Return a template with ``{plan}``, ``{Lead}`` … replaced; a capital letter is carried over.

    ``more`` holds further words, such as the ``day`` of a clock's reason. KeyError when the
    template asks for a word that nobody knows.
    """
    known = _as_said(words) | more

    def word(match: re.Match[str]) -> str:
        article, name = match.groups()
        said = known.get(name) or _capital(known[name[:1].lower() + name[1:]])
        if article is None:
            return said
        return f"{article}{'n' if said[:1] in _VOWELS else ''} {said}"

    return _NAME.sub(word, template)


def names_in(template: str) -> set[str]:
    """Return the names that a template asks for, in small letters."""
    return {name[:1].lower() + name[1:] for _, name in _NAME.findall(template)}


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=64)
def _as_said(words: Words) -> dict[str, str]:
    said: Mapping[str, object] = msgspec.structs.asdict(words)
    return GENERIC | {name: text for name, text in said.items() if isinstance(text, str) and text}
