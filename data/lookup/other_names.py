"""What a name is also called: short forms, and spellings that no rule of sounds explains.

The second are a table in `data/codes`, to which a file of the same name in the folder `codes` of
the user's data folder adds. Both go into the index; a look-up reads neither.
"""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.codes.lists import SHIPPED, BadCodes
from data.folders import own_folder
from data.lookup.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE: Final = "heard_names.toml"


def heard_names() -> Mapping[str, frozenset[str]]:
    """Return for folded words of names how those write them who only heard them. BadCodes."""
    own = own_folder("codes")
    return _heard(own / TABLE if own else None)


@cache
def short_forms(word: str) -> frozenset[str]:
    """Return the names that a folded word is short for, and those that are short for it."""
    return frozenset(_nicknames().get(word, ()))


@cache
def _heard(own: Path | None) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in (SHIPPED / TABLE, own):
        if path is not None and path.is_file():
            for name, heard in _read(path).items():
                found[fold(name)].update(fold(heard).split())
    return {name: frozenset(heard) for name, heard in found.items()}


def _read(path: Path) -> dict[str, str]:
    where = f"codes/{path.name}"
    try:
        table = tomllib.loads(path.read_text("utf-8")).get("heard", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadCodes(f"{where} is not TOML: {error}.") from None
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise BadCodes(f'{where}: below [heard], write a name = "as it is heard, and otherwise".')
    return table


@cache
def _nicknames() -> dict[str, set[str]]:
    package = find_spec("nicknames")  # found, not imported: its own reader is slower to load
    found: defaultdict[str, set[str]] = defaultdict(set)
    if package is None or package.origin is None:
        return found
    with (Path(package.origin).parent / "names.csv").open(encoding="utf-8") as lines:
        for name, _, short in csv.reader(lines):
            found[name].add(short)
            found[short].add(name)
    return found
