"""The genogram as people read it, drawn from no more than its reader may see (S1).

Source: Gloucestershire, genogram; it goes with a referral there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.documents.document import Document, Drawing, Paragraph
from ehtui.documents.seen import as_seen_by
from ehtui.process.genogram.kin import kin_of, without_second_parent
from ehtui.process.genogram.lines import genogram

if TYPE_CHECKING:
    from ehtui.opening import OpenCase
    from ehtui.process.sharing.recipients import Recipient


def genogram_document(case: OpenCase, recipient: Recipient) -> Document:
    """Return the genogram with those whom the recipient may know of, and no sign of others."""
    return _document(as_seen_by(case, recipient), gaps_in(case))


def own_genogram(case: OpenCase) -> Document:
    """Return the genogram with everybody in it, for the practitioner."""
    return _document(case, gaps_in(case))


def gaps_in(case: OpenCase) -> frozenset[str]:
    """Return the children of whom nobody has recorded the second parent.

    Asked of the whole record: a parent who is only kept from a reader is no gap in their copy.
    """
    return without_second_parent(kin_of(case.file.people, case.file.relationships))


def genogram_drawing(case: OpenCase, gaps: frozenset[str]) -> Drawing:
    """Return the drawing of a case as it is given, with these gaps."""
    return Drawing(tuple(genogram(case.file.people, case.file.relationships, gaps)))


def _document(case: OpenCase, gaps: frozenset[str]) -> Document:
    document = Document(f"Genogram: {case.file.case.family_name}", case.file.case.reference)
    drawing = genogram_drawing(case, gaps)
    document.add(drawing if drawing.lines else Paragraph("Nobody of the family is recorded yet."))
    return document
