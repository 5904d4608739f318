"""What goes with a request, put together for whoever reads it: a cover page, then each paper.

Source: Gloucestershire, Level Four; Newcastle 13.3; Hull 3.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehtui.dates import show_date
from ehtui.documents.assessment import assessment, tools
from ehtui.documents.chronology import chronology_document
from ehtui.documents.document import Bullets, Document, Fields, Heading, Paragraph
from ehtui.documents.genogram import genogram_document
from ehtui.documents.minutes import minutes_document
from ehtui.documents.plan import plan_document
from ehtui.documents.request import request_document
from ehtui.documents.seen import as_seen_by
from ehtui.documents.statements import statements
from ehtui.process.course.asking import MISSING, latest_with_minutes, turning_to
from ehtui.process.sharing.packing import reader_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from ehtui.documents.document import Block
    from ehtui.opening import OpenCase
    from ehtui.process.sharing.packing import Turned
    from ehtui.process.sharing.recipients import Recipient

    Making = Callable[[OpenCase, Recipient], Document | None]


@dataclass(frozen=True, slots=True)
class Pack:
    """The papers of one request, and what has to go with them and does not."""

    reader: Recipient
    papers: tuple[tuple[str, Document], ...]
    """Each with what its file is called by: the cover first, then in the procedure's order."""
    went: tuple[str, ...]
    missing: tuple[str, ...]
    """A line each, with the reason; for the writer alone."""

    @property
    def account(self) -> str:
        """What went and what was missing, as it is written down with the request."""
        lines = [f"For {self.reader.name}: {', '.join(self.went) or 'nothing but the cover page'}."]
        return "\n".join([*lines, *(f"Missing: {one}." for one in self.missing)])


def pack_for(case: OpenCase, turned: Turned, today: date) -> Pack:
    """Return the papers of a request as their reader may see them.

    Whether they may go at all, `packing.may_pack` says. LookupError where none are asked for.
    """
    turning = turning_to(case.file, case.procedure, turned.asked.key) if turned.asked else None
    if turned.asked is None or turning is None:
        raise LookupError("The procedure names no papers for this.")
    reader = reader_of(turned, case.file, case.procedure)
    papers: list[tuple[str, Document]] = []
    went, lacking, why = [], [], []
    for sent in turning.sends:
        title = case.wording.filled(sent.title)
        paper = _paper(case, turned, reader, sent.key) if sent.there else None
        if paper:
            papers.append((sent.key, paper))
            went.append(title)
        else:
            lacking.append(title)
            state = f"nothing of it may go to {reader.name}" if sent.there else sent.state
            if case.file.case.stands_in and sent.key == "assessment":
                state = f"add a copy of {case.file.case.stands_in}"
            why.append(title if state == MISSING else f"{title} ({state})")
    cover = Document(case.wording.filled(turned.asked.title), case.file.case.reference)
    cover.add(*_cover(case, turned, reader, today, went, lacking))
    return Pack(reader, (("cover", cover), *papers), tuple(went), tuple(why))


def _paper(case: OpenCase, turned: Turned, reader: Recipient, key: str) -> Document | None:
    make = PAPERS.get(key)
    return make(case, reader) if make else request_document(case, reader, turned, key)


def _cover(
    case: OpenCase,
    turned: Turned,
    reader: Recipient,
    today: date,
    went: list[str],
    lacking: list[str],
) -> Iterator[Block]:
    """What the reader is told first. Why a paper is not there is no business of theirs (S3)."""
    yield _facts(case, turned, reader, today)
    if turned.why:
        yield from (Heading("Why"), Paragraph(turned.why))
    yield from (Heading("Consent"), Paragraph(_consent(turned)))
    yield Heading("Goes with it")
    yield Bullets(tuple(went)) if went else Paragraph("Nothing but this page.")
    if lacking:
        yield from (Heading("Asked for, and not in it"), Bullets(tuple(lacking)))


def _facts(case: OpenCase, turned: Turned, reader: Recipient, today: date) -> Fields:
    seen = as_seen_by(case, reader).file
    children = (
        f"{one.full_name}, born {show_date(one.born)}" if one.born else one.full_name
        for one in seen.children
    )
    lead = seen.lead
    sender = (lead.name, lead.role, lead.agency, lead.phone, lead.email) if lead else ()
    facts = {
        "To": turned.to or reader.name,
        "From": ", ".join(filter(None, sender)),
        "On": show_date(today),
        "About": "; ".join(children),
        "Reference": case.file.case.reference,
    }
    return Fields.of(facts)


def _consent(turned: Turned) -> str:
    if turned.harm:
        return "A child may be at risk of harm: it does not wait for consent."
    if turned.without_consent:
        return f"Without consent, for a child's safety: {turned.without_consent_why}"
    return "The family agrees."


def _plan(case: OpenCase, reader: Recipient) -> Document | None:
    file = as_seen_by(case, reader).file
    return plan_document(case, reader) if file.outcomes or file.actions else None


def _assessment(case: OpenCase, reader: Recipient) -> Document | None:
    seen = as_seen_by(case, reader)
    return _made_of(seen, seen.wording.filled("{Assessment}"), *statements(seen), *assessment(seen))


def _tools(case: OpenCase, reader: Recipient) -> Document | None:
    seen = as_seen_by(case, reader)
    return _made_of(seen, "Tools", *tools(seen))


def _made_of(seen: OpenCase, title: str, *parts: Block) -> Document | None:
    document = Document(f"{title}: {seen.file.case.family_name}", seen.file.case.reference)
    document.add(*parts)
    return document if parts else None


def _genogram(case: OpenCase, reader: Recipient) -> Document | None:
    there = as_seen_by(case, reader).file.relationships
    return genogram_document(case, reader) if there else None


def _minutes(case: OpenCase, reader: Recipient) -> Document | None:
    """An older meeting's minutes never stand for the latest, where that is kept from the reader."""
    meeting = latest_with_minutes(case.file)
    seen = latest_with_minutes(as_seen_by(case, reader).file)
    if meeting is None or seen is None or seen.id != meeting.id:
        return None
    return minutes_document(case, meeting.id, reader)


PAPERS: dict[str, Making] = {
    "plan": _plan,
    "assessment": _assessment,
    "genogram": _genogram,
    "minutes": _minutes,
    "tools": _tools,
    "chronology": chronology_document,
}
"""What is made for each key under which a procedure asks for a paper; else it is a check-list."""
