"""Blanks for a visit, where nobody types: columns for each adult, houses for each child (S10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.documents.document import WRITE_HERE, Document, Fields, Heading, Table
from ehtui.process.assessment.voices import to_hear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.procedures.parts import Item
    from ehtui.documents.document import Block
    from ehtui.opening import OpenCase

EMPTY_LINES = "\n" * 10


def visit_blank(case: OpenCase) -> Document:
    """Return sheets to write on by hand: one for each person, in the procedure's words."""
    document = Document("For the visit", case.file.case.reference)
    for adult in case.file.adults:
        document.add(*_sheet(case, adult.called, case.procedure.columns))
    for child in to_hear(case.file):
        document.add(*_sheet(case, child.called, case.procedure.houses or case.procedure.columns))
    document.add(
        Heading("Outcomes and actions"),
        Table(("What should change", "Who does what", "By when"), ((EMPTY_LINES, "", ""),)),
    )
    return document


def _sheet(case: OpenCase, name: str, headings: tuple[Item, ...]) -> Iterator[Block]:
    yield Heading(name)
    yield _to_fill_in("On", "Where", "Who was there", "Who wrote")
    if headings:
        yield Table(
            tuple(case.wording.filled(one.title) for one in headings),
            (tuple(EMPTY_LINES for _ in headings),),
        )
    yield _to_fill_in("May be shown to", "Not to")


def _to_fill_in(*labels: str) -> Fields:
    return Fields(tuple((label, WRITE_HERE) for label in labels))
