"""Consent: what may be done now, the ledger, and asking somebody. Source: Newcastle 8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import DataTable, Static

from data.records.consent import Consent
from data.records.people import Agency
from ehtui.process.consent.standing import standing
from screens.case.commands import Back
from screens.case.frame import CaseScreen
from screens.consent.asking_form import AskingForm
from screens.consent.commands import (
    AddService,
    AskSomebody,
    CorrectEntry,
    DoubtCapacity,
    ReadEntry,
    RecordRefusal,
    WithdrawConsent,
)
from screens.consent.entries import Given, ask, correct, given, refuse, withdraw
from screens.consent.ledger import COLUMNS, EntryDetails, ledger_rows
from screens.consent.scopes import ScopeMatrix
from screens.forms.record_form import RecordForm
from screens.say import say
from screens.widgets.ask_words import AskWords
from screens.widgets.confirm import Confirm
from screens.widgets.data_list import Listing
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.changes import RowChange
    from screens.commands import CommandClass

EMPTY = "Nobody has been asked yet. Press a to ask somebody, r when somebody has said no."
WAITING = "An entry is begun and not saved: press a to go on with it."
WHICH_SERVICE = "Which service, school or group? Enter adds it."
LEDGER_ONLY: tuple[CommandClass, ...] = (
    AskSomebody,
    WithdrawConsent,
    RecordRefusal,
    ReadEntry,
    CorrectEntry,
)
BEGINNINGS: tuple[CommandClass, ...] = (WithdrawConsent, RecordRefusal, CorrectEntry)


class ConsentScreen(CaseScreen):
    """Who was asked, as what, what they said, and what may be done now."""

    SECTION = "consent"
    TITLE = "Consent"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        AskSomebody,
        WithdrawConsent,
        RecordRefusal,
        ReadEntry,
        CorrectEntry,
        DoubtCapacity,
        AddService,
    )

    _aside = False
    _begun_as: dict[str, Any] | None = None

    @property
    def asking(self) -> RowChange | None:
        """The entry that is being written, also one that a draft brought back."""
        table = str(Consent.__tablename__)
        return next((row for row in self.editing.changes.rows if row.table == table), None)

    @property
    def laid_aside(self) -> bool:
        """Whether the entry that is being written waits as a draft while the ledger is read."""
        return self._aside and self.asking is not None

    @property
    def writing(self) -> bool:
        """Whether the form of an entry stands on the screen."""
        return self.asking is not None and not self._aside

    def build(self) -> Iterable[Widget]:
        """Give the ledger, or the form of the entry that is being written."""
        row = self.asking
        if row is not None and self.writing:
            yield AskingForm(self.editing, self.shown, row)
            return
        file = self.shown.file
        if self.laid_aside:
            yield Static(Content(WAITING), id="waiting")
        sentences = standing(file, self.shown.wording)
        yield Static(Content("\n".join(sentences)), id="standing")
        if not file.consents:
            yield Static(Content(EMPTY), id="nobody")
        yield Listing(*COLUMNS, wide=0, id="ledger")
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        for listing in self.query(Listing):
            listing.show(ledger_rows(self.shown.file))

    def arrive(self) -> None:
        """Begin in the ledger, or at who is asked; at the service that a due date names."""
        if self.asking is None and self.opened.file.agency(self.wanted) is not None:
            say(self.app, "Press a and ask about this service: no consent names it yet.")
        self.wanted = ""
        self.call_after_refresh(self.action_focus_first)

    def why_not(self, command: CommandClass) -> str | None:
        """Say what has to be there first."""
        if not hasattr(self, "editing"):
            return super().why_not(command)
        if self.writing and command in LEDGER_ONLY:
            return "Save this entry first (Ctrl+S), or throw it away."
        if self.laid_aside and command in BEGINNINGS:
            return WAITING
        if not self.writing and command in (DoubtCapacity, AddService):
            return "This belongs to asking somebody: press a."
        if command is WithdrawConsent and not self._given():
            return "There is no consent to withdraw."
        if command in (ReadEntry, CorrectEntry) and self._chosen() is None:
            return "There is no entry yet."
        return super().why_not(command)

    def usable_key(self, command: CommandClass) -> str | None:
        """Leave out of the key line what belongs to the other half of the screen."""
        other = LEDGER_ONLY if self.query(AskingForm) else (DoubtCapacity, AddService)
        return None if command in other else super().usable_key(command)

    def _chosen(self) -> Consent | None:
        listing = self.query_one_optional(Listing)
        key = listing.current if listing else None
        return next((one for one in self.opened.file.consents if one.id == key), None)

    def _given(self) -> list[Given]:
        """Return what was given and not taken back, as far as whoever looks on may see it."""
        return [one for one in given(self.opened.file) if self.sees(one.entry)]

    # Writing an entry

    @on(AskSomebody)
    async def ask_somebody(self) -> None:
        """Begin an asking, or go on with the entry that waits."""
        if self.laid_aside:
            await self._go_on()
        else:
            ask(self.editing.changes, self.desk.today)
            await self._begun()

    @on(RecordRefusal)
    async def record_refusal(self) -> None:
        """Begin a refusal."""
        refuse(self.editing.changes, self.desk.today)
        await self._begun()

    @on(WithdrawConsent)
    @work
    async def withdraw_consent(self) -> None:
        """Ask who takes consent back, and begin the entry."""
        found = self._given()
        name = self.shown.file.name
        lines = [
            (
                f"{name(one.entry.by_id)}"
                f"{', for ' + name(one.entry.about_id) if one.entry.about_id else ''}"
                f": yes to {', '.join(one.parts)}",
                str(place),
            )
            for place, one in enumerate(found)
        ]
        chosen = await self.app.push_screen_wait(Pick("Who takes consent back?", lines))
        if chosen is not None:
            withdraw(self.editing.changes, found[int(chosen)], self.desk.today)
            await self._begun()

    @on(CorrectEntry)
    async def correct_entry(self) -> None:
        """Begin the entry that takes the chosen one's place."""
        entry = self._chosen()
        if entry is not None:
            correct(self.editing.changes, self.opened.file, entry)
            await self._begun()

    async def _begun(self) -> None:
        self._begun_as = self.editing.changes.to_draft()
        self.editing.touched()
        await self._go_on()

    async def _go_on(self) -> None:
        self._aside = False
        await self.show_case()
        self.arrive()

    @on(Back)
    async def back_to_ledger(self, event: Back) -> None:
        """Go from an entry to the ledger; what was typed waits there, an untouched entry goes."""
        if not hasattr(self, "editing") or not self.writing:
            return
        event.prevent_default()  # the section stays open
        if self.editing.changes.to_draft() == self._begun_as:
            self.editing.give_up()
        else:
            self.flush()
            self._aside = True
        await self.show_case()
        self.arrive()

    @on(DoubtCapacity)
    def doubt_capacity(self) -> None:
        """Show the four questions."""
        form = self.query_one(AskingForm)
        form.doubt()
        form.query_one("#mca", RecordForm).field_rows.first().editor.focus()

    @on(AddService)
    @work
    async def add_service(self) -> None:
        """Ask for the name and put the service into the list."""
        name = await self.app.push_screen_wait(AskWords(WHICH_SERVICE))
        if name:
            self.editing.changes.new(Agency, name=name)
            self.editing.touched()
            matrix = self.query_one(ScopeMatrix)
            matrix.show()
            matrix.highlighted = matrix.option_count - 1
            matrix.focus()

    async def save_now(self) -> bool:
        """Save the whole asking at once; after a withdrawal say what follows."""
        row = self.asking
        if row is None:
            return await super().save_now()
        if self.laid_aside:
            await self._go_on()
        if not row.typed.get("by_id"):
            say(self.app, "Choose who was asked: an entry belongs to somebody.", worry=True)
            self.query_one("#ask-who", RecordForm).field_row("by_id").go_to()
            return False
        unasked = self.query_one(AskingForm).leave_out_unasked()
        self._complete_refusal(row)
        back = "withdrawn" in row.typed.values()
        saved = await super().save_now()
        if not saved:
            row.typed.update(unasked)  # it stands on the form still
        elif back:
            self.offer_closing()
        return saved

    def _complete_refusal(self, row: RowChange) -> None:
        """The refusal says who, when and why as the entry does: nothing is typed twice."""
        for refusal in self.editing.changes.rows:
            if refusal.table == "refusals":
                for field in ("on", "by_id", "explained", "reason"):
                    refusal.typed[field] = row.typed.get(field, "")

    @work
    async def offer_closing(self) -> None:
        """Say what follows a withdrawal and offer to go there."""
        area = self.opened.procedure.consent
        steps = [self.shown.wording.filled(step) for step in area.withdrawn] if area else []
        follows = "\n".join(f"· {step}" for step in steps) or "Stop, and tell the centre."
        question = f"Withdrawn. What follows:\n{follows}\nGo to the closing review now?"
        if await self.app.push_screen_wait(Confirm(question, yes="Go there", no="Later")):
            self.go_to("closing")

    # Reading

    @on(ReadEntry)
    def read_entry(self) -> None:
        """Show the whole entry."""
        entry = self._chosen()
        if entry is not None:
            self.app.push_screen(EntryDetails(self.shown, entry))

    @on(DataTable.RowSelected, "#ledger")
    def _read_row(self) -> None:
        self.read_entry()
