"""Somebody rings: whose call it is, what may be said, and the call noted down meanwhile (S4).

Until it is recorded who is calling there is one safe sentence and nothing else. The caller gives
the date of birth and never hears it: the screen says whether it fits, and does not show it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data.procedures.problems import BadProcedure
from data.records.contacts import Call
from ehtui.process.sharing import caller
from ehtui.today import wall_clock
from screens.case.commands import Back, Save
from screens.case.sections import section_screen
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.harm.contacting import ContactScreen, held
from screens.phone.after import leads_to
from screens.phone.caller_list import CallerList
from screens.phone.commands import Concern, Identity, OpenRecord, YouRing
from screens.phone.lines import may_be_said, safe_to_say
from screens.say import say
from screens.widgets.banner import Banner
from screens.widgets.keyline import KeyLine
from screens.widgets.line_input import LineInput
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ehtui.changes import RowChange
    from screens.commands import CommandClass, CommandScreen
    from screens.desk import Desk

FIELDS = (
    *("who", "agency", "number", "identity", "asked", "told", "not_told"),
    *("concern", "outcome", "ring_back", "rung_back", "direction", "on", "at"),
)


class PhoneScreen(ContactScreen):
    """The search, the call and what may be said, on one screen."""

    FORM = "phone"
    TITLE = "Phone"
    RECORD = Call
    NOTHING = "Nothing is noted yet."
    AUTO_FOCUS = "#asked-about"
    OFFERS = (Identity, Concern, Save, OpenRecord, YouRing, Back)

    def __init__(self, desk: Desk, case_id: str = "", record: str = "") -> None:
        """Go on with a call, or with the one being noted; or begin one at this minute."""
        super().__init__(desk, case_id, record)
        self._revealed = ""
        # Somebody else may have been looked for when it was left: whom it is about is said anew.
        self._asks_again = self.came_back and bool(self.held("case_id"))

    def compose(self) -> ComposeResult:
        """Lay the search above the matches and the call, and what may be said beside them."""
        yield TitleLine("ehtui", f"Phone {self.held('at')}")
        yield Banner("This call was not saved yet: here it is." if self.came_back else "")
        yield LineInput(
            self.held("asked_about"),
            placeholder="about whom? a name, a birthday, as the caller says it",
            compact=True,
            id="asked-about",
        )
        with Horizontal(id="phone"):
            with Vertical(id="call"):
                yield CallerList(self.desk, id="matches")
                with VerticalScroll(can_focus=False):
                    yield RecordForm(
                        self.editing,
                        self.wording,
                        Call,
                        existing=self.kept,
                        row=self.row,
                        fields=FIELDS,
                    )
            with VerticalScroll(id="say", can_focus=False):
                yield Static("", id="said")
        yield KeyLine()

    def on_mount(self) -> None:
        """Find again whom the call is about."""
        self.query_one(CallerList).set_class(self._asks_again, "-asked")
        self.find()
        self.show_case()

    @property
    def row(self) -> RowChange:
        """What is typed; a new call has its day and time at once."""
        changes = self.editing.changes
        if not changes.rows and self.kept is not None:
            return self.editing.existing(self.kept)
        if not changes.rows:
            changes.new(Call, on=self.desk.today, at=wall_clock(), direction="in")
        return changes.rows[0]

    @property
    def is_noted(self) -> bool:
        """Whether there is more than a search, and the day and time of the call."""
        given = {"case_id", "on", "at", "direction", "asked_about"}
        return any(
            text != held(name, None, self.kept) if self.kept else text and name not in given
            for name, text in self.row.typed.items()
        )

    @property
    def can_be_saved(self) -> bool:
        """Whether anything was noted, or looked for and meant to be kept."""
        return self.is_noted or bool(self.held("asked_about"))

    def flush(self) -> None:
        """Hand what is typed to the writer as a draft; a search alone is no call."""
        if self.is_noted:
            super().flush()

    @property
    def _is_identified(self) -> bool:
        return self.held("identity") in caller.IDENTIFIED

    @property
    def _you_rang(self) -> bool:
        return self.held("direction") == "out"

    def following(self) -> CommandScreen[None] | None:
        """Return where the outcome of the call leads."""
        try:
            return leads_to(self.desk, self.row.record_id, self.held)
        except BadProcedure as wrong:
            say(self.app, str(wrong), worry=True)
            return None

    @on(Input.Changed, "#asked-about")
    def _heard(self, event: Input.Changed) -> None:
        """Look for whom they mean now: what may be said is folded until somebody chooses again.

        The call stays with the family chosen before, until another is chosen or it is let go:
        whoever types anew, in a hurry, empties the line first.
        """
        if event.value == self.held("asked_about"):
            return
        self.editing.typed(self.row, "asked_about", event.value)
        if not self._asks_again:  # else it is folded already, and a letter waits for no repaint
            self._asks_again = True
            self.query_one(CallerList).add_class("-asked")
            self.show_case()
        self.call_after_refresh(self.find)  # the letter first: a search takes its turns from it

    @on(Input.Submitted, "#asked-about")
    def _choose_first(self) -> None:
        self.query_one(CallerList).choose()

    @on(CallerList.Meant)
    def _meant(self, event: CallerList.Meant) -> None:
        """Say that the call is about this family, or about none after all."""
        self.editing.typed(self.row, "case_id", event.case_id)
        self._asks_again = False
        self.query_one(CallerList).remove_class("-asked")
        self.find()
        self.show_case()
        if event.case_id:
            self.query_one(RecordForm).field_row("who").editor.focus()
        else:
            self.query_one("#asked-about").focus()

    @on(CallerList.TakenUp)
    def _take_up(self, event: CallerList.TakenUp) -> None:
        """Go on with a call that has no family yet: answer it, or say whose it is."""
        if self.is_noted:
            say(self.app, "Save the call you are noting first: Ctrl+S.")
        else:
            self.app.switch_screen(PhoneScreen(self.desk, record=event.record))

    def find(self) -> None:
        """Look for whom the call is about."""
        self.query_one(CallerList).find(self.held("asked_about"), self.held("case_id"))

    @on(FieldRow.Typed)
    def _typed(self, event: FieldRow.Typed) -> None:
        if event.row.field in ("identity", "agency", "who", "direction"):
            self.show_case()

    @work(exclusive=True, group="case")
    async def show_case(self) -> None:
        """Show what may be said: nothing but the safe sentence until identity is recorded."""
        case_id = self.held("case_id")
        if not case_id:
            self.opened = None
        elif self.opened is None or self.opened.file.case.id != case_id:
            self.opened = await asyncio.to_thread(self.desk.open_case, case_id)
        meant = self.opened is not None and not self._asks_again
        self.query_one(TitleLine).right = self._goes_to()
        pane = self.query_one("#say")
        pane.border_title = "May be said" if meant and self._is_identified else "Say"
        if self.opened is not None and meant and self._is_identified:
            if self._revealed != case_id:
                self._revealed = case_id
                self.desk.look_up(case_id, f"phone: {self.held('identity')}")
            lines = may_be_said(self.desk, self.opened, self.held)
        else:
            lines = safe_to_say(identified=self._is_identified, you_rang=self._you_rang)
        self.query_one("#said", Static).update(Content("\n").join(lines))
        self.query_one(KeyLine).refresh()  # the record may be opened now, or no longer

    def _goes_to(self) -> str:
        """Return whose call it is going to be."""
        if self.opened is None:
            whose = "for no family yet"
        elif self._asks_again:
            whose = f"still for {self.desk.family_name(self.opened.file.case)}"
        else:
            whose = f"for {self.desk.family_name(self.opened.file.case)}"
        return f"{whose} · {'saved before' if self.kept else 'not saved yet'}"

    @on(Identity)
    def identity(self) -> None:
        """Record how it is known who speaks; whom it is about is the line the cursor is on."""
        if not self._is_identified:
            checked = "reached" if self._you_rang else "rang_back"
            self.query_one(RecordForm).put(identity=checked)
        if self._asks_again or not self.held("case_id"):
            self.query_one(CallerList).choose()
        self.show_case()

    @on(Concern)
    def concern(self) -> None:
        """Go to where a worry is written down."""
        self.query_one(RecordForm).field_row("concern").editor.focus()

    @on(YouRing)
    def you_ring(self) -> None:
        """Note that this call goes out; whom it reaches is checked all the same (N28)."""
        self.query_one(RecordForm).put(direction="out")
        self.show_case()

    def why_not(self, command: CommandClass) -> str | None:
        """Keep the record shut until it is known who is calling."""
        if command is OpenRecord and self.is_mounted:
            if not self.held("case_id"):
                return "Say first whom the call is about: type a name, then Enter on the line."
            if not self._is_identified:
                return "Who is calling is not recorded yet: F6, or choose it under Identity."
        return None

    @on(OpenRecord)
    def open_record(self) -> None:
        """Open the overview above the call, which stays as it is."""
        case_id = self.held("case_id")
        self.desk.look_up(case_id, "opened from a call")
        self.app.push_screen(section_screen("overview")(self.desk, case_id))
