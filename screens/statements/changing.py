"""What can be done with one statement, and with whose view, which talk and who is looking."""

from __future__ import annotations

from textual import on, work

from data.records.assessment import Conversation, Statement
from ehtui.dates import show_date
from ehtui.process.subjects import OWN_FIELDS
from screens.forms.row_dialog import RowDialog
from screens.say import say
from screens.statements.board import Board
from screens.statements.commands import (
    ChooseOwner,
    EditStatement,
    HoldBack,
    MoveStatement,
    RemoveStatement,
    SayWhen,
    ShowTo,
    WriteRemark,
)
from screens.statements.entry import Entry
from screens.statements.holding_back import hold_back_dialog
from screens.statements.naming import NameOwner
from screens.statements.owners import Owner, owners
from screens.statements.reading import restrictions_on
from screens.statements.screen import StatementsScreen
from screens.statements.showing import ShowingTo
from screens.widgets.confirm import Confirm
from screens.widgets.pick import Pick

NEW = "new"
ELSE = "else"
FIELDS = (
    "text",
    "basis",
    "verbatim",
    "owner_id",
    "owner_name",
    "owner_agency_id",
    "about_id",
    "on",
    "remark",
    "weigh_harm",
    "harm_weighed",
    "harm_view",
)


class ChangingStatements(StatementsScreen):
    """Statements that can be changed, moved, kept from somebody and taken away."""

    @on(EditStatement)
    @on(WriteRemark)
    @work
    async def edit_statement(self, event: EditStatement | WriteRemark) -> None:
        """Open the form of the statement, at its words or at the remark."""
        line = self.current_line()
        if line is None:
            return
        begin = "remark" if isinstance(event, WriteRemark) else "text"
        dialog = RowDialog(
            self.editing,
            self.opened.wording,
            Statement,
            title="Change the statement",
            begin=begin,
            existing=line,
            fields=self._fit_to_show(FIELDS),
        )
        await self.app.push_screen_wait(dialog)
        await self.come_back_to(line.id)

    def _fit_to_show(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        """Leave out what is the practitioner's own while somebody else sees the screen."""
        return tuple(one for one in fields if not (self.desk.showing_to and one in OWN_FIELDS))

    async def come_back_to(self, record_id: str) -> None:
        """Show the case anew with the cursor on a statement."""
        await self.reload()
        line = self.query_one(Board).line(record_id)
        if line is not None:
            line.focus()

    @on(MoveStatement)
    @work
    async def move_statement(self) -> None:
        """Ask for the column and move the statement there."""
        line = self.current_line()
        if line is None:
            return
        lines = [(title, part) for part, title in self.headings().items()]
        part = await self.app.push_screen_wait(Pick("Move it to", lines, line.part))
        if part and part != line.part:
            await self.change(line, part=part)
            await self.come_back_to(line.id)

    @on(RemoveStatement)
    @work
    async def remove_statement(self) -> None:
        """Ask, then take the statement away."""
        line = self.current_line()
        if line is None:
            return
        sure = await self.app.push_screen_wait(Confirm(f"Remove “{line.text}”?", yes="Remove"))
        if sure:
            self.editing.changes.remove(line)
            row = self.editing.existing(line)
            if await self.save_rows([row]):
                await self.reload()
                self.query_one(f"#entry-{line.part}", Entry).focus()

    @on(HoldBack)
    @work
    async def hold_back(self) -> None:
        """Keep a statement from somebody, or look at what keeps it."""
        line = self.current_line() or self.statement(self.last_added)
        if line is None:
            say(self.app, "Add the statement first, or go to it with ↑; then F8.")
            return
        existing = None
        if kept := restrictions_on(self.opened.file, line.id):
            name = self.opened.file.name
            lines = [
                (f"kept from {name(one.from_person_id or one.from_agency_id)}", one.id)
                for one in kept
            ]
            lines.append(("keep it from somebody else too", NEW))
            chosen = await self.app.push_screen_wait(Pick(f"“{line.text[:60]}”", lines))
            if chosen is None:
                return
            existing = next((one for one in kept if one.id == chosen), None)
        dialog = hold_back_dialog(self.editing, self.opened, line, existing, self.desk.today)
        if await self.app.push_screen_wait(dialog):
            await self.reload()

    @on(ChooseOwner)
    @work
    async def choose_owner(self) -> None:
        """Go on with somebody else's view."""
        await self.ask_owner()

    async def ask_owner(self) -> None:
        """Ask whose view comes next."""
        file = self.opened.file
        lines = [(one.called(file), one.key) for one in owners(file, self.of_tool())]
        lines.append(("somebody else …", ELSE))
        chosen = await self.app.push_screen_wait(Pick("Whose view?", lines, self.owner.key))
        if chosen == ELSE:
            named = await self.app.push_screen_wait(NameOwner(file))
        else:
            named = Owner.from_key(chosen) if chosen else None
        if named is not None:
            await self.take_owner(named)

    async def take_owner(self, owner: Owner) -> None:
        """Go on with this owner, also for what is typed and not added."""
        self.owner = owner
        for row in self._rows.values():
            row.put(**owner.values)
            self.editing.touched()
        await self.show_statements()
        self.current_entry().focus()

    @on(SayWhen)
    @work
    async def say_when(self) -> None:
        """Describe the talk, or go on in an earlier one."""
        saved = self.talk.saved(self.opened.file, self.owner)
        begun = self.talk.begun(self.editing.changes)
        if saved is None and begun is None and (earlier := self.earlier_talks()):
            lines = [("a new talk", NEW), *earlier]
            chosen = await self.app.push_screen_wait(Pick("Which talk?", lines))
            if chosen is None:
                return
            saved = self._conversation(chosen)
            if saved is not None:
                self.talk.choose(saved)
                await self.show_statements()
                return
        title = f"The talk with {self.owner.called(self.opened.file)}"
        dialog = RowDialog(
            self.editing,
            self.opened.wording,
            Conversation,
            title=title,
            fields=self._fit_to_show(self.CONVERSATION),
            existing=saved,
            row=None if saved else begun,
            defaults=self.talk.values(self.owner),
        )
        key = await self.app.push_screen_wait(dialog)
        if key:
            await self.take_talk(key, saved)

    def earlier_talks(self) -> list[tuple[str, str]]:
        """Return the talks to choose from, newest first."""
        file = self.opened.file
        mine = [one for one in file.conversations if one.tool == self.TOOL and one.on]
        mine.sort(key=lambda one: str(one.on), reverse=True)
        return [
            (f"{show_date(one.on)}  {file.name(one.with_id)}  {one.place}", one.id)
            for one in mine
            if one.on
        ]

    def _conversation(self, key: str) -> Conversation | None:
        return next((one for one in self.opened.file.conversations if one.id == key), None)

    async def take_talk(self, key: str, before: Conversation | None) -> None:
        """Go on in the talk that was described; its statements have its day."""
        await self.reload()
        now = self._conversation(key)
        if now is None:
            return
        self.talk.choose(now)
        if before is not None and before.on != now.on:
            moved = [
                self.editing.existing(one).put(on=now.on)
                for one in self.of_tool()
                if one.conversation_id == key and one.on == before.on
            ]
            if moved and await self.save_rows(moved):
                await self.reload()
        await self.show_statements()

    @on(ShowTo)
    @work
    async def show_to(self) -> None:
        """Ask who can see the screen and take away what is kept from them."""
        chosen = await self.app.push_screen_wait(ShowingTo(self.opened.file, self.desk.showing_to))
        if chosen is not None:
            self.desk.showing_to = chosen
            await self.show_statements()
            if self.focused is None:
                self.current_entry().focus()
