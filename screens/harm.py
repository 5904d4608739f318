"""Harm never waits: the numbers first, from anywhere; what happened is asked afterwards (S2).

Nothing here blocks: no consent, no case, no form comes before the numbers, and Esc leaves.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data import rows
from data.casefile import CaseFile
from data.folders import own_folder
from data.procedures.loading import default_id, load
from data.procedures.problems import BadProcedure
from data.procedures.words import fill
from data.records.cases import Case
from data.records.contacts import HarmContact
from data.records.fields import described
from data.settings import Settings
from data.store.errors import StoreError
from ehtui.changes import Unreadable
from ehtui.dates import show_date
from ehtui.today import wall_clock
from ehtui.waiting import waiting_contacts
from ehtui.wording import Wording
from screens.calls import fitting_harm
from screens.case_commands import Back, Save
from screens.commands import Command, CommandClass, CommandModal
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.say import say
from screens.start_help import published
from screens.typing import TypingScreen
from screens.widgets.banner import Banner
from screens.widgets.confirm import Confirm
from screens.widgets.keyline import KeyLine
from screens.widgets.line_input import LineInput
from screens.widgets.pick import Pick
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.procedures.model import Procedure
    from ehtui.changes import RowChange
    from ehtui.waiting import Waiting
    from screens.desk import Desk


class ChangeNumbers(Command):
    """Put in the numbers to ring, in hours and out of hours, as they are today."""

    key = "f5"
    footer = "numbers"
    title = "Change the numbers"


class GoOn(Command):
    """Go on with a contact that was written down without a family: what came of it, or whose it is.

    Opened from a family's record, it asks whether the contact is about that family.
    """

    key = "f6"
    footer = "go on"
    title = "Go on with a contact without a family"


class KeepNumbers(Command):
    """Keep these numbers."""

    key = "ctrl+s"
    second_key = "f10"


class LeaveNumbers(Command):
    """Leave the numbers as they were."""

    key = "escape"


def procedure_for_harm(procedure_id: str) -> Procedure:
    """Return the procedure, or the one shipped first where it can't be read: harm does not wait."""
    try:
        return load(procedure_id or default_id(), own_folder("procedures"))
    except BadProcedure:
        return load(default_id())


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
        if contact.key in (harm.in_hours, harm.out_of_hours) and contact.phone:
            who = f"{fill(contact.title, words)}, {published(procedure, contact)}"
            hours = f"; {contact.hours}" if contact.hours else ""
            shown.append(Content(f"{contact.phone:<20}  {who}{hours}"))
    said = [fill(one, words) for one in (harm.words, *harm.steps)]
    advice = "You may also ask them for advice without giving a name."
    return Content("\n").join([*shown, Content(""), *map(Content, said), Content(advice)])


class Numbers(CommandModal["tuple[str, str] | None"]):
    """Gives the two numbers as they are to be, or None to leave them."""

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
    """The numbers before any file is open: nobody has to unlock anything to ring 999."""

    TITLE = "Harm"
    OFFERS = (Back,)

    def compose(self) -> ComposeResult:
        """Show what can be shown without the file."""
        with Vertical(classes="dialogue"):
            yield Static(numbers(procedure_for_harm(""), Settings()))
            yield Static(Content("Your own numbers stand in the file.   Esc goes back"))

    @on(Back)
    def go_back(self) -> None:
        """Go back to where it was."""
        self.dismiss()


def _in_a_line(contact: Waiting) -> str:
    day = show_date(contact.on) if contact.on else "no date"
    return f"{day} {contact.at}  {contact.about or 'nobody named'}: {contact.who or 'not said who'}"


