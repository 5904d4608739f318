"""Somebody rings: whose call it is, what may be said, and the call noted down meanwhile (S4).

Until it is recorded who is calling there is one safe sentence and nothing else. The caller gives
the date of birth and never hears it: the screen says whether it fits, and does not show it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from data import rows
from data.casefile import CaseFile
from data.records.cases import Case
from data.records.contacts import Call
from data.records.fields import described
from data.store.errors import StoreError
from ehtui.caller_search import matches
from ehtui.changes import Unreadable
from ehtui.process import caller
from ehtui.today import wall_clock
from ehtui.waiting import waiting_calls
from ehtui.wording import Wording
from screens.case_commands import Back, Save
from screens.commands import Command, CommandClass
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.harm import procedure_for_harm
from screens.phone_lines import match_line, may_be_said, safe_to_say, waiting_line
from screens.say import say
from screens.sections import section_screen
from screens.typing import TypingScreen
from screens.widgets.banner import Banner
from screens.widgets.keyline import KeyLine
from screens.widgets.line_input import LineInput
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ehtui.caller_search import Match
    from ehtui.changes import RowChange
    from ehtui.waiting import Waiting
    from screens.desk import Desk

FIELDS = (
    *("who", "agency", "number", "identity", "asked", "told", "not_told"),
    *("concern", "outcome", "ring_back", "rung_back", "direction", "on", "at"),
)


class Identity(Command):
    """Rang back through their switchboard, and genuine: open what may be said."""

    key = "f6"
    footer = "rang back"
    title = "Identity is checked"


class Concern(Command):
    """They have a worry to tell: write it down. Hearing it needs no consent."""

    key = "f7"
    footer = "concern"


class OpenRecord(Command):
    """Open the record of the family the call is about; it leaves a trace."""

    key = "f5"
    footer = "record"


class PhoneScreen(TypingScreen):
    """The search, the call and what may be said, on one screen."""

    FORM = "phone"
    TITLE = "Phone"
    AUTO_FOCUS = "#asked-about"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (Identity, Concern, Save, OpenRecord, Back)

    def __init__(self, desk: Desk) -> None:
        """Take up the call that was being noted, or begin one at this minute."""
        super().__init__(desk)
        self._matches: list[Match] = []
        self._waiting: list[Waiting] = []
        self._revealed = ""

    def compose(self) -> ComposeResult:
        """Lay the search above the matches and the call, and what may be said beside them."""
        procedure = procedure_for_harm(self.desk.settings.procedure)
        row = self._row()
        yield TitleLine("ehtui", f"Phone {row.typed['at']}", right="call not saved yet")
        yield Banner("This call was not saved yet: here it is." if self.came_back else "")
        yield LineInput(
            row.typed.get("asked_about", ""),
            placeholder="about whom? a name, a birthday, as the caller says it",
            compact=True,
            id="asked-about",
        )
        with Horizontal(id="phone"):
            with Vertical(id="call"):
                yield OptionList(id="matches", compact=True)
                with VerticalScroll(can_focus=False):
                    yield RecordForm(
                        self.editing,
                        Wording(procedure, CaseFile(Case.model_construct())),
                        Call,
                        row=row,
                        fields=FIELDS,
                    )
            with VerticalScroll(id="say", can_focus=False):
                yield Static("", id="said")
        yield KeyLine()

    def on_mount(self) -> None:
        """Find again whom the call is about."""
        self.find(self._row().typed.get("asked_about", ""))
        self.show_case()

    def _row(self) -> RowChange:
        """Return the call; it counts as typed once there is more than its day and time."""
        if not self.editing.changes.rows:
            self.editing.changes.new(Call, on=self.desk.today, at=wall_clock(), direction="in")
        return self.editing.changes.rows[0]

    @property
    def is_noted(self) -> bool:
        """Whether there is more than the day and time of the call."""
        row = self._row()
        given = {"case_id", "on", "at", "direction"}
        return any(text for name, text in row.typed.items() if name not in given)

    @property
    def _is_identified(self) -> bool:
        return self._row().typed.get("identity", "") in caller.IDENTIFIED

    @on(Input.Changed, "#asked-about")
    def _heard(self, event: Input.Changed) -> None:
        """Look for whom they mean; another name is another family until somebody chooses again."""
        self.editing.typed(self._row(), "asked_about", event.value)
        self.editing.typed(self._row(), "case_id", "")
        self.show_case()
        self.find(event.value)

    @work(exclusive=True, group="find")
    async def find(self, said: str) -> None:
        """Show who may be meant."""
        store, day = self.desk.store, self.desk.today
        self._matches = await asyncio.to_thread(lambda: matches(store.reading(), said, day))
        self._waiting = await asyncio.to_thread(lambda: waiting_calls(store.reading()))
        listing = self.query_one("#matches", OptionList)
        listing.clear_options()
        chosen = self._row().typed.get("case_id", "")
        if said.strip():
            listing.add_options(Option(match_line(self.desk, one, chosen)) for one in self._matches)
            listing.border_title = f"{len(self._matches)} found"
        else:
            listing.add_options(Option(waiting_line(one)) for one in self._waiting)
            listing.border_title = "Not answered, no family yet" if self._waiting else "Nobody yet"
        if listing.option_count:
            listing.highlighted = 0
        elif said.strip():
            listing.add_option(Option(Content("Nobody of that name. Note it down."), disabled=True))

    @on(OptionList.OptionSelected, "#matches")
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Say that the call is about this family; or go on with a call that waits."""
        if self._row().typed.get("asked_about", "").strip():
            self._choose(event.option_index)
        else:
            self.go_on_with(self._waiting[event.option_index].key)

    @work(exclusive=True, group="go on")
    async def go_on_with(self, call_id: str) -> None:
        """Take up a call that was saved without a family, to answer it or to say whose it is."""
        if self.is_noted:
            say(self.app, "Save the call you are noting first: Ctrl+S.")
            return
        call = await asyncio.to_thread(lambda: rows.find(self.desk.store.reading(), Call, call_id))
        if not isinstance(call, Call):
            return
        self.editing.changes.rows.clear()
        values = {name: getattr(call, name) for name in described(Call)}
        self.editing.existing(call).put(**values)
        self.editing.touched()
        await self.recompose()
        self.find(call.asked_about)
        self.show_case()

    @on(Input.Submitted, "#asked-about")
    def _choose_first(self) -> None:
        here = self.query_one("#matches", OptionList).highlighted
        if here is not None:
            self._choose(here)

    def _choose(self, index: int) -> None:
        if index >= len(self._matches):
            return
        found = self._matches[index].found
        self.editing.typed(self._row(), "case_id", found.case_id)
        self.find(self.query_one("#asked-about", LineInput).value)
        self.show_case()
        self.query_one(RecordForm).field_row("who").editor.focus()

    @on(FieldRow.Typed)
    def _typed(self, event: FieldRow.Typed) -> None:
        if event.row.field in ("identity", "agency", "who"):
            self.show_case()

    @work(exclusive=True, group="case")
    async def show_case(self) -> None:
        """Show what may be said: nothing but the safe sentence until identity is recorded."""
        case_id = self._row().typed.get("case_id", "")
        if not case_id:
            self.opened = None
        elif self.opened is None or self.opened.file.case.id != case_id:
            self.opened = await asyncio.to_thread(self.desk.open_case, case_id)
        pane = self.query_one("#say")
        pane.border_title = "May be said" if self.opened and self._is_identified else "Say"
        if self.opened and self._is_identified:
            if self._revealed != case_id:
                self._revealed = case_id
                self.desk.look_up(case_id, f"phone: {self._row().typed['identity']}")
            lines = may_be_said(self.desk, self.opened, self._row().typed)
        else:
            lines = safe_to_say(identified=self._is_identified)
        self.query_one("#said", Static).update(Content("\n").join(lines))

    @on(Identity)
    def identity(self) -> None:
        """Record that they were rung back; whom it is about is the line the cursor is on."""
        if not self._is_identified:
            self.query_one(RecordForm).put(identity="rang_back")
        here = self.query_one("#matches", OptionList).highlighted
        if not self._row().typed.get("case_id") and here is not None:
            self._choose(here)
        self.show_case()

    @on(Concern)
    def concern(self) -> None:
        """Go to where a worry is written down."""
        self.query_one(RecordForm).field_row("concern").editor.focus()

    def why_not(self, command: CommandClass) -> str | None:
        """Keep the record shut until it is known who is calling."""
        if command is OpenRecord and self.is_mounted:
            if not self._row().typed.get("case_id"):
                return "Say first whom the call is about: type a name, then Enter on the line."
            if not self._is_identified:
                return "Who is calling is not recorded yet: F6, or choose it under Identity."
        return None

    @on(OpenRecord)
    def open_record(self) -> None:
        """Open the overview above the call, which stays as it is."""
        case_id = self._row().typed["case_id"]
        self.desk.look_up(case_id, "opened from a call")
        self.app.push_screen(section_screen("overview")(self.desk, case_id))

    @on(Save)
    @work(exclusive=True, group="save")
    async def save(self) -> None:
        """Keep the call, with its family where there is one, and go back to what was in front."""
        from ehtui.saving import StaleSave

        if not self.is_noted:
            say(self.app, "Nothing is noted yet.")
            return
        self.editing.changes.case_id = self._row().typed.get("case_id", "")
        try:
            await asyncio.wrap_future(self.editing.save())
        except Unreadable as wrong:
            self.show_problems(wrong)
        except (StaleSave, StoreError) as failed:
            self.query_one(Banner).tell(f"Not saved: {failed} What you typed is still here.")
        else:
            self.editing.begin_again()
            say(self.app, "The call is saved.")
            self.dismiss()
