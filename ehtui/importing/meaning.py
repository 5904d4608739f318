"""Headings that mean one thing beside some columns, and another beside others.

"Family" is a family name where there is no other, and else which rows are of one family. "Name" is
a given name beside a surname. What stands in the columns decides where the headings don't.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.lookup.folding import fold
from ehtui.importing.headings import HOUSEHOLD, NAME, either_family, field_for

if TYPE_CHECKING:
    from collections.abc import Sequence


def meanings(headings: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Return what each heading is a column of, given the first rows below; nothing for no field."""
    found = [field_for(one) for one in headings]
    surnames = [at for at, name in enumerate(found) if name == "family"]
    unclear = [at for at in surnames if either_family(headings[at])]
    plain = [at for at in surnames if at not in unclear]
    whole = [at for at, name in enumerate(found) if name == NAME and "given" not in found]
    for at in unclear:
        values = _column(below, at)
        beside = plain or any(_several_words(_column(below, one)) for one in whole)
        if beside or _numbered(values):
            found[at] = HOUSEHOLD if HOUSEHOLD not in found else ""
    if "family" in found:
        own = _column(below, found.index("family"))
        for at in whole:
            if not _ends_with(_column(below, at), own):
                found[at] = "given"
    return found


def _column(below: Sequence[Sequence[str]], at: int) -> list[str]:
    return [fold(cells[at]) if at < len(cells) else "" for cells in below]


def _numbered(values: list[str]) -> bool:
    """Whether most of what stands there holds a digit, as no name does."""
    filled = [value for value in values if value]
    return 2 * sum(any(map(str.isdecimal, value)) for value in filled) > len(filled)


def _several_words(values: list[str]) -> bool:
    filled = [value for value in values if value]
    return 2 * sum(" " in value for value in filled) > len(filled)


def _ends_with(names: list[str], own: list[str]) -> bool:
    """Whether most of the names have the family name in them."""
    pairs = [(name, family) for name, family in zip(names, own, strict=True) if name and family]
    return 2 * sum(f" {family} " in f" {name} " for name, family in pairs) > len(pairs)
