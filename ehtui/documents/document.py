"""What a document is made of, whatever it is rendered as: headings, paragraphs, fields, tables.

Everything in it is text. What was typed by somebody never becomes markup, a field or a formula.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WRITE_HERE = "_" * 30
"""A line to be written on by hand."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 stands right under the title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines of text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels, each with what stands behind it; ``depth`` sets them in under what they belong to.

    What has an empty label stands alone.
    """

    pairs: tuple[tuple[str, str], ...]
    depth: int = 0

    @classmethod
    def of(cls, facts: Mapping[str, str]) -> Fields:
        """Return those of the facts, by their labels, that say anything."""
        return cls(tuple((label, value) for label, value in facts.items() if value))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines whose signs stand exactly below each other."""

    lines: tuple[str, ...]


def lead_in(label: str) -> str:
    """Return what stands before a value: its label and a colon, nothing where it has no label."""
    return f"{label}: " if label else ""


Block = Heading | Paragraph | Bullets | Fields | Table | Drawing


@dataclass(slots=True)
class Document:
    """A document for one reader."""

    title: str
    reference: str
    """What the file is named by, and all that its properties say: the case's short reference."""
    blocks: list[Block] = field(default_factory=list)

    def add(self, *blocks: Block) -> None:
        """Put blocks at the end."""
        self.blocks += blocks
