"""The whole case as one document: whatever is recorded on any screen is reachable here.

Made from the records' own metadata, so that a new field is in it without anybody thinking of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.documents.chronology import chronology_table
from ehtui.documents.document import Document, Fields, Heading
from ehtui.documents.genogram import gaps_in, genogram_drawing
from ehtui.documents.sections import SECTIONS
from ehtui.documents.telling import told
from ehtui.process.chronology.entries import chronology
from ehtui.process.course.stages import stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.base import Record
    from ehtui.documents.sections import Place
    from ehtui.opening import OpenCase


def case_document(case: OpenCase) -> Document:
    """Return the whole record of a family, section by section; for the practitioner's own eyes."""
    file, wording = case.file, case.wording
    document = Document(file.case.family_name or file.case.reference, file.case.reference)
    document.add(
        Fields(
            (
                ("Reference", file.case.reference),
                ("Procedure", f"{case.procedure.name}, version {file.case.procedure_version}"),
                ("Stage", wording.filled(stage_of(file, case.procedure).title)),
                *told(case, file.case),
            )
        )
    )
    shown: set[str] = set()
    for section in SECTIONS:
        blocks = [block for place in section.places for block in _place(case, place, shown)]
        if blocks:
            document.add(Heading(wording.filled(section.title)), *blocks)
        if section.key == "people" and file.relationships:
            document.add(Heading("Genogram", 2), genogram_drawing(case, gaps_in(case)))
    document.add(Heading("Chronology"), chronology_table(chronology(file, wording)))
    return document


def _place(case: OpenCase, place: Place, shown: set[str]) -> Iterator[Heading | Fields]:
    rows = [row for row in getattr(case.file, place.table) if row.id not in shown]
    if rows:
        yield Heading(case.wording.filled(place.title), 2)
    for number, row in enumerate(rows, 1):
        yield _fields(case, row, f"{number}", 0, shown)
        for table, link in place.under:
            belonging = [one for one in getattr(case.file, table) if getattr(one, link) == row.id]
            for one in belonging:
                yield _fields(case, one, "", 1, shown, but=link)


def _fields(
    case: OpenCase, row: Record, number: str, depth: int, shown: set[str], but: str = ""
) -> Fields:
    shown.add(row.id)
    what = case.wording.filled(type(row).one_row)
    first = (number, what) if number else ("", f"· {what}")
    return Fields((first, *told(case, row, but)), depth)
