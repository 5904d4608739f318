"""The live meeting: item by item, last time beside this time, and not a word lost.

Everything typed or marked is one change set: a draft from the first key, saved when you say so.
What is held back from somebody in the room is not on this screen (S3). Source: Newcastle 13.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.widgets import OptionList, Static

from ehtui.acting import mark, move, said
from ehtui.dates import show_date
from ehtui.documents.meetings import called
from ehtui.meetings import hold, invite
from screens.forms.field_row import FieldRow
from screens.minutes import commands as do
from screens.minutes.pages import (
    SOMEBODY_ELSE,
    actions_on,
    attendance_form,
    missing,
    missing_at_end,
)
from screens.minutes.paper import ONLY_ME, ROOM, PagedMinutes
from screens.minutes.sheet import attendances
from screens.say import say
from screens.widgets.action_line import ActionLine
from screens.widgets.ask_date import AskDate
from screens.widgets.narrative import Narrative
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from textual.binding import BindingType

    from data.records.outcomes import Action
    from screens.commands import CommandClass


class MinutesScreen(PagedMinutes):
    """The minutes of one meeting."""

    SECTION = "minutes"
    TITLE = "Minutes"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        *(do.IsThere, do.SentApologies, do.DidNotCome),
        *(do.ActionDone, do.ActionNotDone, do.ActionMoved),
        *(do.NextItem, do.EndMeeting, do.ActionFromLine, do.WhoSpeaks, do.ItemBefore),
        *(do.ShowScreenTo, do.PasteMinutes, do.ActionDeclined, do.InviteTeam),
    )

    # The notes would take these for themselves.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "command('NextItem')", show=False, priority=True),
        Binding("pageup", "command('ItemBefore')", show=False, priority=True),
    ]

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
            who = self.shown.file.name(one.person_id or one.member_id, one.name)
            say(self.app, f"Not on the list: {who}. {self.why(one.why_not)}", worry=True)

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
        event.row.put(position=position)
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
        """Say whose notes these are; somebody who speaks later begins a line of the notes."""
        sheet = self.sheet
        there = [one for one in attendances(sheet) if one.state == "present"] or attendances(sheet)
        shown = sheet.shown
        names = [(called(shown, shown.own(one)), called(sheet.case, one)) for one in there]
        who = await self.app.push_screen_wait(Pick("Who speaks?", names))
        item = next(one for one in sheet.file.agenda_items if one.id == sheet.page.item_id)
        first = bool(who) and not item.notes.strip()
        if first:
            self.editing.changes.edit(item, spoke=who)
            self.editing.touched()
            await self.show_case()
        for notes in self.query("#notes Narrative").results(Narrative):
            notes.focus()
            if who and not first:
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
        from screens.minutes.pasted import PastedScreen

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
        """Return no key for a mark that this page has nothing to put on, nor for a far-off end."""
        of_page = (do.OF_PEOPLE, "#who"), (do.OF_ACTIONS, "#actions")
        if any(command in marks and not self.query(listing) for marks, listing in of_page):
            return None
        if command is do.EndMeeting and not self.query("#missing"):
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
