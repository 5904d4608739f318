"""Paper: blanks to take along, forms to sign, agendas, and the record for oneself (S10)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.store.errors import StoreError, shown
from ehtui.dates import show_date
from ehtui.documents.agenda import agenda_document, own_agenda
from ehtui.documents.blanks import visit_blank
from ehtui.documents.case_text import case_document
from ehtui.documents.chronology import own_chronology
from ehtui.documents.consent_form import blank_form, filled_form
from ehtui.documents.genogram import own_genogram
from ehtui.process.consent.ledger import in_force
from ehtui.process.sharing.recipients import Recipient
from screens.case.frame import CaseScreen
from screens.commands import Command, CommandClass
from screens.say import say
from screens.widgets.ask_folder import AskFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.widget import Widget

    from data.records.meetings import Meeting
    from ehtui.documents.document import Document


class WritePaper(Command):
    """Write the document on this line as a Word file, to print. Only you can read the file."""

    key = "enter"
    footer = "write it"


@dataclass(frozen=True, slots=True)
class Paper:
    """One document that can be written out."""

    title: str
    name: str
    """What the file is called, behind the reference."""
    make: Callable[[], Document]


class PrintingScreen(CaseScreen):
    """What can be printed of this family's record."""

    SECTION = "printing"
    TITLE = "To print"
    OWN_EYES = True
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (WritePaper,)

    _folder = Path("~/Documents").expanduser()
    _papers: tuple[Paper, ...] = ()

    def build(self) -> Iterable[Widget]:
        """List the documents."""
        self._papers = tuple(self._all())
        yield Static(
            Content("Copies for others are made at the team and at each meeting, one a recipient."),
            classes="checks",
        )
        yield OptionList(*(Option(Content(one.title)) for one in self._papers), id="papers")

    def _all(self) -> Iterator[Paper]:
        case = self.opened
        yield Paper("Blanks for a visit", "visit-blank", lambda: visit_blank(case))
        yield Paper("Consent form, to fill in by hand", "consent-blank", lambda: blank_form(case))
        for number, entry in enumerate(in_force(case.file), 1):
            day = show_date(entry.on) if entry.on else "no date"
            yield Paper(
                f"Consent form as {self.shown.file.name(entry.by_id, 'somebody')} said it, {day}",
                f"consent-{number}",
                partial(filled_form, case, entry),
            )
        for meeting in case.file.meetings:
            yield from self._agendas(meeting)
        yield Paper("Chronology, for yourself only", "chronology", lambda: own_chronology(case))
        yield Paper("Genogram, for yourself only", "genogram", lambda: own_genogram(case))
        yield Paper("The whole record, for yourself only", "record", lambda: case_document(case))

    def _agendas(self, meeting: Meeting) -> Iterator[Paper]:
        case = self.opened
        day = show_date(meeting.on) if meeting.on else "no date"
        name = f"agenda-{meeting.on or 'no-date'}"
        yield Paper(f"Agenda, {day}, for yourself", name, lambda: own_agenda(case, meeting.id))
        invited = [one for one in case.file.attendances if one.meeting_id == meeting.id]
        for number, one in enumerate(invited, 1):
            who = Recipient.attendance(case.file, one)
            read = Recipient.attendance(self.shown.file, self.shown.own(one))
            yield Paper(
                f"Agenda, {day}, for {read.name}",
                f"{name}-copy{number}",
                partial(agenda_document, case, meeting.id, who),
            )

    @on(OptionList.OptionSelected, "#papers")
    @on(WritePaper)
    @work(exclusive=True, group="paper")
    async def write_paper(self) -> None:
        """Ask for the folder, write the file there, and leave a trace."""
        at = self.query_one("#papers", OptionList).highlighted
        folder = await self.app.push_screen_wait(AskFolder("Into which folder?", self._folder))
        if at is None or folder is None:
            return
        self._folder = folder
        paper = self._papers[at]
        try:
            path = await asyncio.to_thread(self._write, paper, folder)
        except (StoreError, LookupError) as failed:
            say(self.app, str(failed), worry=True)
            return
        self.desk.wrote_out(self.case_id, paper.name)
        say(self.app, f"Written: {shown(path)}")

    def _write(self, paper: Paper, folder: Path) -> Path:
        from ehtui.documents.docx import as_docx
        from ehtui.exports.files import write_new

        name = f"{self.opened.file.case.reference}-{paper.name}.docx"
        (path,) = write_new(folder, {name: as_docx(paper.make())})
        return path
