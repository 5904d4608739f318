"""The chronology as people read it: the day, what happened, and what was significant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.dates import show_date
from ehtui.documents.document import Document, Paragraph, Table
from ehtui.documents.seen import as_seen_by
from ehtui.process.chronology.entries import chronology

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ehtui.opening import OpenCase
    from ehtui.process.chronology.entries import Entry
    from ehtui.process.sharing.recipients import Recipient


def chronology_document(case: OpenCase, recipient: Recipient) -> Document:
    """Return the chronology with what the recipient may see, and no sign of the rest."""
    return own_chronology(as_seen_by(case, recipient))


def own_chronology(case: OpenCase, entries: Iterable[Entry] | None = None) -> Document:
    """Return the chronology for the practitioner: all of it, or only these lines."""
    document = Document(f"Chronology: {case.file.case.family_name}", case.file.case.reference)
    lines = chronology_table(chronology(case.file, case.wording) if entries is None else entries)
    document.add(lines if lines.rows else Paragraph("Nothing dated is recorded."))
    return document


def chronology_table(entries: Iterable[Entry]) -> Table:
    """Return lines of a chronology as a table."""
    return Table(("On", "What happened", "Significant"), tuple(map(_row, entries)))


def _row(one: Entry) -> tuple[str, str, str]:
    day = f"{show_date(one.day)} {one.at}".rstrip()
    return day, one.text, "significant" if one.significant else ""
