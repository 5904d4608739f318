"""Harm never waits: the numbers first, from anywhere; what happened is asked afterwards (S2).

Nothing here blocks: no consent, no case, no form comes before the numbers, and Esc leaves.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.widgets import Static

from data import rows
from data.records.contacts import HarmContact
from data.store.errors import StoreError
from ehtui.changes import ChangeSet
from ehtui.due_list import NO_FAMILY
from ehtui.familyless import familyless_due
from ehtui.today import wall_clock
from screens.case.commands import Back, Save
from screens.commands import Command, CommandClass
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.harm.contacting import ContactScreen, held
from screens.harm.numbers import Numbers, numbers
from screens.phone.calls import fitting_harm
from screens.say import say
from screens.widgets.banner import Banner
from screens.widgets.confirm import Confirm
from screens.widgets.keyline import KeyLine
from screens.widgets.pick import Pick
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.drafts import Draft
    from ehtui.opening import OpenCase
    from screens.desk import Desk


class ChangeNumbers(Command):
    """Put in the numbers to ring, in hours and out of hours, as they are today."""

    key = "f5"
    footer = "numbers"
    title = "Change the numbers"


class GoOn(Command):
    """Go on with another contact: one that is half typed, or that has no family and waits.

    Opened from a family's record, it asks whether a contact without a family is about that one.
    """

    key = "f6"
    footer = "go on"
    title = "Go on with another contact about harm"


class HarmScreen(ContactScreen):
    """The numbers, and below them what happened."""

    FORM = "harm"
    TITLE = "Harm"
    RECORD = HarmContact
    NOTHING = "Nothing is written yet. Ring first; this can wait."
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (Save, ChangeNumbers, GoOn, Back)

    def __init__(
        self, desk: Desk, case_id: str = "", record: str = "", opened: OpenCase | None = None
    ) -> None:
        """Open above whatever is in front; ``opened`` is the family it is about, where known."""
        super().__init__(desk, case_id, record)
        family = opened.file.case.id if opened else self.held("case_id") or case_id
        if not family:
            return
        self.opened = opened or desk.open_case(family)
        self.procedure = self.opened.procedure
        row = self.editing.existing(self.kept) if self.kept else self.row
        if row is not None and self.held("case_id") != family:
            self.editing.typed(row, "case_id", family)

    def compose(self) -> ComposeResult:
        """Lay the numbers above the form."""
        yield TitleLine("ehtui", "Harm", right=self.procedure.name)
        yield Banner(self._standing())
        case = self.opened.file.case if self.opened else None
        with VerticalScroll(can_focus=False):
            ring = Static(numbers(self.procedure, self.desk.settings), id="numbers")
            ring.add_class("frame")
            ring.border_title = "Ring now"
            yield ring
            yield RecordForm(
                self.editing,
                self.wording,
                HarmContact,
                existing=self.kept,
                row=self.row,
                fields=fitting_harm,
                title="Afterwards: what happened",
                defaults={
                    "on": self.desk.today,
                    "at": wall_clock(),
                    "about": case.family_name if case else "",
                    "case_id": case.id if case else "",
                },
            )
        yield KeyLine()

    def _standing(self) -> str:
        if self.desk.store.read_only_why is not None:
            return "This window only reads: ring first, then write it down where it can be saved."
        said = ["What you wrote here before was not saved yet."] if self.came_back else []
        if about := [self._about(one) for one in self._half_typed()]:
            said.append(f"Half-typed contact about {', '.join(about)}, not saved: F6.")
        return " ".join(said)

    def _half_typed(self) -> list[Draft]:
        """Return what is half typed about harm elsewhere: another family, or another contact."""
        here = self.editing.draft
        return [
            one
            for one in self.desk.unsaved()
            if one.form == self.FORM and (one.case_id, one.record) != (here.case_id, here.record)
        ]

    def _held_in(self, draft: Draft, field: str) -> str:
        row = next(iter(ChangeSet.from_draft(draft.text).rows), None)
        kept = rows.find(self.desk.store.reading(), HarmContact, draft.record)
        return held(field, row, kept)

    def _about(self, draft: Draft) -> str:
        """Return whom a half-typed contact is about: its family, or whoever is named in it."""
        if case_id := self._held_in(draft, "case_id"):
            return self.desk.families([case_id])[case_id]
        if self.desk.showing_references_only:
            return NO_FAMILY
        return self._held_in(draft, "about") or "nobody named"

    @on(FieldRow.Typed)
    async def _refit(self, event: FieldRow.Typed) -> None:
        if event.row.words.kind == "yes_no":
            form = self.query_one(RecordForm)
            await form.show_only(fitting_harm(form.held))

    @on(GoOn)
    @work
    async def go_on(self) -> None:
        """Take up another contact; what is typed here stays a draft in its own place."""
        drafts = self._half_typed()
        places = [(one.case_id, one.record) for one in drafts]
        lines = [f"half typed: about {self._about(one)}" for one in drafts]
        reading = self.desk.store.reading
        for one in await asyncio.to_thread(lambda: familyless_due(reading())):
            place = ("", one.record)
            here = self.kept is not None and one.record == self.kept.id
            if one.section == self.FORM and not here and place not in places:
                places.append(place)
                lines.append(f"{one.what}: {one.why}")
        if not places:
            say(self.app, "No other contact is half typed, or waits without a family.")
            return
        numbered = [(line, str(number)) for number, line in enumerate(lines)]
        chosen = await self.app.push_screen_wait(Pick("Go on with which?", numbered))
        if chosen is None:
            return
        at = int(chosen)
        has_family = at < len(drafts) and self._held_in(drafts[at], "case_id")
        whose = None if has_family else await self._is_about_this_family()
        self.flush()
        self.app.switch_screen(HarmScreen(self.desk, *places[at], opened=whose))

    async def _is_about_this_family(self) -> OpenCase | None:
        """Ask whether it is about the family whose record is open; return that one if so."""
        if self.opened is None:
            return None
        named = self.desk.family_name(self.opened.file.case)
        whose = Confirm(f"Is this contact about {named}?", yes="It is")
        return self.opened if await self.app.push_screen_wait(whose) else None

    @on(ChangeNumbers)
    @work
    async def change_numbers(self) -> None:
        """Ask for the numbers and show them at once."""
        given = await self.app.push_screen_wait(Numbers(self.desk.settings))
        if given is None:
            return
        changed = replace(self.desk.settings, harm_in_hours=given[0], harm_out_of_hours=given[1])
        kept = self.desk.keep_settings(changed)
        self.query_one("#numbers", Static).update(numbers(self.procedure, changed))
        try:
            await asyncio.wrap_future(kept)
        except StoreError as failed:
            self.query_one(Banner).tell(f"The numbers stand here but are not kept: {failed}")
