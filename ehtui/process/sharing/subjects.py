"""What a record, or one field of it, is about: under which subjects of consent, and about whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.records.base import Record

OWN_AGENCY = (
    *("notes", "calls", "harm_contacts", "start_decisions", "enquiries", "notices"),
    *("requests", "sharing_decisions", "escalations", "check_answers", "same_people"),
    *("supervisions", "quality_audits", "quality_marks"),
)
"""Tables of one's own agency's record: nobody else's to see (S6)."""
LEDGER = ("consents", "consent_scopes", "refusals", "restrictions")
OWN_FIELDS = (
    *("weigh_harm", "harm_weighed", "harm_view", "may_show"),
    *("left_out", "not_sent_why"),
    *("why_without_family", "family_told", "not_told_why", "family_heard"),
)
"""What the practitioner thinks over about a statement, was told in confidence with it, or writes
down of what others did not get: a copy never says that something is missing (S3)."""

PLAIN = ("meetings", "attendances", "members", "leads", "relationships", "cases")
"""Tables that say who and when: without them nothing else can be understood."""
TOLD: dict[str, tuple[str, ...]] = {
    "cases": (
        *("first_concern", "raised_by", "why_now", "route", "level", "family_comments"),
        *("paused_reason", "plan_late_reason", "central_number"),
        *("came_from", "stepped_down", "stands_in"),
    ),
    "meetings": ("pasted", "next_step_why", "family_view", "late_reason", "cancelled_why"),
    "members": ("part",),
    "relationships": ("parental_responsibility", "primary_carer"),
}
"""The fields of plain tables that tell more: these lie under the plan."""
PERSON: dict[str, str] = {
    **dict.fromkeys(
        ("address", "postcode", "phone", "email", "safe_number", "lives_in_home"), "contact_details"
    ),
    **dict.fromkeys(("needs", "nhs_number", "gp"), "health"),
    **dict.fromkeys(("school", "school_year", "upn"), "learning"),
    **dict.fromkeys(("unsafe", "unsafe_reason", "unsafe_decided_by", "unsafe_review"), "plan"),
    **dict.fromkeys(("born", "born_as_told", "expected", "expected_as_told"), "plan"),
    **dict.fromkeys(("sex", "gender", "ethnicity", "religion", "other_names"), "plan"),
    **dict.fromkeys(("external_id", "died"), "plan"),
}


def subjects_of(file: CaseFile, record: Record, field: str = "") -> tuple[str, ...]:
    """Return the codes of `subject` under which a record, or one field of it, lies.

    Any one of them opens it, and any one ruled out closes it. None at all: only who and when.
    """
    table = str(record.__tablename__)
    if (source := source_of(file, record)) is not record:
        return subjects_of(file, source) or ("plan",)
    if table == "people":
        return (PERSON[field],) if field in PERSON else ()
    if table in PLAIN:
        return ("plan",) if field in TOLD.get(table, ()) else ()
    if table in ("statements", "scales", "conversations", "tool_uses", "tool_scores"):
        return ("child_said",) if _by_child(file, record) else ("adults_said",)
    outcome = _outcome_of(file, record)
    own = str(getattr(outcome, "subject", "") or "")
    return ("plan", own) if own and own != "plan" else ("plan",)


def about_of(file: CaseFile, record: Record) -> tuple[str | None, ...]:
    """Return the keys of everybody a record is about; one None where it is the family's."""
    if str(record.__tablename__) == "people":
        return (record.id,)
    names = ("about_id", "owner_id", "with_id", "for_id", "person_id", "child_id", "who_person_id")
    found = [getattr(record, name, None) for name in names]
    for whole in (_outcome_of(file, record), _talk_of(file, record)):
        found += [getattr(whole, "for_id", None), getattr(whole, "with_id", None)]
    if (source := source_of(file, record)) is not record:
        found += about_of(file, source)
    return tuple(dict.fromkeys(one for one in found if file.person(one))) or (None,)


def source_of(file: CaseFile, record: Record) -> Record:
    """Return what an attachment was attached to, and lies with; any other record itself."""
    return file.find(getattr(record, "of_record", None)) or record


def belongs_to(record: Record) -> tuple[str, ...]:
    """Return the keys of the record and of those it is a part of: kept back, they keep it too."""
    names = (
        *("conversation_id", "outcome_id", "action_id", "meeting_id", "consent_id", "of_record"),
        *("use_id", "audit_id"),
    )
    return (record.id, *(key for name in names if (key := getattr(record, name, None))))


def _by_child(file: CaseFile, record: Record) -> bool:
    talk = _talk_of(file, record) or record
    owner = file.person(getattr(record, "owner_id", None) or getattr(talk, "with_id", None))
    return getattr(record, "tool", "") == "houses" or (owner is not None and owner.is_child)


def _talk_of(file: CaseFile, record: Record) -> Record | None:
    """The conversation in which a statement was made, or the use of a tool that gave a score."""
    key = getattr(record, "conversation_id", None) or getattr(record, "use_id", None)
    talks = (*file.conversations, *file.tool_uses)
    return next((one for one in talks if one.id == key), None) if key else None


def _outcome_of(file: CaseFile, record: Record) -> Record | None:
    """The outcome that an action, a progress or an agenda item belongs to."""
    if str(record.__tablename__) == "outcomes":
        return record
    key = getattr(record, "outcome_id", None)
    action_id = getattr(record, "action_id", None)
    if key is None and action_id:
        key = next((one.outcome_id for one in file.actions if one.id == action_id), None)
    return next((one for one in file.outcomes if one.id == key), None)
