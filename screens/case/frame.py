"""The frame that every section of a case stands in: opening, drafts, saving, going elsewhere."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.css.query import NoMatches

from data.store.errors import StoreError
from ehtui.as_typed import as_typed
from ehtui.changes import Unreadable
from ehtui.refusals import LedgerEntry, Refused, StaleSave
from ehtui.wording import Wording
from screens.case.commands import Back, GiveUpDraft, Save, Sections
from screens.case.looked_at import LookedAt
from screens.commands import CommandClass
from screens.forms.drafting import Drafting
from screens.forms.editing import DRAFT, Editing
from screens.forms.record_form import RecordForm
from screens.say import say
from screens.widgets.banner import Banner
from screens.widgets.keyline import KeyLine
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from ehtui.changes import ChangeSet, RowChange
    from ehtui.opening import OpenCase
    from screens.desk import Desk


class CaseScreen(LookedAt, Drafting):
    """One section of one case. A subclass says what stands in the body."""

    SECTION: ClassVar[str] = ""
    """The key of the section, as due rows name it."""
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (Save, Sections, Back, GiveUpDraft)

    draft_of: str = ""
    """The row whose draft is typed here; empty where a section has one draft for the case."""

    def __init__(self, desk: Desk, case_id: str, record: str = "") -> None:
        """Open the section; ``record`` is the row to begin at, where there is one."""
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.wanted = record
        self._read_at = 0
        self._showing = asyncio.Lock()
        self._one_save = asyncio.Lock()
        """One save of what is typed at a time: what it took is not handed in again."""

    def perform(self, command: CommandClass) -> None:
        """Do it once the case is there; a hurried key before that only says so."""
        if command in self.offers() and command is not Back and not hasattr(self, "editing"):
            say(self.app, "The record is still being opened.")
        else:
            super().perform(command)

    def arrive(self) -> None:
        """Put the cursor where typing begins; the first field unless a section knows better."""
        if self.wanted:
            for form in self.query(RecordForm):
                if form.existing is not None and form.existing.id == self.wanted:
                    form.field_rows.first().editor.focus()
                    return
        self.action_focus_first()

    def action_focus_first(self) -> None:
        """Focus the first thing in the body that takes the focus."""
        for widget in self.query_one("#body").query("*"):
            if widget.focusable:
                widget.focus()
                return

    def compose(self) -> ComposeResult:
        """Lay out the frame; the body follows when the case is read."""
        yield TitleLine(self.TITLE or "")
        yield Banner()
        yield VerticalScroll(id="body", can_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Paint first, read the case afterwards."""
        self.read_case()

    @work(exclusive=True, group="read", exit_on_error=True)
    async def read_case(self) -> None:
        """Read the case anew and show it; drafts come back with it."""
        await self.read_facts()
        if not hasattr(self, "editing"):
            self.editing = Editing(
                self.desk, self.SECTION, self.case_id, self.say_state, self.draft_of
            )
            if self.editing.come_back():
                self.query_one(Banner).tell(
                    "What you typed here before was not saved yet: here it is."
                )
        await self.show_case()
        if not self.closed:
            self.arrive()

    async def read_facts(self) -> None:
        """Read the case as it stands now, without showing it."""
        self._read_at = self.desk.saves_so_far()
        self.opened = await asyncio.to_thread(self.desk.open_case, self.case_id)

    @property
    def typed(self) -> OpenCase:
        """The case as it would stand if what is typed here were saved now."""
        file = as_typed(self.opened.file, self.editing.changes, self.desk.today)
        return replace(self.opened, file=file, wording=Wording(self.opened.procedure, file))

    async def show_case(self) -> None:
        """Fill the frame from what was read."""
        async with self._showing:  # a save and a turned page may both want it anew
            title = self.query_one_optional(TitleLine)
            if title is None:  # somebody went on while it was being read
                return
            title.right = self.looking
            title.crumbs = CaseScreen.crumbs(self) if self.closed else self.crumbs()
            body = self.query_one("#body")
            self.set_focus(None)  # keys typed ahead wait for what comes, not for a neighbour
            # In one go: a box drawn once more while it is being taken away has lost its styles.
            async with body.batch():
                await body.remove_children()
                await body.mount_all(self.body())

    def crumbs(self) -> tuple[str, ...]:
        """Return the title line: the family, the stage or where it is carried on, the section."""
        from ehtui.process.course.stages import stage_of

        case = self.opened.file.case
        if case.continued_in:
            stage = f"see {self.desk.references([case.continued_in])[case.continued_in]}"
        else:
            stage = stage_of(self.opened.file, self.opened.procedure).title
        return (
            self.desk.family_name(case),
            self.shown.wording.filled(stage),
            str(self.TITLE or ""),
        )

    def on_screen_resume(self) -> None:
        """Read the case again when coming back to it, if anything was saved meanwhile.

        Otherwise the cursor stays where it is: most of what comes in front is only a question.
        """
        if not hasattr(self, "editing"):
            return
        if self.editing.is_empty and self.desk.saves_so_far() != self._read_at:
            self.read_case()
        elif self._shown_for != self.eyes:  # the switch was turned, or somebody came or went
            self.call_later(self.show_to_these)

    @on(Back)
    def go_back(self) -> None:
        """Leave; never discard."""
        self.flush()
        if hasattr(self, "editing") and not self.editing.is_empty:
            self.leave(DRAFT)
        else:
            self.dismiss()

    @on(Sections)
    @work
    async def choose_section(self) -> None:
        """Ask which section, and go there."""
        from screens.case.section_menu import SectionMenu

        chosen = await self.app.push_screen_wait(SectionMenu(self.opened, self.SECTION))
        if chosen:
            self.go_to(chosen)

    def go_to(self, section: str, record: str = "") -> None:
        """Change to another section of the same case."""
        from screens.case.sections import section_screen

        self.flush()
        self.app.switch_screen(section_screen(section)(self.desk, self.case_id, record))

    @on(Save)
    @work
    async def save(self) -> None:
        """Save everything typed here in one transaction, or say at each field what is wrong."""
        await self.save_now()

    async def save_now(self) -> bool:
        """Save; return whether everything is on the disk now."""
        try:
            async with self._one_save:
                if self.editing.is_empty:
                    self.say_state("nothing to save")
                    return True
                await asyncio.wrap_future(self.editing.save())
                self.editing.go_on()
        except Unreadable as wrong:
            self.show_problems(wrong)
            return False
        except StaleSave as stale:
            await self.settle(stale)
            return False
        except (LedgerEntry, StoreError) as failed:
            self.tell_not_saved(failed)
            return False
        await self.after_save()
        return True

    async def save_changes(self, changes: ChangeSet) -> bool:
        """Save a change set of its own, apart from what is being typed; say it if that fails."""
        try:
            await asyncio.wrap_future(self.desk.save(changes))
        except Unreadable as wrong:
            say(self.app, wrong.problems[0].sentence, worry=True)
            return False
        except (Refused, StoreError) as failed:
            say(self.app, str(failed), worry=True)
            return False
        await self.after_save()
        return True

    async def save_rows(self, rows: Sequence[RowChange]) -> bool:
        """Save only these rows of what is typed; say plainly when that can't be done."""
        try:
            async with self._one_save:
                await asyncio.wrap_future(self.editing.save_some(rows))
                self.editing.leave_out(rows)
        except Unreadable as wrong:
            self.say_state("not saved")
            say(self.app, wrong.problems[0].sentence, worry=True)
            return False
        except (Refused, StoreError) as failed:
            self.tell_not_saved(failed)
            return False
        self.query_one(Banner).tell("")
        return True

    async def after_save(self) -> None:
        """Show the case as it stands now, with the cursor where it was."""
        place = self.focused.id if self.focused else None
        await self.read_facts()
        await self.show_case()
        self.go_back_to(place)

    def go_back_to(self, place: str | None) -> None:
        """Put the cursor where it was before the case was shown anew."""
        if place:
            try:
                self.query_one(f"#{place}").focus()
            except NoMatches:
                self.action_focus_first()
        else:
            self.action_focus_first()

    async def settle(self, stale: StaleSave) -> None:
        """Show both texts of what was saved elsewhere meanwhile, and go on as told."""
        from screens.forms.settling import Settling

        self.say_state("not saved: changed elsewhere")
        keep_mine = await self.app.push_screen_wait(Settling(stale.conflicts, self.shown.wording))
        if keep_mine is None:
            return
        self.editing.settle(stale.conflicts, keep_mine=keep_mine)
        await self.save_now()

    @on(GiveUpDraft)
    @work
    async def give_up_draft(self) -> None:
        """Ask, then throw the draft away."""
        if self.editing.is_empty:
            say(self.app, "There is nothing unsaved here.")
            return
        if await self.is_to_be_given_up():
            await asyncio.wrap_future(self.editing.give_up())
            self.read_case()
