"""A request for support: whom it is about, what is asked for, and the check-list as answered.

Source: Derby 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.dates import show_date
from ehtui.documents.document import Document, Fields, Heading, Paragraph, Table
from ehtui.documents.seen import as_seen_by
from ehtui.process.sharing.packing import answers_for

if TYPE_CHECKING:
    from data.records.people import Person
    from ehtui.opening import OpenCase
    from ehtui.process.sharing.packing import Turned
    from ehtui.process.sharing.recipients import Recipient

NOT_ANSWERED = "–"


def request_document(
    case: OpenCase, reader: Recipient, turned: Turned, checklist: str
) -> Document | None:
    """Return the request as its reader may see it, None where nothing of it may go to them."""
    lines = answers_for(case.file, case.procedure, checklist, reader)
    if not lines:
        return None
    seen = as_seen_by(case, reader)
    title = case.wording.filled(lines[0].checklist.title)
    document = Document(f"{title}: {seen.file.case.family_name}", seen.file.case.reference)
    document.add(Heading("About"))
    for person in (*seen.file.children, *seen.file.adults):
        document.add(_person(seen, person))
    if there := [one for one in seen.file.agencies if one.involved]:
        said = tuple((one.name, ", ".join(filter(None, (one.worker, one.doing)))) for one in there)
        document.add(Heading("Services there already"), Fields(said))
    if turned.why:
        document.add(Heading("What is asked for, and why"), Paragraph(turned.why))
    rows = tuple(
        (
            case.wording.filled(one.item.title),
            case.wording.value(one.given, "answer") if one.given else NOT_ANSWERED,
            one.note,
        )
        for one in lines
    )
    document.add(Heading("What was found"), Table(("Point", "Answer", "Note"), rows))
    return document


def _person(seen: OpenCase, person: Person) -> Fields:
    born = show_date(person.born) if person.born else ""
    ties = [
        f"{seen.wording.value(one, 'kind')} of {seen.file.name(one.child_id)}"
        for one in seen.file.relationships
        if one.person_id == person.id and one.kind and one.child_id
    ]
    facts = {
        "Name": person.full_name,
        "Born": born if person.is_child else "",
        "In the family": ", ".join(ties) or person.in_family,
        "Address": ", ".join(filter(None, (person.address, person.postcode))),
        "Phone": person.phone,
        "School": person.school,
    }
    return Fields.of(facts)
