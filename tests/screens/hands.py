"""The practitioner's hands: fields filled in, lines chosen, sections gone to, all by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from screens.case.frame import CaseScreen
from screens.case.overview import OverviewScreen
from screens.case.section_menu import SectionMenu
from screens.case.sections import section_screen
from screens.dashboard.families import FamiliesScreen
from screens.dashboard.screen import Dashboard
from screens.forms.field_row import FieldRow
from screens.forms.row_dialog import RowDialog
from screens.rows.frame import RowsScreen
from screens.widgets.choice import Choice
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from screens.widgets.pick import Pick
from screens.widgets.yes_no import YesNo
from tests.screens.running import burst, paste, settle, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot
    from textual.widget import Widget

    from screens.app import EhtuiApp

SHORT = 16
"""Letters that are typed one by one: a name, a date, a number. Each costs a paint of the screen."""


class Hands:
    """Whoever sits at the keyboard. Choosing where to type is by name, typing is by keys."""

    def __init__(self, app: EhtuiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> CaseScreen:
        """The section that is open."""
        assert isinstance(self.app.screen, CaseScreen)
        return self.app.screen

    async def press(self, *keys: str) -> None:
        """Press keys, and let the program turn; whoever needs more waits for what should come."""
        for key in keys:
            burst(self.app, key)
            await self.settle()

    async def settle(self) -> None:
        """Let what was just pressed run its course."""
        await settle(self.pilot)

    async def until(self, true: Callable[[], object]) -> None:
        await until(self.pilot, true)

    async def type(self, text: str) -> None:
        """Type a text key by key, as fast as a hurried hand; paste it where it is long."""
        if len(text) > SHORT:
            await paste(self.pilot, text)
            return
        burst(self.app, *text)
        await self.settle()

    # Going about

    async def find_family(self, name: str) -> None:
        """Open a family from the dashboard."""
        await self.press("slash")
        await self.until(lambda: isinstance(self.app.screen, FamiliesScreen))
        await self.type(name)
        listing = self.app.screen.query_one("#families", OptionList)
        await self.until(lambda: listing.option_count == 1 and listing.highlighted == 0)
        await self.press("enter")
        await self.until(lambda: isinstance(self.app.screen, OverviewScreen))
        await self.ready()

    async def section(self, letter: str, key: str) -> None:
        """Go to another section of the case: F2 and its letter."""
        await self.press("f2")
        await self.until(lambda: isinstance(self.app.screen, SectionMenu))
        await self.press(letter)
        await self.until(lambda: isinstance(self.app.screen, section_screen(key)))
        await self.ready()

    async def ready(self) -> None:
        """Wait until the open section can be typed in."""
        screen = self.screen
        await self.until(lambda: hasattr(screen, "editing") and screen.focused is not None)
        await self.settle()

    async def quiet(self) -> None:
        """Wait until the program has done what it was told and can be typed in again."""
        await self.until(lambda: all(one.is_finished for one in self.app.workers))
        await self.settle()
        await self.ready()

    async def to_list(self) -> None:
        """Go from the form to the list of rows."""
        for _ in range(5):
            await self.quiet()
            if self.app.focused and self.app.focused.id == "row-list":
                return
            await self.press("f6")
        raise AssertionError("F6 did not lead to the list")

    async def row(self, starts: str) -> None:
        """Choose a line of the list of rows, and go into its form."""
        await self.to_list()
        await self.line(self.screen.query_one("#row-list", OptionList), starts)
        assert isinstance(self.screen, RowsScreen)
        screen, listing = self.screen, self.screen.query_one("#row-list", OptionList)
        here = listing.highlighted_option
        assert here is not None
        await self.until(lambda: screen.chosen == here.id)
        await self.settle()
        await self.press("enter")
        await self.until(lambda: screen.focused is not None and screen.focused is not listing)

    async def line(self, listing: OptionList, says: str) -> None:
        """Go to the line of a list that says something, by the arrow keys."""
        at = next((at for at, one in enumerate(listing.options) if says in str(one.prompt)), None)
        assert at is not None, (says, [str(one.prompt) for one in listing.options])
        for _ in range(listing.option_count):
            if listing.highlighted == at:
                return
            before = listing.highlighted
            await self.press("down" if (before or 0) < at else "up")
            await self.until(lambda before=before: listing.highlighted != before)  # type: ignore[misc]
        raise AssertionError(says)

    async def pick(self, says: str) -> None:
        """Answer the list that stands in front."""
        await self.until(lambda: isinstance(self.app.screen, Pick) and self.app.focused)
        front = self.app.screen
        await self.line(front.query_one(OptionList), says)
        await self.press("enter")
        await self.until(lambda: self.app.screen is not front)

    # Filling in

    async def fill(self, under: str = "", **texts: str) -> None:
        """Fill in fields of the screen in front by their names; ``under`` narrows to a form."""
        for field, text in texts.items():
            await self.enter(self.field(field, under), text)

    def fields(self) -> list[str]:
        """Return the names of the fields on the screen in front."""
        return [row.field for row in self.app.screen.query(FieldRow)]

    def field(self, field: str, under: str = "") -> Widget:
        """Return the editor of a field that is on the screen."""
        rows = self.app.screen.query(f"{under} FieldRow".strip()).results(FieldRow)
        found = [one for one in rows if one.field == field and one.display]
        assert found, field
        return found[0].editor

    async def enter(self, editor: Widget, text: str) -> None:
        """Type, answer or choose, as the editor takes it."""
        await self.until(lambda: editor.focus().has_focus)
        if isinstance(editor, YesNo):
            await self.press(text[0])
        elif isinstance(editor, Choice):
            await self._choose(editor, text)
        elif isinstance(editor, Narrative):
            await self.press("ctrl+end")
            await self.type(text)
            await self.until(lambda: editor.text.endswith(text))
        else:
            assert isinstance(editor, LineInput)
            if editor.value:
                await self.press("home", "shift+end", "delete")
            await self.type(text)
            await self.until(lambda: editor.value == text)

    async def _choose(self, editor: Choice, says: str) -> None:
        await self.press("enter")
        await self.until(lambda: editor.expanded)
        await self.line(editor.query_one(OptionList), says)
        await self.press("enter")
        await self.until(lambda: not editor.expanded)

    async def save(self) -> None:
        """Save what is typed in the open section."""
        screen = self.screen
        await self.press("ctrl+s")
        await self.until(lambda: self.app.screen is not screen or screen.editing.is_empty)
        await self.quiet()

    async def dialogue(self) -> None:
        """Wait until the dialogue that was asked for can be typed in."""
        await self.until(lambda: isinstance(self.app.screen, RowDialog) and self.app.focused)
        await self.settle()

    async def save_dialogue(self) -> None:
        """Save the dialogue in front."""
        front = self.app.screen
        await self.press("ctrl+s")
        await self.until(lambda: self.app.screen is not front)
        await self.quiet()

    async def home(self) -> None:
        """Go back to the dashboard."""
        for _ in range(6):
            if isinstance(self.app.screen, Dashboard):
                return
            front = self.app.screen
            await self.press("escape")
            await self.until(lambda front=front: self.app.screen is not front)  # type: ignore[misc]
        raise AssertionError("the dashboard did not come back")
