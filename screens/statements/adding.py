"""Writing statements down fast: type, Enter, next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import TextArea

from data.records.assessment import Conversation, Statement
from ehtui.process.consent.allowed import may_start, stopped
from ehtui.quoting import unquoted
from screens.say import say
from screens.statements.board import Board, StatementLine
from screens.statements.commands import AddStatement, SplitLines
from screens.statements.entry import Entry
from screens.statements.frame import StatementsFrame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ehtui.changes import RowChange
    from screens.commands import CommandClass
    from screens.statements.owners import Owner

NOTE = "What you typed stays here; as a note of your own agency it can be kept now: F2, n."


class AddingStatements(StatementsFrame):
    """Statements that are typed, split, and saved as they are added."""

    @on(TextArea.Changed, ".entry")
    def _typed(self, event: TextArea.Changed) -> None:
        entry = event.text_area
        if not isinstance(entry, Entry):
            return
        row = self._rows.get(entry.part)
        if not entry.text.strip():
            if row is not None:
                del self._rows[entry.part]
                self.editing.leave_out([row])
            return
        if row is None:
            row = self.editing.changes.new(Statement, tool=self.TOOL, part=entry.part)
            self._rows[entry.part] = row
        row.put(**self.owner.values)
        self.editing.typed(row, "text", entry.text)

    def current_entry(self) -> Entry:
        """Return where one types: the one with the cursor, else that of the cursor's column."""
        if isinstance(self.focused, Entry):
            return self.focused
        part = self.focused.part if isinstance(self.focused, StatementLine) else self.PARTS[0]
        return self.query_one(f"#entry-{part}", Entry)

    def why_not(self, command: CommandClass) -> str | None:
        """Say that nothing is assessed before the family agrees: what is typed stays (N4, S6)."""
        if command in (AddStatement, SplitLines) and hasattr(self, "opened"):
            file = self.whole.file
            if halt := stopped(file):
                return f"{self.why(halt.why)} {NOTE}"
            if not (start := may_start(file)):
                return f"Not yet: {self.why(start.why)} {NOTE}"
        return super().why_not(command)

    @on(AddStatement)
    def add(self) -> None:
        """Add what is typed as one statement."""
        self.current_entry().hand_over()

    @on(Entry.Entered)
    @work
    async def _entered(self, event: Entry.Entered) -> None:
        await self.add_texts(event.entry, event.text, [event.text.strip()])

    @on(SplitLines)
    @work
    async def split(self) -> None:
        """Add every line of what is typed as a statement."""
        entry = self.current_entry()
        text = entry.text
        entry.load("")
        await self.add_texts(entry, text, [one.strip() for one in text.splitlines()])

    async def save_now(self) -> bool:
        """Add what is typed in every column; save what a dialogue left as a draft."""
        for entry in self.query(Entry):
            text = entry.text
            entry.load("")
            if not await self.add_texts(entry, text, [text.strip()]):
                return False
        return self.editing.is_empty or await super().save_now()

    async def add_texts(self, entry: Entry, text: str, texts: Iterable[str]) -> bool:
        """Save ``text``, which the entry gave away, as statements; return whether that worked.

        If it did not, the text is put back.
        """
        texts = [one for one in texts if one]
        if not texts:
            return True
        if reason := self.why_not(AddStatement):
            say(self.app, reason, worry=True)
            entry.take_back(text)
            return False
        new = partial(self.editing.changes.new, Statement, tool=self.TOOL, part=entry.part)
        rows = [self._given_away(entry.part, text) or new(), *(new() for _ in texts[1:])]
        place = len(self.of_tool()) + len(self._new_rows())
        for number, (one, said) in enumerate(zip(rows, texts, strict=True)):
            words, in_marks = unquoted(said)
            verbatim = in_marks or self.way.verbatim
            one.put(**self.owner.values, text=words, verbatim=verbatim, position=place + number)
            one.put(basis="said" if in_marks else self.way.basis)
        if await self._keep(rows, self.owner):
            return True
        self.editing.leave_out(rows)
        entry.take_back(text)
        return False

    def _given_away(self, part: str, text: str) -> RowChange | None:
        """The draft's row of a text, unless the entry holds the next one already."""
        row = self._rows.get(part)
        if row is None or row.typed.get("text") != text:
            return None
        return self._rows.pop(part)

    async def _keep(self, rows: list[RowChange], owner: Owner) -> bool:
        """Save the rows with the talk they belong to."""
        async with self._saving:
            await self.settle_talk()
            talk = self._talk_of(rows, owner)
            if not await self.save_rows([*talk, *rows]):
                return False
            self.last_added = rows[-1].record_id
            if talk:
                self.talk.keep(talk[0].record_id)
            await self.reload()
            self._bring_into_sight(self.last_added)
            return True

    def _bring_into_sight(self, record_id: str) -> None:
        line = self.query_one(Board).line(record_id)
        if line is not None:
            self.call_after_refresh(line.scroll_visible, animate=False, immediate=True)

    def _talk_of(self, rows: Iterable[RowChange], owner: Owner) -> list[RowChange]:
        """Put the statements into their talk; return the talk's row when it is a new one."""
        saved = self.talk_with(owner)
        if saved is not None:
            for row in rows:
                row.put(conversation_id=saved.id, on=saved.on)
            return []
        begun = self.talk.begun(self.editing.changes, owner)
        values = self.talk.values(owner)
        if begun is None:
            begun = self.editing.changes.new(Conversation, **values)
            self.talk.note(self.editing.changes, owner)
        for row in rows:
            row.put(conversation_id=begun.record_id)
            row.typed["on"] = begun.typed.get("on", "")
        return [begun]
