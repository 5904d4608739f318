"""A file of one's own that changes a few things of a shipped procedure, without copying it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

Raw = dict[str, Any]


def laid_over(base: Raw, own: Raw) -> Raw:
    """Return what a file says once another is laid over it.

    Tables are changed key by key, and lists of things that have a `key` thing by thing, new ones
    last. Anything else is replaced by what the own file says.
    """
    return base | {key: _changed(base.get(key), value) for key, value in own.items()}


def as_toml(raw: Raw) -> str:
    """Return the TOML text of a file, one top-level key a line."""
    return "".join(f"{_written(key)} = {_written(value)}\n" for key, value in raw.items())


def _changed(base: Any, own: Any) -> Any:
    if isinstance(base, dict) and isinstance(own, dict):
        return laid_over(base, own)
    if _keyed(base) and _keyed(own):
        things = {thing["key"]: thing for thing in base}
        for thing in own:
            things[thing["key"]] = _changed(things.get(thing["key"]), thing)
        return list(things.values())
    return own


def _keyed(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, dict) and "key" in v for v in value)


def _written(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (f"{_written(key)} = {_written(part)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_written(part) for part in value) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)  # TOML takes JSON's numbers, truth and escapes
