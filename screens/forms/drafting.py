"""A screen on which what is typed is a draft from the first key, until it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from screens.commands import CommandScreen
from screens.forms.editing import SAVED
from screens.forms.record_form import RecordForm
from screens.say import say
from screens.widgets.banner import Banner
from screens.widgets.confirm import Confirm
from screens.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from ehtui.changes import Unreadable
    from screens.desk import Desk
    from screens.forms.editing import Editing

DRAFT_SECONDS = 2
"""How long typed text may wait before it is handed to the writer, at the longest."""


class Drafting(CommandScreen[None]):
    """Keeps what is typed: every two seconds, on leaving a field, and when something covers it."""

    desk: Desk
    editing: Editing
    """What is typed here; there once the screen knows what it is about."""

    def on_mount(self) -> None:
        """Keep what is typed every two seconds, at the longest."""
        self.set_interval(DRAFT_SECONDS, self.flush)

    def flush(self) -> None:
        """Hand what is typed to the writer as a draft."""
        if hasattr(self, "editing"):
            self.editing.flush()

    @on(events.DescendantBlur)
    def _left_field(self) -> None:
        self.flush()

    def on_screen_suspend(self) -> None:
        """Keep the draft when something else comes in front."""
        self.flush()

    def say_state(self, state: str) -> None:
        """Show in words how far what is typed is saved; may be called from the writer's thread."""
        if self.is_attached:  # the last draft may be written after the program has left the screen
            self.app.call_later(self._show_state, state)

    def _show_state(self, state: str) -> None:
        line = self.query_one_optional(KeyLine)
        if line is None:  # the writer may answer after the screen is gone
            return
        line.state = state
        if state == SAVED:
            self.query_one(Banner).tell("")  # nothing waits any more, whatever it said

    def tell_not_saved(self, failed: Exception) -> None:
        """Say that it could not be saved, why, and that nothing is lost."""
        self.say_state("not saved")
        self.query_one(Banner).tell(f"Not saved: {failed} What you typed is still here.")

    def show_problems(self, wrong: Unreadable) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        self.say_state("not saved yet")
        found = [form.show_problems(wrong.problems) for form in self.query(RecordForm)]
        first = next((row for row in found if row is not None), None)
        if first is not None:
            first.go_to()
        else:
            say(self.app, wrong.problems[0].sentence, worry=True)

    def leave(self, state: str) -> None:
        """Go back and say there, in the key line, how far this is saved: no field is covered."""
        stack = self.app.screen_stack
        for line in stack[stack.index(self) - 1].query(KeyLine):
            line.state = f"{self.TITLE}: {state}"
        self.dismiss()

    async def is_to_be_given_up(self) -> bool:
        """Ask whether the draft is to be thrown away."""
        return await self.app.push_screen_wait(
            Confirm("Throw away what you typed here and did not save?", yes="Throw away")
        )
