"""A screen to type in that belongs to no case yet: a new family, a call, a contact about harm.

What is typed is a draft from the first key, as in every section of a case.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on, work

from screens.case import DRAFT_SECONDS
from screens.case_commands import Back, GiveUpDraft, Save
from screens.commands import CommandClass, CommandScreen
from screens.forms.editing import DRAFT, Editing
from screens.forms.record_form import RecordForm
from screens.say import say
from screens.widgets.confirm import Confirm
from screens.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from ehtui.changes import Unreadable
    from ehtui.opening import OpenCase
    from screens.desk import Desk


SCREENS: Final = {
    "new_family": "new_family:NewFamilyScreen",
    "phone": "phone.screen:PhoneScreen",
    "harm": "harm:HarmScreen",
}
"""Where each of these drafts is typed: module and class."""


def typing_screen(form: str) -> type[TypingScreen]:
    """Return the screen whose draft is called so. KeyError for a name that none has."""
    module, name = SCREENS[form].split(":")
    screen: type[TypingScreen] = getattr(import_module(f"screens.{module}"), name)
    return screen


class TypingScreen(CommandScreen[None]):
    """What is typed here is kept under the screen's own name until it is saved."""

    FORM: ClassVar[str] = ""
    """What its draft is called."""
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (Save, Back, GiveUpDraft)

    opened: OpenCase | None = None
    """The case it turned out to be about, where it is known."""

    def __init__(self, desk: Desk, case_id: str = "", record: str = "") -> None:
        """Take up what was typed here before, about this case and row, and not saved."""
        super().__init__()
        self.desk = desk
        self.editing = Editing(desk, self.FORM, case_id, self.say_state, record)
        self.came_back = self.editing.come_back()

    def on_mount(self) -> None:
        """Keep what is typed every two seconds, at the longest."""
        self.set_interval(DRAFT_SECONDS, self.flush)

    def say_state(self, state: str) -> None:
        """Show in words how far what is typed is saved; may be called from the writer's thread."""
        if self.is_attached:  # the last draft may be written after the program has left the screen
            self.app.call_later(self._show_state, state)

    def _show_state(self, state: str) -> None:
        for line in self.query(KeyLine):
            line.state = state

    @property
    def is_noted(self) -> bool:
        """Whether anything is written that is worth coming back to."""
        return not self.editing.is_empty

    def flush(self) -> None:
        """Hand what is typed to the writer as a draft."""
        self.editing.flush()

    @on(events.DescendantBlur)
    def _left_field(self) -> None:
        self.flush()

    def on_screen_suspend(self) -> None:
        """Keep the draft when something else comes in front."""
        self.flush()

    def show_problems(self, wrong: Unreadable) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        self.say_state("not saved yet")
        found = [form.show_problems(wrong.problems) for form in self.query(RecordForm)]
        first = next((row for row in found if row is not None), None)
        if first is not None:
            first.editor.focus()
        else:
            say(self.app, wrong.problems[0].sentence, worry=True)

    @on(Back)
    def go_back(self) -> None:
        """Leave; never discard."""
        self.flush()
        if self.is_noted:
            self.leave(DRAFT)
        else:
            self.editing.give_up()
            self.dismiss()

    def leave(self, state: str) -> None:
        """Go back and say there, in the key line, how far this is saved: no field is covered."""
        stack = self.app.screen_stack
        for line in stack[stack.index(self) - 1].query(KeyLine):
            line.state = f"{self.TITLE}: {state}"
        self.dismiss()

    @on(GiveUpDraft)
    @work
    async def give_up_draft(self) -> None:
        """Ask, then throw the draft away."""
        sure = await self.app.push_screen_wait(
            Confirm("Throw away what you typed here and did not save?", yes="Throw away")
        )
        if sure:
            self.editing.give_up()
            self.dismiss()
