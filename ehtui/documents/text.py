"""A document as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from ehtui.documents.document import (
    Block,
    Bullets,
    Document,
    Drawing,
    Fields,
    Heading,
    Paragraph,
    Table,
    lead_in,
)

STEP = "  "


def as_text(document: Document) -> str:
    """Return the document as plain text, each line break of what was typed kept."""
    return "\n".join([*_underlined(document.title, "="), *_blocks(document.blocks)]) + "\n"


def _blocks(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, 1):
            yield from ("", *_underlined(text, "-"))
        case Heading(text):
            yield from ("", text)
        case Paragraph(text):
            yield text
        case Bullets(points):
            yield from (_hanging("- ", point) for point in points)
        case Drawing(drawn):
            yield from drawn
        case Fields(pairs, depth):
            for label, value in pairs:
                yield indent(_hanging(lead_in(label), value), STEP * depth)
        case Table(header, rows):
            for row in rows:
                yield "- " + "; ".join(
                    _hanging(f"{label}: ", cell)
                    for label, cell in zip(header, row, strict=True)
                    if cell
                )


def _underlined(text: str, sign: str) -> tuple[str, str]:
    return text, sign * len(text)


def _hanging(label: str, value: str) -> str:
    """Put a value behind its label; further lines of it stand under it, so that none is lost."""
    return label + value.replace("\n", f"\n{STEP * 2}")
