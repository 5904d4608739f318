"""The live meeting: item by item, last time beside this time, and not a word lost.

Everything typed or marked is one change set: a draft from the first key, saved when you say so.
What is held back from somebody in the room is not on this screen (S3). Source: Newcastle 13.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.widgets import OptionList, Static

from data.store.errors import StoreError
from ehtui.acting import mark, move, said
from ehtui.as_typed import as_typed
from ehtui.changes import ChangeSet
from ehtui.dates import show_date
from ehtui.meetings import hold, invite, write_agenda
from ehtui.opening import OpenCase
from ehtui.process.minuting import Page, pages
from ehtui.process.room import room_sees
from ehtui.wording import Wording
from screens import minutes_commands as do
from screens.forms.field_row import FieldRow
from screens.meetings import meeting_words
from screens.minutes_pages import (
    SOMEBODY_ELSE,
    Sheet,
    actions_on,
    attendance_form,
    attendances,
    missing,
    missing_at_end,
    widgets,
)
from screens.of_meeting import OfMeeting
from screens.say import say
from screens.widgets.action_line import ActionLine
from screens.widgets.ask_date import AskDate
from screens.widgets.narrative import Narrative
from screens.widgets.pick import Pick
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from data.records.meetings import Meeting
    from data.records.outcomes import Action
    from screens.commands import CommandClass

ONLY_ME = "only me"
ROOM = "the room"


class MinutesScreen(OfMeeting):
    """The minutes of one meeting."""

    SECTION = "minutes"
    TITLE = "Minutes"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        *(do.IsThere, do.SentApologies, do.DidNotCome),
        *(do.ActionDone, do.ActionNotDone, do.ActionMoved),
        *(do.NextItem, do.ActionFromLine, do.WhoSpeaks, do.ItemBefore, do.EndMeeting),
        *(do.ShowScreenTo, do.PasteMinutes, do.ActionDeclined, do.InviteTeam),
    )
    # The notes would take these for themselves.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "command('NextItem')", show=False, priority=True),
        Binding("pageup", "command('ItemBefore')", show=False, priority=True),
    ]

    at = 0
    """Which page is open."""
    person = ""
    """The attendance that the list of people stands on."""

    # What is shown

    @property
    def typed(self) -> OpenCase:
        """The case as it would stand if all that is typed were saved."""
        file = as_typed(self.opened.file, self.editing.changes, self.desk.today)
        return OpenCase(file, self.opened.procedure, Wording(self.opened.procedure, file))

    @property
    def sheet(self) -> Sheet:
        """The open page with all that it is made from."""
        case = self.typed
        meeting = self._meeting_in(case)
        everything = meeting.showing_to == ONLY_ME
        sees = (lambda _record: True) if everything else room_sees(case.file, meeting)
        found = pages(case.file, case.procedure, meeting, sees)
        self.at = min(self.at, len(found) - 1)
        keys = [one.id for one in case.file.attendances if one.meeting_id == meeting.id]
        if self.person not in (*keys, SOMEBODY_ELSE):
            self.person = next(iter(keys), SOMEBODY_ELSE)
        return Sheet(
            found[self.at], case, self.opened.file, meeting, self.editing, sees, self.person
        )

    def _meeting_in(self, case: OpenCase) -> Meeting:
        return next(one for one in case.file.meetings if one.id == self.meeting_id)

    def _pages(self, sheet: Sheet) -> list[Page]:
        return pages(sheet.file, sheet.case.procedure, sheet.meeting, sheet.sees)

    async def show_case(self) -> None:
        """Show the open page; a meeting without an agenda gets the usual one first."""
        self.find_meeting()
        changes = ChangeSet(self.case_id)
        file = self.opened.file
        if not any(one.meeting_id == self.meeting_id for one in file.agenda_items):
            write_agenda(changes, file, self.opened.procedure, self.the_meeting)
        if not changes.is_empty:
            with suppress(StoreError):  # read-only: the minutes then have no items, only pages
                await asyncio.wrap_future(self.desk.save(changes))
                self.opened = await asyncio.to_thread(self.desk.open_case, self.case_id)
        await super().show_case()

    def crumbs(self) -> tuple[str, ...]:
        """Return the family and the meeting; on the right stand the page and who is looking."""
        sheet = self.sheet
        count = len(self._pages(sheet))
        looking = sheet.meeting.showing_to or ROOM
        self.query_one(TitleLine).right = f"{self.at + 1}/{count}  showing to: {looking}"
        family = self.desk.family_name(self.opened.file.case)
        return (family, meeting_words(self.typed, sheet.meeting))

    def build(self) -> Iterable[Widget]:
        """Give the page, and the line for a new action."""
        sheet = self.sheet
        yield from widgets(sheet)
        begins = {"outcome_id": sheet.page.outcome_id, "agreed_at_id": self.meeting_id}
        yield ActionLine(self.editing, self._names(sheet), begins, id="action-line")

    def _names(self, sheet: Sheet) -> list[str]:
        return [name for name, _ in sheet.case.wording.choices("people_and_members")]

    def arrive(self) -> None:
        """Begin where this page's typing or marking begins."""
        if self.query("#who"):
            self._stand_on("#who", self.person)
            self.query_one("#who").focus()
            return
        for row in self.query(FieldRow):
            row.editor.focus()
            return

    def _stand_on(self, listing: str, key: str) -> None:
        for found in self.query(listing).results(OptionList):
            keys = [option.id for option in found.options]
            found.highlighted = keys.index(key) if key in keys else 0

    def on_screen_resume(self) -> None:
        """Stay as it is: a dialogue was in front, and the text is here."""

    async def after_save(self) -> None:
        """Show the page as it stands now, with the cursor where it was."""
        self.opened = await asyncio.to_thread(self.desk.open_case, self.case_id)
        await self.show_again()

    async def show_again(self) -> None:
        """Build the page anew and go back to the field or the line the cursor was in."""
        here = self.focused
        row = here.parent if here is not None and isinstance(here.parent, FieldRow) else None
        place = (row.record, row.field) if row else None
        listing = here if isinstance(here, OptionList) else None
        option = listing.highlighted_option if listing else None
        await self.show_case()
        if place:
            for again in self.query(FieldRow):
                if (again.record, again.field) == place:
                    again.editor.focus()
                    return
        if listing and listing.id and option and option.id:
            self._stand_on(f"#{listing.id}", option.id)
            self.query(f"#{listing.id}").focus()
            return
        self.arrive()

    # Through the items

    @on(do.NextItem)
    async def next_item(self) -> None:
        """Go to the next page."""
        await self._turn(1)

    @on(do.ItemBefore)
    async def item_before(self) -> None:
        """Go to the page before."""
        await self._turn(-1)

    async def _turn(self, by: int) -> None:
        self.flush()
        last = len(self._pages(self.sheet)) - 1
        if not 0 <= self.at + by <= last:
            say(self.app, "This is the last item." if by > 0 else "This is the first item.")
            return
        self.at += by
        await self.show_case()
        self.query_one("#body").scroll_home(animate=False)
        self.arrive()

    # Who is here

    @on(OptionList.OptionHighlighted, "#who")
    async def _other_person(self, event: OptionList.OptionHighlighted) -> None:
        key = event.option.id or SOMEBODY_ELSE
        if key == self.person:
            return
        self.person = key
        place = self.query_one("#of-person")
        async with place.batch():
            await place.remove_children()
            await place.mount(attendance_form(self.sheet))

    @on(do.IsThere)
    async def is_there(self) -> None:
        """Mark somebody present."""
        await self._attended("present")

    @on(do.SentApologies)
    async def sent_apologies(self) -> None:
        """Mark somebody's apologies."""
        await self._attended("apologies")

    @on(do.DidNotCome)
    async def did_not_come(self) -> None:
        """Mark that somebody did not come."""
        await self._attended("did_not_come")

    async def _attended(self, state: str) -> None:
        there = attendances(self.sheet)
        at = next((at for at, one in enumerate(there) if one.id == self.person), None)
        if at is None:
            return
        self.editing.changes.edit(there[at], state=state)
        self.editing.touched()
        self.person = there[min(at + 1, len(there) - 1)].id
        await self.show_case()
        self.arrive()

    @on(do.InviteTeam)
    async def invite_team(self) -> None:
        """List the family and the team."""
        case = self.typed
        meeting = self._meeting_in(case)
        left = invite(self.editing.changes, case.file, case.procedure, meeting, self.desk.today)
        self.editing.touched()
        self.person = ""
        await self.show_case()
        self.arrive()
        for one in left:
            say(self.app, f"Not on the list: {one.name}. {one.why_not}", worry=True)

    # Actions

    @property
    def action(self) -> Action | None:
        """The action that the list of actions stands on."""
        for listing in self.query("#actions").results(OptionList):
            if listing.highlighted_option is not None:
                key = listing.highlighted_option.id
                return next((one for one in actions_on(self.sheet) if one.id == key), None)
        return None

    @on(do.ActionDone)
    async def action_done(self) -> None:
        """Mark it done."""
        await self._mark("done")

    @on(do.ActionNotDone)
    async def action_not_done(self) -> None:
        """Mark it not done."""
        await self._mark("not_done")

    @on(do.ActionDeclined)
    async def action_declined(self) -> None:
        """Mark it declined."""
        await self._mark("declined")

    async def _mark(self, word: str) -> None:
        action, meeting = self.action, self._meeting_in(self.typed)
        if action is not None:
            day = meeting.on or self.desk.today
            mark(self.editing.changes, self.opened.file, action, word, day, meeting)
            self.editing.touched()
            await self.show_again()

    @on(do.ActionMoved)
    @work
    async def action_moved(self) -> None:
        """Ask for the new date."""
        action, meeting = self.action, self._meeting_in(self.typed)
        if action is None:
            return
        day = meeting.on or self.desk.today
        to = await self.app.push_screen_wait(AskDate(f"By when now? {action.what}", day))
        if to is not None:
            move(self.editing.changes, self.opened.file, action, to, meeting)
            self.editing.touched()
            await self.show_again()

    @on(do.ActionFromLine)
    def action_from_line(self) -> None:
        """Read an action from the line of notes under the cursor."""
        line = self.query_one(ActionLine)
        notes = self.focused
        text = ""
        if isinstance(notes, Narrative):
            text = notes.document.get_line(notes.cursor_location[0])
        if text.strip():
            line.begin(said(text, self._names(self.sheet), self.desk.today))
        else:
            line.line("what").focus()

    @on(ActionLine.Taken)
    async def take_action(self, event: ActionLine.Taken) -> None:
        """Put the action with the others of this page, and go back to the notes."""
        file = self.typed.file
        position = 1 + max((one.position for one in file.actions), default=0)
        event.row.put(position=position).typed["first_due"] = event.row.typed.get("due", "")
        self.editing.touched()
        self.flush()
        await self.show_case()
        for notes in self.query("#notes Narrative"):
            notes.focus()
            return
        self.arrive()

    @on(do.WhoSpeaks)
    @work
    async def who_speaks(self) -> None:
        """Write the speaker's name into the notes."""
        sheet = self.sheet
        there = [one for one in attendances(sheet) if one.state == "present"] or attendances(sheet)
        names = [one.name or sheet.file.name(one.member_id or one.person_id) for one in there]
        who = await self.app.push_screen_wait(Pick("Who speaks?", [(one, one) for one in names]))
        for notes in self.query("#notes Narrative").results(Narrative):
            notes.focus()
            if who:
                begun = notes.document.get_line(notes.cursor_location[0]).strip()
                notes.insert(f"\n{who}: " if begun else f"{who}: ")

    # The end

    @on(FieldRow.Typed)
    def _say_missing(self) -> None:
        for found in self.query("#missing").results(Static):
            found.update(missing(self.sheet))

    @on(do.ShowScreenTo)
    async def show_screen_to(self) -> None:
        """Change between the room and only me."""
        meeting = self._meeting_in(self.typed)
        now = ROOM if meeting.showing_to == ONLY_ME else ONLY_ME
        self.editing.changes.edit(self.the_meeting, showing_to=now)
        self.editing.touched()
        await self.show_again()

    @on(do.PasteMinutes)
    @work
    async def paste_minutes(self) -> None:
        """Save what is typed here, then go to the pasted text; come back to what it became."""
        from screens.pasted import PastedScreen

        if await self.save_now():
            await self.app.push_screen_wait(PastedScreen(self.desk, self.case_id, self.meeting_id))
            await self.after_save()

    @on(do.EndMeeting)
    @work
    async def end_meeting(self) -> None:
        """Save everything as held, or say what is still missing; what is typed stays."""
        sheet = self.sheet
        if unmet := missing_at_end(sheet):
            todo = "; ".join(one.words for one in unmet)
            if any(one.field == "next_on" for one in unmet):
                todo += ". Only a meeting that closes the case has no next date"
            say(self.app, f"Not ended yet: {todo}. What you typed is kept.", worry=True)
            await self._turn_to_the_end()
            return
        hold(self.editing.changes, sheet.file, sheet.case.procedure, sheet.meeting)
        self.editing.touched()
        if await self.save_now():
            next_on = sheet.meeting.next_on
            then = f" The next one is planned for {show_date(next_on)}." if next_on else ""
            say(self.app, f"Held and saved.{then}")

    async def _turn_to_the_end(self) -> None:
        kinds = [one.kind for one in self._pages(self.sheet)]
        ends = [at for at, kind in enumerate(kinds) if kind in ("step", "date")]
        self.at = ends[0]
        await self.show_case()
        self.arrive()

    def usable_key(self, command: CommandClass) -> str | None:
        """Return no key for a mark that this page has nothing to put on."""
        of_page = (do.OF_PEOPLE, "#who"), (do.OF_ACTIONS, "#actions")
        if any(command in marks and not self.query(listing) for marks, listing in of_page):
            return None
        return super().usable_key(command)

    def why_not(self, command: CommandClass) -> str | None:
        """Say where a mark belongs."""
        if command in do.OF_PEOPLE and not self.query("#who"):
            return "That is for the page “who is here”."
        if command in do.OF_ACTIONS and not self.query("#actions"):
            return "There is no action on this page."
        if command is do.WhoSpeaks and not self.query("#notes"):
            return "This page has no notes."
        return super().why_not(command)
