"""The consent form: blank, to be talked through and signed; or filled, from the ledger (N4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.documents.document import (
    WRITE_HERE,
    Bullets,
    Document,
    Fields,
    Heading,
    Paragraph,
    Table,
)
from ehtui.documents.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.procedures.model import Procedure
    from data.records.consent import Consent
    from ehtui.documents.document import Block
    from ehtui.opening import OpenCase
    from ehtui.wording import Wording


def blank_form(case: OpenCase) -> Document:
    """Return a form that names the family and asks everything; nothing in it is ticked."""
    document = _beginning(case)
    document.add(Fields((("Name", WRITE_HERE), ("Asked as", WRITE_HERE))))
    document.add(*_parts(case.procedure, case.wording, ticks=True))
    document.add(
        Heading("Who may see what"),
        Table(
            ("Service", "May see: yes or no", "Only this"),
            tuple((one.name, "", "") for one in case.file.agencies) + (("", "", ""),) * 3,
        ),
        Heading("Anything that must not be shown, and to whom"),
        Paragraph(WRITE_HERE),
    )
    return _signed(document)


def filled_form(case: OpenCase, consent: Consent) -> Document:
    """Return what was asked and answered in one entry of the ledger, for whoever answered."""
    document = _beginning(case)
    document.add(*_parts(case.procedure, case.wording, ticks=False))
    document.add(Heading("What was said"), Fields(tuple(told(case, consent))))
    scopes = [one for one in case.file.consent_scopes if one.consent_id == consent.id]
    if scopes:
        document.add(
            Heading("Who may see what"),
            Table(
                ("Service", "May see", "What", "Only this"),
                tuple(
                    (
                        *(case.wording.value(one, name) for name in ("agency_id", "included")),
                        *(case.wording.value(one, name) for name in ("subject", "note")),
                    )
                    for one in scopes
                ),
            ),
        )
    return _signed(document)


def _beginning(case: OpenCase) -> Document:
    document = Document(case.wording.filled("Consent to a {plan}"), case.file.case.reference)
    children = ", ".join(child.full_name for child in case.file.children)
    document.add(Fields((("Family", case.file.case.family_name), ("Children", children))))
    return document


def _parts(procedure: Procedure, wording: Wording, *, ticks: bool) -> Iterator[Block]:
    if procedure.consent is None:
        return
    for part in procedure.consent.parts:
        yield Heading(f"{wording.filled(part.title)}: {wording.filled(part.meaning)}")
        yield Paragraph("I have been told:")
        yield Bullets(tuple(wording.filled(point) for point in part.explain))
        if ticks:
            yield Paragraph("[  ] I agree    [  ] I do not agree")


def _signed(document: Document) -> Document:
    document.add(
        Heading("Signatures"),
        Table(("Who", "Signature", "Date"), (("", "", ""), ("Practitioner", "", ""))),
    )
    return document
