"""Whether one recipient may see one record: restrictions, safety, then consent.

Every export, document and screen that is meant for somebody else asks here.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from ehtui.process.sharing.may_go import goes, within
from ehtui.process.sharing.restrictions import restricting, standing_restrictions, unsafe_to_tell
from ehtui.process.sharing.subjects import (
    LEDGER,
    OWN_AGENCY,
    OWN_FIELDS,
    about_of,
    source_of,
    subjects_of,
)
from ehtui.process.sharing.whereabouts import tells_where
from ehtui.process.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from data.casefile import CaseFile
    from data.records.assessment import Statement
    from data.records.base import Record
    from ehtui.process.sharing.recipients import Recipient
    from ehtui.process.sharing.whereabouts import Tells

    Going = Callable[[str | None, tuple[str, ...]], Verdict]

YES = Verdict(True, "Nothing stands against it.")


def seen_by(file: CaseFile, recipient: Recipient) -> Callable[[Record, str], bool]:
    """Return what says whether a recipient may see a record, or one field of it.

    An empty field asks for the record as such; its fields are asked one by one. Somebody of the
    family sees whatever isn't kept from them; whether a copy may go to them, `may_go` says. What
    consent says is worked out once, for as long as the question is kept: make it anew after a save.
    """
    sight = _sight(file, recipient)
    return lambda record, field: sight(record, field).yes


def held_back(file: CaseFile, recipients: Iterable[Recipient]) -> list[Statement]:
    """Return the statements that a screen shown to all of these must not show (S3)."""
    room = [_sight(file, somebody) for somebody in recipients]
    return [one for one in file.statements if not all(sees(one, "text") for sees in room)]


def left_out(file: CaseFile, recipient: Recipient) -> list[tuple[Record, str]]:
    """Return each record that a recipient doesn't see, or not whole, and why; for the writer.

    One's own agency's record and the ledger are nobody else's, and not listed.
    """
    sees = _sight(file, recipient)
    parts = [(one.record_id, one.field) for one in standing_restrictions(file) if one.field]
    found: list[tuple[Record, str]] = []
    for record in file.rows():
        if str(source_of(file, record).__tablename__) in (*OWN_AGENCY, *LEDGER):
            continue
        fields = ("", *(field for key, field in parts if key == record.id))
        refused = [verdict for field in fields if not (verdict := sees(record, field))]
        found += [(record, verdict.why) for verdict in refused[:1]]
    return found


def _sight(file: CaseFile, recipient: Recipient) -> Callable[[Record, str], Verdict]:
    going = cache(partial(goes, file, recipient))
    telling = tells_where(file, recipient)
    return lambda record, field: _verdict(file, recipient, record, field, going, telling)


def _verdict(
    file: CaseFile, recipient: Recipient, record: Record, field: str, going: Going, telling: Tells
) -> Verdict:
    if recipient.kind == "own_agency":
        return YES
    source = source_of(file, record)
    why = _kept(file, recipient, record, field)
    if why or (source is not record and (why := _kept(file, recipient, source, ""))):
        return Verdict(False, why)
    if field and isinstance(text := getattr(record, field, None), str) and telling(text):
        return Verdict(False, f"{recipient.name} is not to know where the children can be found.")
    subjects = subjects_of(file, record, field)
    if recipient.kind == "person":
        there = file.person(recipient.id) is not None
        no = Verdict(False, f"{recipient.name} is not of this family.")
        return within(recipient, subjects) if there else no
    for about_id in about_of(file, record):
        verdict = going(about_id, subjects)
        if not verdict:
            return verdict
    return YES


def _kept(file: CaseFile, recipient: Recipient, record: Record, field: str) -> str:
    """Why a record is kept from a recipient whatever consent says; empty if it isn't."""
    table = str(record.__tablename__)
    if table in OWN_AGENCY or table == "restrictions" or field in OWN_FIELDS:
        return "It belongs to your own agency's record."
    if table in LEDGER and not _own_words(file, recipient, record):
        return "What somebody said about consent is theirs."
    if restricting(file, recipient, record, field):
        return f"It is held back from {recipient.name}."
    if unsafe_to_tell(file, recipient, record, field):
        return f"{recipient.name} is not to know where the children can be found."
    return ""


def _own_words(file: CaseFile, recipient: Recipient, record: Record) -> bool:
    entry = file.find(getattr(record, "consent_id", None)) or record
    return recipient.kind == "person" and getattr(entry, "by_id", None) == recipient.id
