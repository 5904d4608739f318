"""A statement besides its words: the day it was said, whose it is, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from data.records.assessment import Statement


def said_on(file: CaseFile, statement: Statement) -> date | None:
    """Return the day of a statement: its own, or that of the talk it comes from."""
    talks = (one.on for one in file.conversations if one.id == statement.conversation_id)
    return statement.on or next(talks, None)


def whose(file: CaseFile, statement: Statement) -> str:
    """Return what to call whoever holds a view; "somebody" where nobody is recorded."""
    key = statement.owner_id or statement.owner_agency_id
    return statement.owner_name or file.name(key, "somebody")


def section_of(statement: Statement) -> str:
    """Return the section in which a statement stands."""
    return "houses" if statement.tool == "houses" else "columns"
