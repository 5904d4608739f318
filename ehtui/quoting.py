"""Somebody's own words: typed between quotation marks, shown between quotation marks."""

from __future__ import annotations

PAIRS = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’"}
"""Marks that open a quotation, and the mark that ends it. A straight apostrophe is no quotation."""


def unquoted(text: str) -> tuple[str, bool]:
    """Return a text without the marks around it, and whether it stood between such marks.

    Marks inside are left alone: only a pair around the whole text says that it is quoted.
    """
    bare = text.strip()
    closing = PAIRS.get(bare[:1])
    if closing is None or len(bare) < 3 or not bare.endswith(closing):
        return text, False
    inside = bare[1:-1]
    if bare[0] in inside or closing in inside:
        return text, False
    return inside, True


def quoted(text: str) -> str:
    """Return a text between quotation marks."""
    return f"“{text}”"
