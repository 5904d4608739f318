"""Printing facts: a line for people, JSON for programs."""

from __future__ import annotations

import sys
from typing import Any


def print_json(facts: Any) -> None:
    """Print facts as JSON that keeps every letter as it is."""
    import json  # what prints lines need not load it

    print(json.dumps(facts, ensure_ascii=False, indent=2, default=str))


def print_columns(rows: list[tuple[str, ...]]) -> None:
    """Print rows with their cells one below the other; the last cell may be of any length."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        print("  ".join([*cells, row[-1]]).rstrip())


def speak_utf8() -> None:
    """Names hold Ł and 😂; a terminal or pipe of another encoding must not break the command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
