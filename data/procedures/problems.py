"""What is wrong with a procedure file, said so that the person who wrote it can mend it."""

from __future__ import annotations

import difflib
import re
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from data.procedures.model import Procedure


class BadProcedure(Exception):
    """A procedure file that can't be used: which file, which key, and what was expected there."""

    def __init__(self, file: str, key: str, expected: str) -> None:
        self.file, self.key, self.expected = file, key, expected
        where = f"{file}: {key}" if key else file
        super().__init__(f"{where}: expected {expected}.")


_STEP = re.compile(r"\.([A-Za-z_]+)|\[(\d+)\]")
_NOUNS = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table of keys",
    "null": "nothing",
}


def in_plain_words(complaint: str, raw: dict[str, Any]) -> tuple[str, str]:
    """Return where in the file a complaint of msgspec points, and what was expected there."""
    what, _, path = complaint.partition(" - at `$")
    steps: list[str | int] = [
        name or int(number) for name, number in _STEP.findall(path.rstrip("`"))
    ]
    named = re.search(r"field `([^`]*)`", what)
    if named and "unknown" in what:
        known = _known_keys(steps)
        close = difflib.get_close_matches(named[1], known, 1)
        meant = f"no such key here, perhaps {close[0]}" if close else f"one of {', '.join(known)}"
        return _place([*steps, named[1]], raw), meant
    if named:
        return _place([*steps, named[1]], raw), "a value, and the key is missing"
    return _place(steps, raw), _expected(what, steps)


def _expected(what: str, steps: list[str | int]) -> str:
    if what.startswith("Invalid enum value"):
        return f"one of {', '.join(_choices(_type_at(steps)))}"
    if "matching regex" in what:
        if steps[-1] == "published":
            return 'a date as text: "2017", "2017-03" or "2017-03-28"'
        return "a short name in small letters, with - or _ between the words"
    if "length >= 1" in what:
        return "some text"
    if at_least := re.search(r"`int` >= (\d+)", what):
        return f"a whole number from {at_least[1]} up"
    if many := re.search(r"length (\d+)", what):
        return f"a list of {many[1]}"
    nouns = re.search(r"Expected `([^`]*)`, got `([^`]*)`", what)
    if nouns is None:
        return what
    wanted, got = ([_NOUNS.get(n, n) for n in g.split(" | ")] for g in nouns.groups())
    return f"{' or '.join(wanted)}, found {got[0]}"


def _place(steps: list[str | int], raw: Any) -> str:
    """The way to a key as its author sees it: items by their own key, or else counted from 1."""
    said = ""
    for step in steps:
        if isinstance(step, str):
            said += f".{step}" if said else step
            raw = raw.get(step) if isinstance(raw, dict) else None
        else:
            raw = raw[step] if isinstance(raw, list) else None
            own = raw.get("key") if isinstance(raw, dict) else None
            said += f"[{own}]" if isinstance(own, str) else f"[number {step + 1}]"
    return said


def _type_at(steps: list[str | int]) -> Any:
    """The type that the model gives to a place in the file."""
    found: Any = Procedure
    for step in steps:
        if isinstance(step, int):
            found = get_args(found)[0]
            continue
        struct = _struct(found)
        names = {f.encode_name: f.name for f in msgspec.structs.fields(struct)}
        found = get_type_hints(struct)[names[step]]
    return found


def _struct(kind: Any) -> type[msgspec.Struct]:
    if get_origin(kind) is None:
        return kind  # type: ignore[no-any-return]
    return next(a for a in get_args(kind) if isinstance(a, type) and issubclass(a, msgspec.Struct))


def _known_keys(steps: list[str | int]) -> list[str]:
    return [f.encode_name for f in msgspec.structs.fields(_struct(_type_at(steps)))]


def _choices(kind: Any) -> list[str]:
    return [value for value in get_args(kind) if isinstance(value, str)]
