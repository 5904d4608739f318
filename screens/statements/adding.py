"""Writing statements down fast: type, Enter, next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import TextArea

from data.records.assessment import Conversation, Statement
from ehtui.quoting import unquoted
from screens.statements.board import StatementLine
from screens.statements.commands import AddStatement, SplitLines
from screens.statements.entry import Entry
from screens.statements.frame import StatementsFrame

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ehtui.changes import RowChange


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

    @on(AddStatement)
    def add(self) -> None:
        """Add what is typed as one statement."""
        entry = self.current_entry()
        if entry.text.strip():
            self.add_texts(entry, [entry.text.strip()])

    @on(SplitLines)
    def split(self) -> None:
        """Add every line of what is typed as a statement."""
        entry = self.current_entry()
        lines = [line.strip() for line in entry.text.splitlines() if line.strip()]
        if lines:
            self.add_texts(entry, lines)

    def add_texts(self, entry: Entry, texts: Sequence[str]) -> None:
        """Take the text out of the entry and save it as statements."""
        row = self._rows.pop(entry.part, None)
        if row is None:
            return
        rows = [row]
        rows += [
            self.editing.changes.new(Statement, tool=self.TOOL, part=entry.part) for _ in texts[1:]
        ]
        place = len(self.of_tool()) + len(self._new_rows())
        for number, (one, text) in enumerate(zip(rows, texts, strict=True)):
            words, in_marks = unquoted(text)
            verbatim = in_marks or self.way.verbatim
            one.put(**self.owner.values, text=words, verbatim=verbatim, position=place + number)
            one.put(basis="said" if in_marks else self.way.basis)
        entry.load("")
        self.keep_statements(entry, rows, "\n".join(texts))

    @work
    async def keep_statements(self, entry: Entry, rows: list[RowChange], text: str) -> None:
        """Save the rows with the talk they belong to; if that fails, put the text back."""
        async with self._saving:
            await self.settle_talk()
            talk = self._talk_of(rows)
            if await self.save_rows([*talk, *rows]):
                self.last_added = rows[-1].record_id
                if talk:
                    self.talk.keep(talk[0].record_id)
                await self.reload()
            else:
                self.editing.leave_out(rows[1:])
                rows[0].put(text=text)
                if entry.part not in self._rows:
                    self._rows[entry.part] = rows[0]
                    entry.load(text)

    def _talk_of(self, rows: Iterable[RowChange]) -> list[RowChange]:
        """Put the statements into their talk; return the talk's row when it is a new one."""
        saved = self.talk.saved(self.opened.file, self.owner)
        if saved is not None:
            for row in rows:
                row.put(conversation_id=saved.id, on=saved.on)
            return []
        begun = self.talk.begun(self.editing.changes)
        values = self.talk.values(self.owner)
        if begun is None:
            begun = self.editing.changes.new(Conversation, **values)
        for row in rows:
            row.put(conversation_id=begun.record_id)
            row.typed["on"] = begun.typed.get("on", "")
        return [begun]
