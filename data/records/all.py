"""Every record, by its table: the one list that forms, saves, case files and docs use."""

from __future__ import annotations

from data.records.assessment import Conversation, Scale, Statement
from data.records.base import Record
from data.records.cases import (
    Attachment,
    AttachmentContent,
    Case,
    Event,
    Lead,
    Note,
    Notice,
    ProcedureText,
)
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

RECORDS: tuple[type[Record], ...] = (
    ProcedureText,
    Case,
    Lead,
    Note,
    Notice,
    Attachment,
    AttachmentContent,
    Person,
    Relationship,
    Agency,
    StartDecision,
    Enquiry,
    Refusal,
    Consent,
    ConsentScope,
    Restriction,
    Conversation,
    Statement,
    Scale,
    Outcome,
    Action,
    Progress,
    Member,
    Meeting,
    Attendance,
    AgendaItem,
    Copy,
    Call,
    HarmContact,
    Logging,
    Handover,
    Closing,
    Event,
    SamePerson,
    CheckAnswer,
    Finding,
    FrameworkAnswer,
    ToolUse,
    ToolScore,
    LevelChange,
    SharingDecision,
    Request,
    Escalation,
    Update,
    Supervision,
    QualityAudit,
    QualityMark,
)
BY_TABLE: dict[str, type[Record]] = {str(record.__tablename__): record for record in RECORDS}
