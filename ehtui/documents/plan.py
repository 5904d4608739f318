"""The plan as people read it: who, what everyone says, what is hoped for, and who does what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.dates import show_date, show_short
from ehtui.documents.assessment import assessment
from ehtui.documents.document import Document, Fields, Heading, Paragraph, Table
from ehtui.documents.genogram import gaps_in, genogram_drawing
from ehtui.documents.seen import as_seen_by
from ehtui.documents.statements import statements
from ehtui.documents.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.outcomes import Action
    from data.records.people import Person
    from ehtui.documents.document import Block
    from ehtui.opening import OpenCase
    from ehtui.process.sharing.recipients import Recipient


def plan_document(case: OpenCase, recipient: Recipient) -> Document:
    """Return the plan with all that the recipient may see, and no sign of what they may not."""
    return _plan(as_seen_by(case, recipient), gaps_in(case))


def own_plan(case: OpenCase) -> Document:
    """Return the plan with everything in it, for the practitioner who wrote it."""
    return _plan(case, gaps_in(case))


def _plan(case: OpenCase, gaps: frozenset[str]) -> Document:
    file = case.file
    title = case.wording.filled("{Plan}")
    document = Document(f"{title}: {file.case.family_name}", file.case.reference)
    document.add(Fields(tuple(_facts(case))))
    document.add(Heading("The family"), *_people(case))
    if file.relationships:
        document.add(Heading("Genogram", 2), genogram_drawing(case, gaps))
    if file.agencies:
        document.add(Heading("Services"), _services(case))
    said = list(statements(case))
    if said:
        document.add(Heading("Understanding"), *said)
    found = list(assessment(case))
    if found:
        document.add(Heading(case.wording.filled("{Assessment}")), *found)
    if file.case.family_comments:
        document.add(Heading("The family's own comments"), Paragraph(file.case.family_comments))
    if file.outcomes or file.actions:
        document.add(Heading("Outcomes and actions"), *_outcomes(case))
    if file.members:
        document.add(Heading(case.wording.filled("{Taf_long}")), _team(case))
    if file.consents:
        document.add(Heading("Consent"), _consent(case))
    return document


def actions_table(case: OpenCase, actions: list[Action]) -> Table:
    """Return who does what by when, and how it stands."""
    return Table(("What", "Who", "By", "How it stands"), tuple(map(_action, actions)))


def _facts(case: OpenCase) -> Iterator[tuple[str, str]]:
    one, lead = case.file.case, case.file.lead
    yield "Reference", one.reference
    for name in ("plan_started", "plan_dated", "central_number", "why_now"):
        if value := case.wording.value(one, name):
            yield case.wording.label(type(one), name), value
    if lead:
        together = f"with {lead.shared_with}" if lead.shared_with else ""
        until = f"until {show_date(lead.until)}" if lead.until else ""
        said = (lead.name, lead.role, lead.agency, lead.phone, together, until)
        yield case.wording.filled("{Lead}"), ", ".join(part for part in said if part)


def _people(case: OpenCase) -> Iterator[Block]:
    for person in case.file.people:
        yield Heading(person.full_name, 2)
        yield Fields((*told(case, person), *_belonging(case, person)))


def _belonging(case: OpenCase, person: Person) -> Iterator[tuple[str, str]]:
    for one in case.file.relationships:
        if one.person_id == person.id:
            kind = words("relationship", one.kind) if one.kind else "relationship not recorded"
            rights = ", parental responsibility" if one.parental_responsibility else ""
            carer = ", main carer" if one.primary_carer else ""
            yield f"To {case.file.name(one.child_id, 'somebody')}", f"{kind}{rights}{carer}"


def _services(case: OpenCase) -> Table:
    return Table(
        ("Service", "Worker", "With", "What they do", "Since"),
        tuple(
            (
                one.name,
                ", ".join(part for part in (one.worker, one.role) if part),
                case.file.name(one.with_id),
                one.doing,
                show_short(one.since) if one.since else "",
            )
            for one in case.file.agencies
            if one.involved is not False
        ),
    )


def _outcomes(case: OpenCase) -> Iterator[Block]:
    for outcome in case.file.outcomes:
        yield Heading(f"{outcome.number} {outcome.title}".strip(), 2)
        yield Fields(tuple(told(case, outcome)))
        if actions := [one for one in case.file.actions if one.outcome_id == outcome.id]:
            yield actions_table(case, actions)
    if further := [one for one in case.file.actions if not one.outcome_id]:
        yield Heading("Further actions", 2)
        yield actions_table(case, further)


def _action(one: Action) -> tuple[str, str, str, str]:
    by = show_date(one.due) if one.due else "no date"
    if one.first_due and one.first_due != one.due:
        by = f"{by} (first by {show_short(one.first_due)})"
    stands = words("action_status", one.status)
    if one.done:
        stands = f"{stands}, {show_short(one.done)}"
    return one.what, one.who, by, f"{stands}; {one.note}" if one.note else stands


def _team(case: OpenCase) -> Table:
    return Table(
        ("Name", "Role", "Service", "Part in the plan"),
        tuple(
            (case.file.name(one.id), one.role, case.file.name(one.agency_id), one.part)
            for one in case.file.members
        ),
    )


def _consent(case: OpenCase) -> Table:
    return Table(
        ("Who", "On", "Start", "Store", "Share", "How"),
        tuple(
            (
                case.file.name(one.by_id, "not recorded"),
                show_short(one.on) if one.on else "",
                *(words("answer", part) if part else "–" for part in (one.start, one.store)),
                words("answer", one.share) if one.share else "–",
                words("how_consent", one.how) if one.how else "",
            )
            for one in case.file.consents
        ),
    )
