"""A section as whoever looks at the screen may read it: the privacy switch, and who is looking."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from data.records.fields import words_of
from ehtui.process.meetings.room import strangers
from ehtui.process.sharing.subjects import OWN_FIELDS
from screens.case.commands import Back, HideNames, Sections, ShowTo
from screens.case.showing_to import ShowingTo
from screens.commands import CommandClass, CommandScreen, key_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from data.records.base import Record
    from ehtui.opening import OpenCase
    from screens.desk import Desk

NOT_NOW = f"Not while somebody else sees the screen: {key_name(ShowTo.key)} says who does."


class LookedAt(CommandScreen[None]):
    """What of a case stands on the screen; a section that builds from `shown` need not think of it.

    `opened` is the record itself: what is saved, written out and decided is made from it.
    """

    OFFERS: ClassVar[tuple[CommandClass, ...]] = (HideNames, ShowTo)
    OWN_EYES: ClassVar[bool] = False
    """Whether the whole section is the practitioner's own: then nobody else ever sees it."""

    desk: Desk
    opened: OpenCase
    _shown_for: tuple[object, ...] = ()
    """For whose eyes the section was built last."""

    @property
    def shown(self) -> OpenCase:
        """The case as it may be read: without what is kept from those who look, and in initials
        with the privacy switch on.
        """
        return self.desk.seen(self.opened)

    @property
    def whole(self) -> OpenCase:
        """The whole case with names as the switch says: for what a rule decides, not to be read."""
        return self.desk.shown(self.opened)

    def sees(self, row: Record, field: str = "") -> bool:
        """Return whether everybody who looks may see a row, or one field of it."""
        return self.desk.sees(self.opened)(row, field)

    def asks(self, field: str, row: Record | None = None) -> bool:
        """Return whether a field may be asked for: an empty row's unless it is one's own to think.

        A field that is kept back is not there, so that nobody types over what they cannot see.
        """
        if not self.desk.showing_to:
            return True
        if row is None:
            return field not in OWN_FIELDS
        pointed = words_of(type(row), field).kind == "link" and getattr(row, field)
        there = self.opened.file.find(pointed) if pointed else None
        return self.sees(row, field) and (there is None or self.sees(there))

    def why(self, said: str) -> str:
        """Return the reason a rule gives; whose reason it is, nobody who looks is to read."""
        return NOT_NOW if self.desk.showing_to else said

    @property
    def eyes(self) -> tuple[object, ...]:
        """For whom the section is shown now."""
        return self.desk.showing_to, self.desk.showing_references_only

    @property
    def looking(self) -> str:
        """Who looks, for the title line; empty for nobody."""
        names = ", ".join(self.whole.file.name(one, "somebody") for one in self.desk.showing_to)
        return f"showing to {names}" if names else ""

    @property
    def closed(self) -> str:
        """Why the section shows nothing now; empty where it is open."""
        looking = self.desk.showing_to
        shut = self.OWN_EYES or strangers(self.opened.file, looking)
        return NOT_NOW if looking and shut else ""

    def build(self) -> Iterable[Widget]:
        """Give the widgets of the body, made from `shown`."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """Give the body, or why there is none now."""
        self._shown_for = self.eyes
        return [Static(Content(self.closed), classes="checks")] if self.closed else self.build()

    async def show_case(self) -> None:
        """Fill the section from the case."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Put the cursor where typing begins."""
        raise NotImplementedError

    def perform(self, command: CommandClass) -> None:
        """Do it, unless the section is closed: then all but going and asking to see waits."""
        ways_out = (Back, Sections, HideNames, ShowTo)
        waits = command in self.offers() and command not in ways_out
        if waits and hasattr(self, "opened") and (closed := self.closed):
            self.notify(closed, markup=False)
        else:
            super().perform(command)

    @on(HideNames)
    async def hide_names(self) -> None:
        """Turn the privacy switch and show the case accordingly."""
        self.desk.showing_references_only = not self.desk.showing_references_only
        await self.show_to_these()

    @on(ShowTo)
    @work
    async def show_to(self) -> None:
        """Ask who can see the screen and take away what is kept from them."""
        dialog = ShowingTo(self.whole.file, self.desk.showing_to)
        chosen = await self.app.push_screen_wait(dialog)
        if chosen is not None:
            self.desk.showing_to = chosen
            await self.show_to_these()

    async def show_to_these(self) -> None:
        """Show the section for those who look now; what is typed stays as it is."""
        self.flush()
        await self.show_case()
        if not self.closed:
            self.arrive()
