"""What a name is also called: short forms, and spellings that no rule of sounds explains.

The short forms of English are a package's; those of other languages, and the spellings, are in a
table in `data/codes`, to which a file of the same name in the folder `codes` of the user's data
folder adds. All of them go into the index; a look-up reads none.
"""

from __future__ import annotations

import csv
import re
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
TABLES: Final = ("heard", "short")
"""What stands in it: how names are written that were only heard, and their short forms."""


def heard_names() -> Mapping[str, frozenset[str]]:
    """Return for folded words of names how those write them who only heard them. BadCodes."""
    heard: Mapping[str, frozenset[str]] = _tables(_own())["heard"]
    return heard


def fronted(word: str) -> frozenset[str]:
    """Return how a folded name is written from many a mouth: Feo for Theo, Hevver for Heather."""
    if "th" not in word:
        return frozenset()
    return frozenset((word.replace("th", "f"), re.sub("(?<=.)th(?=.)", "v", word))) - {word}


def short_forms() -> Mapping[str, frozenset[str]]:
    """Return for folded words what they are short for, and what is short for them. BadCodes."""
    return _short_forms(_own())


def _own() -> Path | None:
    own = own_folder("codes")
    return own / TABLE if own else None


@cache
def _tables(own: Path | None) -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, defaultdict[str, set[str]]] = {one: defaultdict(set) for one in TABLES}
    for path in (SHIPPED / TABLE, own):
        if path is not None and path.is_file():
            for table, names in _read(path).items():
                for name, others in names.items():
                    found[table][fold(name)].update(fold(others).split())
    return {
        table: {name: frozenset(others) for name, others in names.items()}
        for table, names in found.items()
    }


def _read(path: Path) -> dict[str, dict[str, str]]:
    where = f"codes/{path.name}"
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadCodes(f"{where} is not TOML: {error}.") from None
    tables = {one: read.get(one, {}) for one in TABLES}
    for table, names in tables.items():
        if not isinstance(names, dict) or not all(isinstance(one, str) for one in names.values()):
            how = "as it is heard, and otherwise" if table == "heard" else "its short forms"
            raise BadCodes(f'{where}: below [{table}], write a name = "{how}".')
    return tables


@cache
def _short_forms(own: Path | None) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    pairs = [(name, one) for name, short in _tables(own)["short"].items() for one in short]
    for name, short in (*_nicknames(), *pairs):
        found[name].add(short)
        found[short].add(name)
    return {name: frozenset(others) for name, others in found.items()}


def _nicknames() -> list[tuple[str, str]]:
    package = find_spec("nicknames")  # found, not imported: its own reader is slower to load
    if package is None or package.origin is None:
        return []
    with (Path(package.origin).parent / "names.csv").open(encoding="utf-8") as lines:
        return [(name, short) for name, _, short in csv.reader(lines)]
