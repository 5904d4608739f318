"""What people said, as it stands in a document: by column or house, always with its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.dates import show_short
from ehtui.documents.document import Heading, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.assessment import Statement
    from data.records.base import Record
    from ehtui.opening import OpenCase

TOOLS = {"columns": "What people say", "houses": "Houses", "comments": "About how this was done"}
HEADER = ("Whose view", "On", "Said, seen or thought", "Words")


def statements(case: OpenCase) -> Iterator[Heading | Table]:
    """Give what was said: for each tool its columns, each statement with its owner and its day."""
    for tool, title in TOOLS.items():
        said = [one for one in case.file.statements if one.tool == tool]
        parts = dict.fromkeys(one.part for one in said)
        if parts:
            yield Heading(title, 2)
        for part in parts:
            yield Heading(words("part", part) if part else "Not sorted yet", 3)
            yield Table(HEADER, tuple(_row(case, one) for one in said if one.part == part))


def owner(case: OpenCase, one: Statement) -> str:
    """Return whose view a statement is."""
    agency = case.file.name(one.owner_agency_id)
    outside = ", ".join(part for part in (one.owner_name, agency) if part)
    return case.file.name(one.owner_id, outside) or "not recorded"


def _row(case: OpenCase, one: Statement) -> tuple[str, str, str, str]:
    text = f"“{one.text}”" if one.verbatim else one.text
    if one.about_id:
        text = f"{text} (about {case.file.name(one.about_id)})"
    if one.remark:
        text = f"{text}\nOpinion of the writer: {one.remark}"
    if kept_from := kept_back(case, one):
        text = f"{text}\nNot to be shown to: {', '.join(kept_from)}"
    on = show_short(one.on) if one.on else ""
    return owner(case, one), on, words("basis", one.basis) if one.basis else "", text


def kept_back(case: OpenCase, one: Record) -> list[str]:
    """Return from whom a record is kept, where the reader may see that."""
    return [
        case.file.name(kept.from_person_id or kept.from_agency_id, "somebody")
        for kept in case.file.restrictions
        if kept.record_id == one.id and kept.lifted is None
    ]
