"""The sections of a case: their order, their letters, and the screen of each."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.procedures.model import Procedure
    from screens.case import CaseScreen


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a case."""

    key: str
    title: str
    """A template, filled with the procedure's words."""
    letter: str
    """The letter that goes there from the menu."""
    screen: str
    """Module and class: a section is imported when it is first opened."""
    needs: str = ""
    """What the area's procedure must hold for it, such as ``levels``; empty: offered everywhere."""


SECTIONS: tuple[Section, ...] = (
    Section("overview", "Overview", "o", "overview:OverviewScreen"),
    Section("start", "Start: why now, and whether", "s", "start:StartScreen"),
    Section("people", "People and services", "p", "people:PeopleScreen"),
    Section("consent", "Consent", "c", "consent:ConsentScreen"),
    Section("columns", "Three Columns", "3", "columns:ColumnsScreen"),
    Section("comments", "The family's comments", "f", "comments:CommentsScreen"),
    Section("houses", "Three Houses", "h", "houses:HousesScreen"),
    Section(
        "assessment", "{Assessment}, by heading", "e", "assessment:AssessmentScreen", "sections"
    ),
    Section("framework", "Outcomes framework", "q", "framework:FrameworkScreen", "framework"),
    Section("tools", "Tools and scores", "j", "tools:ToolsScreen", "tools"),
    Section("outcomes", "Outcomes and actions", "u", "outcomes:OutcomesScreen"),
    Section("team", "{Taf}: members and copies", "t", "team:TeamScreen"),
    Section("meetings", "Meetings, minutes, reviews", "m", "meetings:MeetingsScreen"),
    Section("writeup", "Write up pasted notes", "w", "writeup:WriteUpScreen"),
    Section("notes", "Notes, papers, who was told", "n", "notes:NotesScreen"),
    Section("calls", "Calls and harm", "k", "calls:CallsScreen"),
    Section("decisions", "Decisions: sharing, level", "d", "decisions:DecisionsScreen"),
    Section("checklists", "Check-lists", "b", "checklists:ChecklistsScreen", needs="checklists"),
    Section("quality", "Supervision and audit", "v", "quality:QualityScreen"),
    Section("auditing", "What an auditor would say", "i", "auditing:AuditingScreen"),
    Section("chronology", "Chronology", "y", "chronology:ChronologyScreen"),
    Section("genogram", "Genogram", "g", "genogram:GenogramScreen"),
    Section("log", "Log with the centre", "l", "log:LogScreen"),
    Section("printing", "To print: blanks, forms", "r", "printing:PrintingScreen"),
    Section("handover", "Handover", "a", "handover:HandoverScreen"),
    Section("closing", "Closing", "x", "closing:ClosingScreen"),
)
BENEATH: tuple[Section, ...] = (
    Section("agenda", "Agenda and invitations", "", "agenda:AgendaScreen"),
    Section("minutes", "Minutes", "", "minutes.screen:MinutesScreen"),
    Section("pasted", "Minutes taken by somebody else", "", "pasted:PastedScreen"),
    Section("updates", "Updates for a review", "", "updates:UpdatesScreen"),
    Section("copies", "Copies", "", "copies:CopiesScreen"),
    Section("views", "What they say about the {assessment}", "", "views:ViewsScreen"),
)
"""Screens reached from another section; what is typed there is found again by name."""


def offered(procedure: Procedure) -> tuple[Section, ...]:
    """Return the sections that an area has a use for, in order."""
    return tuple(one for one in SECTIONS if not one.needs or getattr(procedure, one.needs))


def section_screen(key: str) -> type[CaseScreen]:
    """Return the screen of a section; the overview for a key nobody knows."""
    section = next((one for one in (*SECTIONS, *BENEATH) if one.key == key), SECTIONS[0])
    module, name = section.screen.split(":")
    screen: type[CaseScreen] = getattr(import_module(f"screens.{module}"), name)
    return screen
