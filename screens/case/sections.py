"""The sections of a case: their order, their letters, and the screen of each."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.procedures.model import Procedure
    from screens.case.frame import CaseScreen


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
    Section("overview", "Overview", "o", "case.overview:OverviewScreen"),
    Section("start", "Start: why now, and whether", "s", "start.screen:StartScreen"),
    Section("people", "People and services", "p", "family.people:PeopleScreen"),
    Section("consent", "Consent", "c", "consent.screen:ConsentScreen"),
    Section("columns", "Three Columns", "3", "statements.columns:ColumnsScreen"),
    Section("comments", "The family's comments", "f", "statements.comments:CommentsScreen"),
    Section("houses", "Three Houses", "h", "statements.houses:HousesScreen"),
    Section(
        "assessment",
        "{Assessment}, by heading",
        "e",
        "assessment.screen:AssessmentScreen",
        "sections",
    ),
    Section(
        "framework", "Outcomes framework", "q", "assessment.framework:FrameworkScreen", "framework"
    ),
    Section("tools", "Tools and scores", "j", "assessment.tools:ToolsScreen", "tools"),
    Section("outcomes", "Outcomes and actions", "u", "plan.screen:OutcomesScreen"),
    Section("team", "{Taf}: members and copies", "t", "meetings.team:TeamScreen"),
    Section("meetings", "Meetings, minutes, reviews", "m", "meetings.screen:MeetingsScreen"),
    Section("writeup", "Write up pasted notes", "w", "notes.writeup:WriteUpScreen"),
    Section("notes", "Notes, papers, who was told", "n", "notes.screen:NotesScreen"),
    Section("calls", "Calls and harm", "k", "phone.calls:CallsScreen"),
    Section("decisions", "Decisions: sharing, level", "d", "oversight.decisions:DecisionsScreen"),
    Section(
        "checklists", "Check-lists", "b", "start.checklists:ChecklistsScreen", needs="checklists"
    ),
    Section("quality", "Supervision and audit", "v", "oversight.quality:QualityScreen"),
    Section("auditing", "What an auditor would say", "i", "oversight.auditing:AuditingScreen"),
    Section("chronology", "Chronology", "y", "chronology.screen:ChronologyScreen"),
    Section("genogram", "Genogram", "g", "family.genogram:GenogramScreen"),
    Section("log", "Log with the centre", "l", "going_out.log:LogScreen"),
    Section("printing", "To print: blanks, forms", "r", "going_out.printing:PrintingScreen"),
    Section("handover", "Handover", "a", "ending.handover:HandoverScreen"),
    Section("closing", "Closing", "x", "ending.closing:ClosingScreen"),
)
BENEATH: tuple[Section, ...] = (
    Section("agenda", "Agenda and invitations", "", "meetings.agenda:AgendaScreen"),
    Section("minutes", "Minutes", "", "minutes.screen:MinutesScreen"),
    Section("pasted", "Minutes taken by somebody else", "", "minutes.pasted:PastedScreen"),
    Section("updates", "Updates for a review", "", "meetings.updates:UpdatesScreen"),
    Section("copies", "Copies", "", "going_out.copies:CopiesScreen"),
    Section("views", "What they say about the {assessment}", "", "assessment.views:ViewsScreen"),
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
