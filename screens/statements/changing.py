"""What can be done with one statement: changed, moved, kept from somebody, taken away."""

from __future__ import annotations

from textual import on, work

from data.records.assessment import Statement
from data.records.consent import Restriction
from ehtui.changes import Unreadable
from screens.forms.row_dialog import RowDialog
from screens.say import say
from screens.statements.board import Board
from screens.statements.commands import (
    EditStatement,
    HoldBack,
    MoveStatement,
    RemoveStatement,
    WriteRemark,
)
from screens.statements.entry import Entry
from screens.statements.holding_back import complete, hold_back_dialog
from screens.statements.reading import restrictions_on
from screens.statements.whose import WhoseAndWhen
from screens.widgets.confirm import Confirm
from screens.widgets.pick import Pick

NEW = "new"
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


class ChangingStatements(WhoseAndWhen):
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
            self.shown.wording,
            Statement,
            title="Change the statement",
            begin=begin,
            existing=line,
            fields=[one for one in FIELDS if self.asks(one, line)],
        )
        await self.app.push_screen_wait(dialog)
        await self.come_back_to(line.id)

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
                self.took_away(line)

    async def save_now(self) -> bool:
        """Save; what somebody began to hold back is asked from whom, its dialogue left or not."""
        kept = {one.id: one for one in self.opened.file.restrictions}
        for row in self.editing.changes.rows:
            if row.record is not Restriction:
                continue
            try:
                complete(row, kept.get(row.record_id), self.desk.today)
            except Unreadable as wrong:
                self.say_state("not saved yet")
                again = "Press F8 on the statement, or throw the draft away."
                say(self.app, f"{wrong.problems[0].sentence} {again}", worry=True)
                line = self.query_one(Board).line(row.typed.get("record_id", ""))
                if line is not None:
                    line.focus()
                return False
        return await super().save_now()

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
            name = self.shown.file.name
            lines = [
                (f"kept from {name(one.from_person_id or one.from_agency_id)}", one.id)
                for one in kept
            ]
            lines.append(("keep it from somebody else too", NEW))
            chosen = await self.app.push_screen_wait(Pick(f"“{line.text[:60]}”", lines))
            if chosen is None:
                return
            existing = next((one for one in kept if one.id == chosen), None)
        dialog = hold_back_dialog(self.editing, self.shown, line, existing, self.desk.today)
        await self.app.push_screen_wait(dialog)
        await self.reload()
