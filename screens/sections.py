"""The sections of a case: their order, their screens, and the menu to go to one."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.commands import Command, CommandModal

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.procedures.model import Procedure
    from ehtui.opening import OpenCase
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
    Section("start", "Start: why, and should a plan be started", "s", "start:StartScreen"),
    Section("people", "People and services", "p", "people:PeopleScreen"),
    Section("consent", "Consent", "c", "consent:ConsentScreen"),
    Section("columns", "Three Columns", "3", "columns:ColumnsScreen"),
    Section("comments", "The family's comments on the process", "f", "comments:CommentsScreen"),
    Section("houses", "Three Houses", "h", "houses:HousesScreen"),
    Section(
        "assessment", "{Assessment}, by heading", "e", "assessment:AssessmentScreen", "sections"
    ),
    Section("framework", "Outcomes framework", "g", "framework:FrameworkScreen", "framework"),
    Section("tools", "Tools and scores", "y", "tools:ToolsScreen", "tools"),
    Section("outcomes", "{Plan}: outcomes and actions", "u", "outcomes:OutcomesScreen"),
    Section("team", "{Taf}: members and copies", "t", "team:TeamScreen"),
    Section("meetings", "Meetings: agenda, minutes, review", "m", "meetings:MeetingsScreen"),
    Section("writeup", "Write up pasted notes", "w", "writeup:WriteUpScreen"),
    Section("notes", "Notes, attachments, who was told", "n", "notes:NotesScreen"),
    Section("calls", "Calls and contacts about harm", "k", "calls:CallsScreen"),
    Section("decisions", "Decisions: sharing, asking, level", "d", "decisions:DecisionsScreen"),
    Section("checklists", "Check-lists", "b", "checklists:ChecklistsScreen", needs="checklists"),
    Section("quality", "Supervision and audit", "v", "quality:QualityScreen"),
    Section("auditing", "What an auditor would say", "i", "auditing:AuditingScreen"),
    Section("chronology", "Chronology", "y", "chronology:ChronologyScreen"),
    Section("genogram", "Genogram", "g", "genogram:GenogramScreen"),
    Section("log", "Log with the centre", "l", "log:LogScreen"),
    Section("printing", "To print: blanks, forms, agendas", "r", "printing:PrintingScreen"),
    Section("handover", "Handover", "a", "handover:HandoverScreen"),
    Section("closing", "Closing", "x", "closing:ClosingScreen"),
)
BENEATH: tuple[Section, ...] = (
    Section("agenda", "Agenda and invitations", "", "agenda:AgendaScreen"),
    Section("minutes", "Minutes", "", "minutes:MinutesScreen"),
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


class StayHere(Command):
    """Close the menu and stay."""

    key = "escape"
    second_key = "f2"


class SectionMenu(CommandModal[str]):
    """The sections of one case; a letter or Enter goes there."""

    TITLE = "Sections"
    OFFERS = (StayHere,)

    def __init__(self, opened: OpenCase, here: str) -> None:
        """Show the menu with the cursor on the section that is open."""
        super().__init__()
        self._opened = opened
        self._here = here
        self._sections = offered(opened.procedure)

    def compose(self) -> ComposeResult:
        """List the sections with their letters."""
        with Vertical(classes="dialogue"):
            yield Static(Content("Where to? Press the letter, or Enter on the line."))
            yield OptionList(
                *(
                    Option(
                        Content(f"{one.letter}  {self._opened.wording.filled(one.title)}"), one.key
                    )
                    for one in self._sections
                ),
                compact=True,
            )

    def on_mount(self) -> None:
        """Begin at the section that is open."""
        keys = [one.key for one in self._sections]
        if self._here in keys:
            self.query_one(OptionList).highlighted = keys.index(self._here)

    def on_key(self, event: events.Key) -> None:
        """Go where a letter says."""
        section = next((one for one in self._sections if one.letter == event.character), None)
        if section is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(section.key)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    @on(StayHere)
    def stay(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
