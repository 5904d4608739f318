"""What is kept from somebody, and whom it is unsafe to tell where the children are (S1, S3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.sharing.recipients import same_service
from ehtui.process.sharing.subjects import belongs_to
from ehtui.process.verdict import Verdict

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.records.base import Record
    from data.records.consent import Restriction
    from data.records.people import Person
    from ehtui.process.sharing.recipients import Recipient

UNSAFE_TABLES = (
    *("meetings", "attendances", "members", "agencies", "attachments", "agenda_items"),
    *("copies", "loggings", "updates", "events"),
)
"""Whole tables that tell an unsafe person where, when or with whom the children can be found."""
UNSAFE_FIELDS: dict[str, tuple[str, ...]] = {
    "people": (
        *("address", "postcode", "phone", "email", "school", "school_year", "upn", "nhs_number"),
        *("gp", "lives_in_home", "needs"),
    ),
    "conversations": ("on", "place", "present", "interpreter"),
    "statements": ("owner_name", "owner_agency_id", "on"),
    "scales": ("owner_name", "on"),
    "findings": ("known_from", "on"),
    "tool_uses": ("scored_by", "on"),
    "level_changes": ("decided_by", "on"),
    "outcomes": ("measured_by", "agreed_with"),
    "actions": ("who", "note"),
    "progress": ("on", "note"),
    "leads": ("agency", "role", "phone", "email", "chosen_because"),
    "cases": ("raised_by", "why_now", "came_from"),
    "handovers": ("to_agency", "to_role", "to_phone", "to_email", "new_area"),
    "closings": ("destination",),
}
OF_SAFETY = ("unsafe", "unsafe_reason", "unsafe_decided_by", "unsafe_review", "safe_number")
"""What nobody in the family is to read of somebody marked unsafe."""

LINKS = ("person_id", "child_id", "owner_id", "about_id", "with_id", "who_person_id", "for_id")


def standing_restrictions(file: CaseFile) -> list[Restriction]:
    """Return what is still held back."""
    return [one for one in file.restrictions if one.lifted is None]


def kept_back(file: CaseFile, recipient: Recipient) -> list[Restriction]:
    """Return what is still held back from a recipient."""
    return [one for one in standing_restrictions(file) if _is_from(file, one, recipient)]


def restricting(
    file: CaseFile, recipient: Recipient, record: Record, field: str = ""
) -> Restriction | None:
    """Return what keeps a record, or one field of it, from a recipient; None if nothing does.

    A record kept back takes with it what is part of it and every link that points to it.
    """
    keys = belongs_to(record)
    pointed = getattr(record, field, None) if field else None
    for one in standing_restrictions(file):
        if not _is_from(file, one, recipient):
            continue
        if one.record_id in keys and one.field in ("", field):
            return one
        if not one.field and pointed == one.record_id:
            return one
    return None


def unsafe_to_tell(file: CaseFile, recipient: Recipient, record: Record, field: str = "") -> bool:
    """Whether it would tell an unsafe person where the children can be found (S1)."""
    table = str(record.__tablename__)
    if table == "people" and field in OF_SAFETY and _person(file, recipient) is not None:
        return True
    person = unsafe_reader(file, recipient)
    if person is None:
        return False
    if table in UNSAFE_TABLES or (table == "people" and lives_unseen(file, person, record.id)):
        return True
    if table == "people" and record.id == person.id:
        return False
    if field in UNSAFE_FIELDS.get(table, ()):
        return True
    # Who is linked may be named in any of its words: all of it goes.
    return any(lives_unseen(file, person, getattr(record, link, None)) for link in LINKS)


def unsafe_reader(file: CaseFile, recipient: Recipient) -> Person | None:
    """Return the recipient who is marked unsafe to contact or inform; None for anybody else."""
    person = _person(file, recipient)
    return person if person is not None and person.unsafe else None


def lives_unseen(file: CaseFile, unsafe: Person, person_id: str | None) -> bool:
    """Whether somebody may live with the children, being neither the unsafe person nor theirs.

    Where it is not recorded, they may.
    """
    other = file.person(person_id)
    if other is None or other.lives_in_home is False or other.id == unsafe.id:
        return False
    return not any(
        (one.person_id, one.child_id) == (unsafe.id, other.id) for one in file.relationships
    )


def may_be_contacted(file: CaseFile, recipient: Recipient) -> Verdict:
    """Whether somebody may be asked, invited or informed at all (S1)."""
    person = _person(file, recipient)
    if person and person.unsafe:
        number = f" A safe number is {person.safe_number}." if person.safe_number else ""
        return Verdict(False, f"{person.called} is unsafe to contact or inform.{number}")
    return Verdict(True, f"Nothing stands against contacting {recipient.name}.")


def may_be_written_to(file: CaseFile, recipient: Recipient) -> Verdict:
    """Whether somebody may be given anything in writing."""
    contact = may_be_contacted(file, recipient)
    person = _person(file, recipient)
    if contact and person and person.nothing_in_writing:
        return Verdict(False, f"{person.called} is to be given nothing in writing: say it.")
    return contact


def unweighed(file: CaseFile) -> list[Restriction]:
    """Return what is held back and was never weighed for harm, there or with its statement (S3)."""
    weighed = {one.id for one in file.statements if one.harm_weighed}
    return [
        one
        for one in standing_restrictions(file)
        if one.harm_weighed is None and one.record_id not in weighed
    ]


def _person(file: CaseFile, recipient: Recipient) -> Person | None:
    return file.person(recipient.id) if recipient.kind == "person" else None


def _is_from(file: CaseFile, restriction: Restriction, recipient: Recipient) -> bool:
    if not (restriction.from_person_id or restriction.from_agency_id):
        return recipient.kind != "own_agency"  # from whom is not said: from everybody
    if recipient.kind == "person":
        return restriction.from_person_id == recipient.id
    agency = file.agency(restriction.from_agency_id)
    if agency is None:
        return False
    if recipient.kind == "central_log":
        return agency.kind == "early_help_team"
    reader = file.agency(recipient.id)
    return reader is not None and same_service(file, reader, agency.id)
