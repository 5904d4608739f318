"""An area's check-lists, answered line by line; nothing in them blocks. Source: Derby 3, 4."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.records.starting import CheckAnswer
from ehtui.changes import ChangeSet
from ehtui.process.assessment.checklists import Line, lines_of
from screens.case.frame import CaseScreen
from screens.commands import Command, CommandClass
from screens.forms.row_dialog import RowDialog
from screens.widgets.hanging import Hanging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.changes import RowChange

MARKS = {"yes": "✓ yes", "no": "✗ no", "some": "~ in part", "not_known": "? not known"}


class SayYes(Command):
    """It is so."""

    key = "y"
    footer = "yes"


class SayNo(Command):
    """It is not so."""

    key = "n"
    footer = "no"


class InPart(Command):
    """It is so in part."""

    key = "i"
    footer = "in part"


class NotKnown(Command):
    """Nobody knows yet."""

    key = "k"
    footer = "not known"


class AddNote(Command):
    """Write a note to this line."""

    key = "enter"
    footer = "note"


ANSWERS: dict[CommandClass, str] = {
    SayYes: "yes",
    SayNo: "no",
    InPart: "some",
    NotKnown: "not_known",
}


class ChecklistsScreen(CaseScreen):
    """Every check-list of the area, one below the other; each answer is saved at its key."""

    SECTION = "checklists"
    TITLE = "Check-lists"
    OWN_EYES = True
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (SayYes, SayNo, InPart, NotKnown, AddNote)

    at = 0

    def build(self) -> Iterable[Widget]:
        """Give the lines of all the check-lists, each under its heading."""
        self._lines = lines_of(self.opened.file, self.opened.procedure)
        if not self._lines:
            yield Static(Content("This area's procedure has no check-lists."), classes="checks")
            return
        options = []
        heading = ""
        for line in self._lines:
            if line.checklist.key != heading:
                heading = line.checklist.key
                title = self.shown.wording.filled(line.checklist.title)
                options.append(Option(Content(title).stylize("bold"), disabled=True))
            options.append(Option(self._shown(line), line.key))
        listing = OptionList(*options, id="check-lines", compact=True)
        yield listing
        keys = [one.id for one in options]
        listing.highlighted = keys.index(self._lines[min(self.at, len(self._lines) - 1)].key)

    def _shown(self, line: Line) -> Hanging:
        mark = MARKS.get(line.answer, "·")
        note = f"  — {line.note}" if line.note else ""
        text = f"{self.shown.wording.filled(line.item.title)}{note}"
        return Hanging(f"{'•' if self._begun(line) else ' '} {mark:<12}", Content(text))

    def _begun(self, line: Line) -> RowChange | None:
        """Return the note to a line that was typed and not saved, None where there is none."""
        if line.given:
            return self.editing.changes.row(line.given.id)
        return self.editing.begun(CheckAnswer, **line.names)

    def arrive(self) -> None:
        """Begin in the list."""
        self.query("#check-lines").focus()

    @property
    def line(self) -> Line | None:
        """The line that the list stands on."""
        return self._lines[self.at] if self._lines else None

    @on(OptionList.OptionHighlighted, "#check-lines")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        keys = [one.key for one in self._lines]
        if event.option.id in keys:
            self.at = keys.index(event.option.id)

    @on(SayYes)
    @on(SayNo)
    @on(InPart)
    @on(NotKnown)
    async def answer(self, event: Command) -> None:
        """Save the answer at once, and go on to the next line."""
        line = self.line
        if line is None:
            return
        changes = ChangeSet(self.case_id)
        said = ANSWERS[type(event)]
        if line.given:
            changes.edit(line.given, answer=said, on=self.desk.today)
        else:
            changes.new(CheckAnswer, **line.names, answer=said, on=self.desk.today)
        here, self.at = self.at, min(self.at + 1, len(self._lines) - 1)
        if not await self.save_changes(changes):
            self.at = here

    @on(AddNote)
    @on(OptionList.OptionSelected, "#check-lines")
    @work
    async def add_note(self) -> None:
        """Ask for a note to the line."""
        line = self.line
        if line is None:
            return
        await self.app.push_screen_wait(
            RowDialog(
                self.editing,
                self.shown.wording,
                CheckAnswer,
                title=self.shown.wording.filled(line.item.title),
                begin="note",
                existing=line.given,
                row=None if line.given else self._begun(line),
                fields=("answer", "note"),
                defaults={**line.names, "on": self.desk.today},
            )
        )
        self.read_case()
