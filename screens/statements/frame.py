"""The frame in which statements are written down: what stands there, and the lines around it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from data.codes.lists import words as code_words
from data.records.assessment import Statement
from screens.case.bringing_back import BringingBack
from screens.statements.board import Board, Group, StatementLine
from screens.statements.commands import (
    AddStatement,
    ChooseOwner,
    EditStatement,
    HoldBack,
    MoveStatement,
    NextPart,
    PreviousPart,
    RemoveStatement,
    SayWhen,
    SplitLines,
    TurnBack,
    TurnKind,
    TurnOn,
    WriteRemark,
)
from screens.statements.entry import Entry
from screens.statements.owners import Owner, owner_of
from screens.statements.reading import WAYS, Way, statement_shown
from screens.statements.talk import Talk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from textual.widget import Widget

    from data.records.assessment import Conversation
    from data.records.base import Record
    from ehtui.changes import RowChange
    from screens.commands import CommandClass

ON_A_STATEMENT: tuple[CommandClass, ...] = (
    EditStatement,
    WriteRemark,
    MoveStatement,
    RemoveStatement,
)

NOT_SAVED = Content("  (not saved yet)").stylize("$text-muted italic")


class StatementsFrame(BringingBack):
    """A section in which statements are written into columns or houses."""

    TOOL: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 Textual declares it on the instance
        (0, "-slim"),
        (80, "-narrow"),
        (120, "-wide"),
    ]
    PARTS: ClassVar[tuple[str, ...]] = ()
    """Codes of the list `part`."""
    CONVERSATION: ClassVar[tuple[str, ...]] = ()
    """What is asked about a talk here."""
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        AddStatement,
        EditStatement,
        MoveStatement,
        RemoveStatement,
        ChooseOwner,
        TurnKind,
        HoldBack,
        NextPart,
        PreviousPart,
        SayWhen,
        SplitLines,
        WriteRemark,
        TurnBack,
        TurnOn,
    )

    owner = Owner()
    way: Way = WAYS[0]
    last_added = ""
    talk: Talk

    # What a subclass says

    def headings(self) -> dict[str, str]:
        """Return what each part is called; the area's own words where it has them."""
        return {part: code_words("part", part) for part in self.PARTS}

    def first_owner(self) -> Owner:
        """Return whose view is written down first."""
        raise NotImplementedError

    def groups(self, statements: Sequence[Statement]) -> list[Group]:
        """Group what may be seen by owner, in the order in which they first said something."""
        by_owner: dict[Owner, list[Statement]] = {}
        for one in statements:
            by_owner.setdefault(owner_of(one), []).append(one)
        return [
            Group(owner.key, owner.called(self.shown), self.cells(said))
            for owner, said in by_owner.items()
        ]

    async def settle_talk(self) -> None:
        """Make sure that the right talk is meant before something is added to it."""

    def gaps(self) -> Content:
        """Return the line that says what is missing."""
        return Content("")

    # The frame

    def build(self) -> Iterable[Widget]:
        """Give the line about the talk, the columns, and where one types."""
        self.begin_talk()
        self.owner = self.first_owner()
        self._rows: dict[str, RowChange] = {}
        self._saving = asyncio.Lock()
        for row in self._new_rows():
            self._rows.setdefault(row.typed["part"], row)
        for row in self._rows.values():
            self.owner = Owner(
                row.typed.get("owner_id", ""),
                row.typed.get("owner_name", ""),
                row.typed.get("owner_agency_id", ""),
            )
        yield Static(id="talk")
        yield Horizontal(
            *(Static(Content(title), classes="heading") for title in self.headings().values()),
            id="headings",
        )
        yield Board(self.headings())
        yield Static(id="way")
        yield Horizontal(
            *(
                Entry(part, title, self._rows[part].typed["text"] if part in self._rows else "")
                for part, title in self.headings().items()
            ),
            id="entries",
        )
        yield Static(id="gaps")

    def begin_talk(self) -> None:
        """Go on in today's talk, where one is there to be seen."""
        self.talk = Talk(self.TOOL, self.desk.today)
        self.talk.go_on(self.talks)

    @property
    def talks(self) -> list[Conversation]:
        """The talks that everybody who looks may know of."""
        return [one for one in self.opened.file.conversations if self.sees(one)]

    async def show_to_these(self) -> None:
        """Show what those who look now may see; a talk kept from them is left."""
        known = {"", *(one.id for one in self.talks)}
        if hasattr(self, "talk") and self.talk.chosen not in known:
            self.begin_talk()
            self.owner = self.first_owner()
        await super().show_to_these()

    async def show_case(self) -> None:
        """Show the case; where the columns stand already, what is being typed stays."""
        if self.closed or not self.query(Board):
            await super().show_case()
        if self.closed:
            return
        for entry in self.query(Entry):
            row = self._rows.get(entry.part)
            if row is not None and self.editing.changes.row(row.record_id) is None:
                del self._rows[entry.part]
                entry.load("")
        await self.show_statements()

    async def show_statements(self) -> None:
        """Show the statements and the lines around them as they stand now."""
        titles = self.query("TitleLine")
        if titles:
            titles.first().right = self._whose()  # type: ignore[attr-defined]
        self.query_one("#talk", Static).update(Content(self._talk_line()))
        self.query_one("#way", Static).update(self._way_line())
        self.query_one("#gaps", Static).update(self.gaps())
        await self.query_one(Board).show(self.groups(self.may_be_seen()))

    def arrive(self) -> None:
        """Put the cursor where one types, or on the statement that was asked for."""
        wanted, self.wanted = self.wanted_statement(), ""
        line = self.query_one(Board).line(wanted) if wanted else None
        if line is not None:
            line.focus()
        elif self.focused is None or not self.focused.is_attached:
            self.query(Entry).first().focus()

    def go_back_to(self, place: str | None) -> None:
        """Go to the statement that is back, where one is."""
        if self.wanted:
            self.arrive()
        else:
            super().go_back_to(place)

    def wanted_statement(self) -> str:
        """Return the statement that was asked for: by its own key, or by what keeps it back."""
        file = self.opened.file
        held = next((one.record_id for one in file.restrictions if one.id == self.wanted), "")
        return held or self.wanted

    def _whose(self) -> str:
        whose = f"whose: {self.owner.called(self.shown)}  (F4)"
        return f"{self.looking} · {whose}" if self.looking else whose

    def talk_words(self) -> str:
        """Return what is known of the talk that is shown."""
        typed = self.desk.seen(self.typed)
        saved = self.talk_with(self.owner)
        begun = self.talk.begun(self.editing.changes, self.owner)
        key = saved.id if saved else begun.record_id if begun else ""
        talk = next((one for one in typed.file.conversations if one.id == key), None)
        words = self.talk.described(typed, talk)
        return f"• {words}, not saved yet" if self.editing.changes.row(key) else words

    def talk_with(self, owner: Owner) -> Conversation | None:
        """Return the saved talk with somebody that is meant now, None where one begins."""
        return self.talk.saved(self.talks, owner, self.of_tool())

    def _talk_line(self) -> str:
        return f"{self.talk_words()}  (F6)"

    def _way_line(self) -> Content:
        whose = Content(f"{self.owner.called(self.shown)}, {self.way.words}  (F5)")
        return whose.stylize("$accent")

    # What is there

    def of_tool(self) -> list[Statement]:
        """Return the statements of this tool in the order they were written."""
        return [one for one in self.opened.file.statements if one.tool == self.TOOL]

    def may_be_seen(self) -> list[Statement]:
        """Return those that everybody in front of the screen may see."""
        return [one for one in self.of_tool() if self.sees(one, "text")]

    def cells(self, statements: Iterable[Statement]) -> dict[str, list[tuple[str, Content]]]:
        """Return statements by part, ready to be shown: as typed where that is not saved yet."""
        marks = not self.desk.showing_to
        typed = self.desk.seen(self.typed)
        found: dict[str, list[tuple[str, Content]]] = {part: [] for part in self.PARTS}
        for one in statements:
            text = statement_shown(typed.file, typed.own(one), marks=marks)
            if self._is_being_changed(one):
                text = Content("• ") + text + NOT_SAVED
            found.setdefault(one.part, []).append((one.id, text))
        return found

    def _is_being_changed(self, one: Statement) -> bool:
        """Return whether a dialogue about it was left, and its words are a draft: no sign of what
        is to be kept back while somebody looks."""
        rows = self.editing.changes.rows
        held = () if self.desk.showing_to else [row.typed.get("record_id") for row in rows]
        return one.id in (*(row.record_id for row in rows), *held)

    def _new_rows(self) -> list[RowChange]:
        table = str(Statement.__tablename__)
        return [
            row
            for row in self.editing.changes.rows
            if row.table == table and row.version == 0 and row.typed.get("tool") == self.TOOL
        ]

    # Saving

    async def change(self, record: Record, **values: Any) -> None:
        """Change a saved row and show what became of it."""
        row = self.editing.existing(record).put(**values)
        if await self.save_rows([row]):
            await self.reload()

    async def reload(self) -> None:
        """Read the case again and show it."""
        self.opened = await asyncio.to_thread(self.desk.open_case, self.case_id)
        await self.show_case()

    # One statement

    def current_line(self) -> Statement | None:
        """Return the statement the cursor is on."""
        if not isinstance(self.focused, StatementLine):
            return None
        return self.statement(self.focused.record_id)

    def statement(self, record_id: str) -> Statement | None:
        """Return a statement of this screen."""
        return next((one for one in self.of_tool() if one.id == record_id), None)

    def why_not(self, command: CommandClass) -> str | None:
        """Say that some commands need the cursor on a statement."""
        if command in ON_A_STATEMENT and not isinstance(self.focused, StatementLine):
            return "Go to a statement first: ↑ leads up from where you type."
        if command is HoldBack and self.desk.showing_to:
            return "Not while the screen is shown to somebody."
        return super().why_not(command)
