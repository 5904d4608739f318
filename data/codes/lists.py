"""Code lists: what is recorded as a short code and read as words.

One TOML file a list. A file of the same name in the folder `codes` of the user's data folder adds
codes to it, and takes the place of those it names again.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from data.folders import own_folder
from data.structs import converted

SHIPPED: Final = Path(__file__).parent


class BadCodes(ValueError):
    """A code list can't be used; the message names the file, the code and the key."""


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a code list."""

    code: str
    """What is recorded."""
    words: str
    """What is shown."""
    retired: bool = False
    """Kept for the records that have it, no longer offered."""
    extra: dict[str, str] = {}
    """What others call it, by the name of the other list: `annex_a`, `contact_source`."""


class CodeList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole file: what the list is for, where it is from, and its codes in the order shown."""

    title: str
    source: str
    code: tuple[Code, ...]


def codes(name: str) -> tuple[Code, ...]:
    """Return the list's codes, retired ones among them, the user's own behind.

    Raise BadCodes if the program's or the user's file can't be used, KeyError if there is no
    such list.
    """
    own = own_folder("codes")
    return _codes(name, own / f"{name}.toml" if own else None)


def words(name: str, code: str) -> str:
    """Return a code's words; a code the list doesn't know, from another laptop, as it stands."""
    return next((entry.words for entry in codes(name) if entry.code == code), code)


@cache
def _codes(name: str, own: Path | None) -> tuple[Code, ...]:
    shipped = SHIPPED / f"{name}.toml"
    entries = _read(shipped) if shipped.is_file() else {}
    if own is not None and own.is_file():
        entries |= _read(own)
    if not entries:
        raise KeyError(f"There is no code list {name}.")
    return tuple(entries.values())


def _read(path: Path) -> dict[str, Code]:
    where = f"codes/{path.name}"  # not the whole path: it holds the account's name
    try:
        found = converted(tomllib.loads(path.read_text("utf-8")), CodeList)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadCodes(f"{where} is not TOML: {error}.") from None
    except msgspec.ValidationError as error:
        raise BadCodes(f"{where}: {_plainly(str(error))}.") from None
    entries = {entry.code: entry for entry in found.code}
    if len(entries) < len(found.code):
        listed = [entry.code for entry in found.code]
        twice = next(code for code in listed if listed.count(code) > 1)
        raise BadCodes(f"{where}: the code {twice} stands there twice; each may once.")
    return entries


def _plainly(message: str) -> str:
    """Return a checker's message with its `$.code[3].words` said as "code 4, words"."""
    message = message.replace("Object ", "the entry ").replace("`", "").replace("str", "text")
    what, _, place = message.partition(" - at $.")
    place = re.sub(r"\[(\d+)\]\.?", lambda at: f" {int(at[1]) + 1}, ", place).strip(" ,")
    return f"{place}: {what}" if place else what
