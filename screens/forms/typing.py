"""A screen to type in that belongs to no case yet: a new family, a call, a contact about harm.

What is typed is a draft from the first key, as in every section of a case.
"""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work

from screens.case.commands import Back, GiveUpDraft, Save
from screens.forms.drafting import Drafting
from screens.forms.editing import DRAFT, Editing

if TYPE_CHECKING:
    from ehtui.opening import OpenCase
    from screens.commands import CommandClass
    from screens.desk import Desk

SCREENS: Final = {
    "new_family": "start.new_family:NewFamilyScreen",
    "phone": "phone.screen:PhoneScreen",
    "harm": "harm.screen:HarmScreen",
}
"""Where each of these drafts is typed: module and class."""


def typing_screen(form: str) -> type[TypingScreen]:
    """Return the screen whose draft is called so. KeyError for a name that none has."""
    module, name = SCREENS[form].split(":")
    screen: type[TypingScreen] = getattr(import_module(f"screens.{module}"), name)
    return screen


class TypingScreen(Drafting):
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
        self._one_save = asyncio.Lock()
        self.editing = Editing(desk, self.FORM, case_id, self.say_state, record)
        self.came_back = self.editing.come_back()

    @property
    def is_noted(self) -> bool:
        """Whether anything is written that is worth coming back to."""
        return not self.editing.is_empty

    @on(Back)
    def go_back(self) -> None:
        """Leave; never discard."""
        self.flush()
        if self.is_noted:
            self.leave(DRAFT)
        else:
            self.editing.give_up()
            self.dismiss()

    @on(GiveUpDraft)
    @work
    async def give_up_draft(self) -> None:
        """Ask, then throw the draft away."""
        if await self.is_to_be_given_up():
            self.editing.give_up()
            self.dismiss()
