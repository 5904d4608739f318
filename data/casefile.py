"""Everything recorded about one family, in one typed object.

Rules, screens, documents and exports read a case file; none of them reads the store.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.records.assessment import Conversation, Scale, Statement
    from data.records.base import Record
    from data.records.cases import Attachment, Case, Event, Lead, Note, Notice
    from data.records.closing import Closing, Handover, Logging
    from data.records.consent import Consent, ConsentScope, Restriction
    from data.records.contacts import Call, HarmContact
    from data.records.decisions import Escalation, LevelChange, Request, SharingDecision
    from data.records.findings import Finding, FrameworkAnswer, ToolScore, ToolUse
    from data.records.meetings import AgendaItem, Attendance, Copy, Meeting, Member, Update
    from data.records.outcomes import Action, Outcome, Progress
    from data.records.people import Agency, Person, Relationship, SamePerson
    from data.records.quality import QualityAudit, QualityMark, Supervision
    from data.records.starting import CheckAnswer, Enquiry, Refusal, StartDecision

Kept = TypeVar("Kept", bound="Record")


@dataclass(slots=True)
class CaseFile:
    """One family's whole record. Each list has the name of its table and the order of entry."""

    case: Case
    leads: list[Lead] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    relationships: list[Relationship] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)
    start_decisions: list[StartDecision] = field(default_factory=list)
    enquiries: list[Enquiry] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    consent_scopes: list[ConsentScope] = field(default_factory=list)
    restrictions: list[Restriction] = field(default_factory=list)
    conversations: list[Conversation] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    scales: list[Scale] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    attendances: list[Attendance] = field(default_factory=list)
    agenda_items: list[AgendaItem] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    harm_contacts: list[HarmContact] = field(default_factory=list)
    loggings: list[Logging] = field(default_factory=list)
    handovers: list[Handover] = field(default_factory=list)
    closings: list[Closing] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    same_people: list[SamePerson] = field(default_factory=list)
    check_answers: list[CheckAnswer] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    framework_answers: list[FrameworkAnswer] = field(default_factory=list)
    tool_uses: list[ToolUse] = field(default_factory=list)
    tool_scores: list[ToolScore] = field(default_factory=list)
    level_changes: list[LevelChange] = field(default_factory=list)
    sharing_decisions: list[SharingDecision] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    escalations: list[Escalation] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    supervisions: list[Supervision] = field(default_factory=list)
    quality_audits: list[QualityAudit] = field(default_factory=list)
    quality_marks: list[QualityMark] = field(default_factory=list)

    @property
    def children(self) -> list[Person]:
        """The children and young people, unborn ones included, in the order of entry."""
        return [person for person in self.people if person.is_child]

    @property
    def adults(self) -> list[Person]:
        """The adults of the family."""
        return [person for person in self.people if not person.is_child]

    @property
    def lead(self) -> Lead | None:
        """Who leads now: the last entered, None before anybody does."""
        return self.leads[-1] if self.leads else None

    @property
    def held_meetings(self) -> list[Meeting]:
        """The meetings that took place, oldest first."""
        held = [meeting for meeting in self.meetings if meeting.held and meeting.on]
        return sorted(held, key=lambda meeting: (str(meeting.on), meeting.at))

    def rows(self) -> Iterator[Record]:
        """Every record of the case, the case itself first."""
        yield self.case
        for table in TABLES:
            yield from getattr(self, table)

    def find(self, record_id: str | None) -> Record | None:
        """Return the record with this key, or None."""
        if not record_id:
            return None
        return next((row for row in self.rows() if row.id == record_id), None)

    def person(self, person_id: str | None) -> Person | None:
        """Return the person with this key, or None."""
        return _keyed(self.people, person_id)

    def agency(self, agency_id: str | None) -> Agency | None:
        """Return the service with this key, or None."""
        return _keyed(self.agencies, agency_id)

    def member(self, member_id: str | None) -> Member | None:
        """Return the team member with this key, or None."""
        return _keyed(self.members, member_id)

    def name(self, record_id: str | None, otherwise: str = "") -> str:
        """Return what to call the person, member or service with this key."""
        if person := self.person(record_id):
            return person.called
        if member := self.member(record_id):
            return self.member_name(member)
        if agency := self.agency(record_id):
            return agency.name
        return otherwise

    def member_name(self, member: Member) -> str:
        """Return what to call a team member: by name, as somebody of the family, or by role."""
        return member.name or self.name(member.person_id, member.role)


def _keyed(records: Iterable[Kept], key: str | None) -> Kept | None:
    """Most links are empty, and each save follows hundreds of them: those look at no record."""
    if key:
        for one in records:
            if one.id == key:
                return one
    return None


TABLES: tuple[str, ...] = tuple(one.name for one in fields(CaseFile) if one.name != "case")
"""The tables of a case file, without the case's own."""