class HarmScreen(TypingScreen):
    """The numbers, and below them what happened."""

    FORM = "harm"
    TITLE = "Harm"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (Save, ChangeNumbers, GoOn, Back)

    def __init__(
        self, desk: Desk, case_id: str = "", about: str = "", procedure: Procedure | None = None
    ) -> None:
        """Open above whatever is in front; ``case_id`` and ``about`` say whom that is about."""
        super().__init__(desk)
        self._case_id = case_id
        self._about = about
        self._procedure = procedure or procedure_for_harm(desk.settings.procedure)

    def compose(self) -> ComposeResult:
        """Lay the numbers above the form."""
        yield TitleLine("ehtui", "Harm", right=self._procedure.name)
        yield Banner(self._standing())
        with VerticalScroll(can_focus=False):
            ring = Static(numbers(self._procedure, self.desk.settings), id="numbers")
            ring.add_class("frame")
            ring.border_title = "Ring now"
            yield ring
            yield RecordForm(
                self.editing,
                Wording(self._procedure, CaseFile(Case.model_construct())),
                HarmContact,
                row=self._row(),
                fields=fitting_harm,
                title="Afterwards: what happened",
                defaults={
                    "on": self.desk.today,
                    "at": wall_clock(),
                    "about": self._about,
                    "case_id": self._case_id,
                },
            )
        yield KeyLine()

    def _standing(self) -> str:
        if self.desk.store.read_only_why is not None:
            return "This window only reads: ring first, then write it down where it can be saved."
        return "What you wrote here before was not saved yet." if self.came_back else ""

    def _row(self) -> RowChange | None:
        begun = self.editing.changes.rows
        return begun[0] if begun else None

    @on(FieldRow.Typed)
    async def _refit(self, event: FieldRow.Typed) -> None:
        if event.row.words.kind == "yes_no":
            form = self.query_one(RecordForm)
            await form.show_only(fitting_harm(form.held))

    @on(GoOn)
    @work
    async def go_on(self) -> None:
        """Take up a contact that was saved without a family."""
        if self.is_noted:
            say(self.app, "Save what you are writing first: Ctrl+S.")
            return
        reading = self.desk.store.reading
        found = await asyncio.to_thread(lambda: waiting_contacts(reading()))
        if not found:
            say(self.app, "No contact without a family waits for anything.")
            return
        lines = [(_in_a_line(one), one.key) for one in found]
        key = await self.app.push_screen_wait(Pick("Go on with which?", lines))
        if key is None:
            return
        contact = await asyncio.to_thread(lambda: rows.find(reading(), HarmContact, key))
        if not isinstance(contact, HarmContact):
            return
        values = {name: getattr(contact, name) for name in described(HarmContact)}
        row = self.editing.existing(contact).put(**values)
        if self._case_id:
            whose = Confirm(f"Is this contact about {self._about}?", yes="It is")
            if await self.app.push_screen_wait(whose):
                row.put(case_id=self._case_id)
        self.editing.touched()
        await self.recompose()

    @on(ChangeNumbers)
    @work
    async def change_numbers(self) -> None:
        """Ask for the numbers and show them at once."""
        given = await self.app.push_screen_wait(Numbers(self.desk.settings))
        if given is None:
            return
        changed = replace(self.desk.settings, harm_in_hours=given[0], harm_out_of_hours=given[1])
        kept = self.desk.keep_settings(changed)
        self.query_one("#numbers", Static).update(numbers(self._procedure, changed))
        try:
            await asyncio.wrap_future(kept)
        except StoreError as failed:
            self.query_one(Banner).tell(f"The numbers stand here but are not kept: {failed}")

    @on(Save)
    @work(exclusive=True, group="save")
    async def save(self) -> None:
        """Keep what was written, with the case it is about where there is one."""
        from ehtui.saving import StaleSave

        row = self._row()
        if row is None or self.editing.is_empty:
            say(self.app, "Nothing is written yet. Ring first; this can wait.")
            return
        self.editing.changes.case_id = row.typed.get("case_id", "")
        try:
            await asyncio.wrap_future(self.editing.save())
        except Unreadable as wrong:
            self.show_problems(wrong)
        except (StaleSave, StoreError) as failed:
            self.query_one(Banner).tell(f"Not saved: {failed} What you typed is still here.")
        else:
            self.editing.begin_again()
            say(self.app, "Written down.")
            self.dismiss()
