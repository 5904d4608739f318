"""Whom to ring about harm: the numbers, also before any file is open, and changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from data.procedures.words import fill
from data.settings import Settings
from ehtui.familyless import procedure_in_use
from screens.case.commands import Back
from screens.commands import Command, CommandModal
from screens.start.guidance import published
from screens.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.procedures.model import Procedure


class KeepNumbers(Command):
    """Keep these numbers."""

    key = "ctrl+s"
    second_key = "f10"


class LeaveNumbers(Command):
    """Leave the numbers as they were."""

    key = "escape"


def numbers(procedure: Procedure, settings: Settings) -> Content:
    """Return whom to ring: 999, the two numbers of the settings, and what the area published."""
    words, harm = procedure.words, procedure.harm
    lines = [
        (harm.emergency, "somebody is in danger now"),
        (settings.harm_in_hours or "no number yet: F5", fill("{Front_door}, in hours", words)),
        (settings.harm_out_of_hours or "no number yet: F5", fill("{Out_of_hours}", words)),
    ]
    shown = [
        Content.assemble((f"{number:<20}", "$foreground bold"), f"  {what}")
        for number, what in lines
    ]
    for contact in procedure.contacts:
        asked = contact.key in (harm.in_hours, harm.out_of_hours)
        if asked and (contact.phone or contact.hours):
            who = f"{fill(contact.title, words)}, {published(procedure, contact)}"
            hours = f"; {contact.hours}" if contact.hours else ""
            number = contact.phone or "no number published"
            shown.append(Content(f"{number:<20}  {who}{hours}"))
    said = [fill(one, words) for one in (harm.words, *harm.steps)]
    advice = "You may also ask them for advice without giving a name."
    return Content("\n").join([*shown, Content(""), *map(Content, said), Content(advice)])


class Numbers(CommandModal["tuple[str, str] | None"]):
    """Gives the two numbers as they are to be, or None to leave them."""

    HELP = "The numbers to ring about harm, in and out of hours. Esc leaves them as they were."
    OFFERS = (KeepNumbers, LeaveNumbers)

    def __init__(self, settings: Settings) -> None:
        """Show the numbers as they are."""
        super().__init__()
        self._settings = settings

    def compose(self) -> ComposeResult:
        """Lay out two lines to type in."""
        with Vertical(classes="dialogue"):
            yield Static(Content("The number to ring about harm, in working hours"))
            yield LineInput(self._settings.harm_in_hours, id="in-hours")
            yield Static(Content("and at any other time"))
            yield LineInput(self._settings.harm_out_of_hours, id="out-of-hours")
            yield Static(Content("Enter or Ctrl+S keeps them   Esc leaves them as they were"))

    @on(Input.Submitted)
    @on(KeepNumbers)
    def keep(self) -> None:
        """Give back what stands in the two lines."""
        typed = [line.value.strip() for line in self.query(LineInput)]
        self.dismiss((typed[0], typed[1]))

    @on(LeaveNumbers)
    def leave(self) -> None:
        """Give nothing back."""
        self.dismiss(None)


class HarmNow(CommandModal[None]):
    """The numbers alone: nobody has to unlock a file, or answer a question, to ring 999."""

    TITLE = "Harm"
    OFFERS = (Back,)

    def __init__(
        self, procedure: Procedure | None = None, settings: Settings | None = None
    ) -> None:
        """Without ``settings``, the file that holds the practitioner's own numbers is locked."""
        super().__init__()
        self._numbers = numbers(procedure or procedure_in_use(""), settings or Settings())
        self._said = "" if settings else "Your own numbers stand in the file.   "

    def compose(self) -> ComposeResult:
        """Show what can be shown."""
        with Vertical(classes="dialogue"):
            yield Static(self._numbers)
            yield Static(Content(f"{self._said}Esc goes back"))

    @on(Back)
    def go_back(self) -> None:
        """Go back to where it was."""
        self.dismiss()
