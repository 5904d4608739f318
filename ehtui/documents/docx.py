"""A document as a Word file: real headings, tables whose header rows say that they are, a language.

Its properties say the reference and the kind of document, and nobody's name.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ehtui.documents.document import (
    Bullets,
    Document,
    Drawing,
    Fields,
    Heading,
    Paragraph,
    Table,
    lead_in,
)

if TYPE_CHECKING:
    from ehtui.documents.document import Block

LANGUAGE = "en-GB"
STEP = Cm(0.75)
EVEN_FONT, EVEN_SIZE = "Courier New", Pt(8)
"""For drawings: eighty signs of one width fit between the margins."""


def as_docx(document: Document, made: datetime | None = None) -> bytes:
    """Return the document as the bytes of a .docx file, dated ``made``, or else now."""
    word = docx.Document()
    _say_nothing_else(word, document, made or datetime.now(UTC))
    word.add_heading(document.title, 0)
    for block in document.blocks:
        _put(word, block)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _put(word: Any, block: Block) -> None:
    match block:
        case Heading(text, level):
            word.add_heading(text, level)
        case Paragraph(text):
            word.add_paragraph(text)
        case Bullets(points):
            for point in points:
                word.add_paragraph(point, style="List Bullet")
        case Fields(pairs, depth):
            for label, value in pairs:
                _put_pair(word, label, value, depth)
        case Drawing(lines):
            _put_drawing(word, lines)
        case Table():
            _put_table(word, block)


def _put_pair(word: Any, label: str, value: str, depth: int) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.left_indent = STEP * depth
    paragraph.paragraph_format.space_after = Cm(0.1)
    paragraph.add_run(lead_in(label)).bold = True
    paragraph.add_run(value)


def _put_drawing(word: Any, lines: tuple[str, ...]) -> None:
    for line in lines:
        paragraph = word.add_paragraph()
        shape = paragraph.paragraph_format
        shape.space_before = shape.space_after = Pt(0)
        shape.line_spacing, shape.keep_with_next = 1.0, True
        run = paragraph.add_run(line)
        run.font.name, run.font.size = EVEN_FONT, EVEN_SIZE
    word.add_paragraph()


def _put_table(word: Any, table: Table) -> None:
    laid = word.add_table(rows=1, cols=len(table.header), style="Table Grid")
    for cell, text in zip(laid.rows[0].cells, table.header, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    # Screen readers say the header with each cell; the printer repeats it on each page.
    laid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        for cell, text in zip(laid.add_row().cells, row, strict=True):
            cell.text = text
    word.add_paragraph()


def _say_nothing_else(word: Any, document: Document, made: datetime) -> None:
    fonts = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = fonts.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        fonts.append(language)
    language.set(qn("w:val"), LANGUAGE)
    properties = word.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.title = document.reference
    properties.subject = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = made
