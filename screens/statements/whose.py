"""Whose view is written down, and in which talk."""

from __future__ import annotations

from textual import on, work

from data.records.assessment import Conversation
from ehtui.dates import show_date
from screens.forms.row_dialog import RowDialog
from screens.statements.commands import ChooseOwner, SayWhen
from screens.statements.going import GoingAbout
from screens.statements.naming import NameOwner
from screens.statements.owners import Owner, owners
from screens.statements.talk import with_whom
from screens.widgets.pick import Pick

NEW = "new"
ELSE = "else"


class WhoseAndWhen(GoingAbout):
    """Whose view, when and where."""

    @on(ChooseOwner)
    @work
    async def choose_owner(self) -> None:
        """Go on with somebody else's view."""
        await self.ask_owner()

    async def ask_owner(self) -> None:
        """Ask whose view comes next."""
        file = self.shown.file
        lines = [(one.called(self.shown), one.key) for one in owners(file, self.may_be_seen())]
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
        saved = self.talk_with(self.owner)
        begun = self.talk.begun(self.editing.changes, self.owner)
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
        title = f"The talk with {self.owner.called(self.shown)}"
        dialog = RowDialog(
            self.editing,
            self.shown.wording,
            Conversation,
            title=title,
            fields=[one for one in self.CONVERSATION if self.asks(one, saved)],
            existing=saved,
            row=None if saved else begun,
            defaults=self.talk.values(self.owner),
        )
        key = await self.app.push_screen_wait(dialog)
        self.talk.note(self.editing.changes, self.owner)
        if key:
            await self.take_talk(key, saved)
        else:
            await self.show_statements()

    def earlier_talks(self) -> list[tuple[str, str]]:
        """Return the talks to choose from, newest first."""
        shown = self.shown
        said = self.may_be_seen()
        mine = [one for one in shown.file.conversations if one.tool == self.TOOL and one.on]
        mine.sort(key=lambda one: str(one.on), reverse=True)
        whose = [with_whom(one, said) or Owner() for one in mine]
        return [
            (f"{show_date(one.on)}  {owner.called(shown)}  {one.place}", one.id)
            for one, owner in zip(mine, whose, strict=True)
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
