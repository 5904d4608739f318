"""Writing a visit up: notes are pasted, and one key sends each line to where it belongs (S10)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from data.codes.lists import words as code_words
from data.records.assessment import Conversation, Statement
from data.records.cases import Note
from data.records.fields import LINE_LENGTH
from data.records.outcomes import Action, Outcome
from data.store.errors import StoreError
from ehtui.changes import Unreadable
from ehtui.quoting import unquoted
from ehtui.refusals import Refused
from screens.case.frame import CaseScreen
from screens.forms.record_form import RecordForm
from screens.notes.writing_up import (
    SENDS,
    VISIT,
    finished,
    is_empty,
    line_of,
    pasted,
    row_of,
    sent,
    visit,
)
from screens.say import say
from screens.statements.commands import ChooseOwner, TurnKind
from screens.statements.owners import Owner, owners
from screens.statements.reading import WAYS, Way
from screens.widgets.line_sender import LineSender, Target
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.changes import RowChange
    from screens.commands import CommandClass

PLACES = {
    "w": "worry",
    "s": "works well",
    "d": "to be different",
    "1": "house: worry",
    "2": "house: good",
    "3": "house: dream",
    "o": "outcome",
    "a": "action",
    "n": "note",
    "c": "comment",
}


class WriteUpScreen(CaseScreen):
    """Pasted notes on their way into columns, houses, plan and notes."""

    SECTION = "writeup"
    TITLE = "Write-up"
    OWN_EYES = True
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (ChooseOwner, TurnKind)

    owner = Owner()
    way: Way = WAYS[0]

    def build(self) -> Iterable[Widget]:
        """Give the visit, whose words come next, and the notes."""
        changes = self.editing.changes
        if self.owner == Owner() and self.opened.file.people:
            self.owner = Owner(person_id=self.opened.file.people[0].id)
            if self.opened.file.adults:
                self.owner = Owner(person_id=self.opened.file.adults[0].id)
        here = visit(changes)
        here.typed.setdefault("on", self.desk.today.isoformat())
        yield RecordForm(
            self.editing, self.shown.wording, Conversation, row=here, fields=VISIT, id="visit"
        )
        yield Static(self._whose(), id="whose")
        targets = [Target(key, words) for key, words in PLACES.items()]
        yield LineSender(targets, pasted(changes).typed.get("text", ""), id="sender")
        self.call_after_refresh(self._mark)

    def arrive(self) -> None:
        """Begin at the notes."""
        sender = self.query_one(LineSender)
        sender.turn(to_lines=bool(sender.text.strip()))

    def on_screen_resume(self) -> None:
        """Stay as it is: a dialogue was in front, and the text is here."""

    def _whose(self) -> Content:
        whose = f"{self.owner.called(self.shown)} (F4), {self.way.words} (F5)"
        return Content(f"Lines are sent as: {whose}").stylize("$accent")

    def _mark(self) -> None:
        for sender in self.query(LineSender):
            sender.show_sent((line_of(row), self._went(row)) for row in sent(self.editing.changes))

    def _went(self, row: RowChange) -> str:
        if row.table != Statement.__tablename__:
            return row.record.one_row.split()[-1]
        owner = Owner(row.typed.get("owner_id", ""), row.typed.get("owner_name", ""))
        part = code_words("part", row.typed.get("part", ""))
        return f"{owner.called(self.shown)}: {part.lower()}"

    # Sending

    @on(LineSender.Typed)
    def _typed(self, event: LineSender.Typed) -> None:
        self.editing.typed(pasted(self.editing.changes), "text", event.text)

    @on(LineSender.Sent)
    def send(self, event: LineSender.Sent) -> None:
        """Put the line where the key says, as a draft until everything is saved."""
        record, part = SENDS[event.target]
        words, in_marks = unquoted(event.line)
        if record in (Outcome, Action) and len(words) > LINE_LENGTH:
            say(
                self.app,
                f"This line has {len(words)} characters and there is room for {LINE_LENGTH}. "
                "Shorten it (Enter), or send it as a note.",
                worry=True,
            )
            return
        if part.startswith("house") and not self._is_child():
            say(self.app, "Houses are a child's own: choose the child first (F4).", worry=True)
            return
        if record is Statement:
            self._send_statement(part, words, in_marks)
        else:
            self.editing.changes.new(record, **self._values(record, words))
        self.editing.touched()
        self._mark()
        self.query_one(LineSender).next_unsent()

    def _send_statement(self, part: str, words: str, in_marks: bool) -> None:
        tools = {"house": "houses", "comment": "comments"}
        self.editing.changes.new(
            Statement,
            tool=tools.get(part.split("_")[0], "columns"),
            part=part,
            text=words,
            verbatim=in_marks or self.way.verbatim,
            basis="said" if in_marks else self.way.basis,
            position=len(self.opened.file.statements) + len(sent(self.editing.changes)),
            **self.owner.values,
        )

    def _values(self, record: type[Any], words: str) -> dict[str, Any]:
        if record is Outcome:
            begun = [row for row in sent(self.editing.changes) if row.table == "outcomes"]
            number = max((one.number for one in self.opened.file.outcomes), default=0)
            return {"title": words, "number": number + len(begun) + 1, "status": "draft"}
        if record is Action:
            return {"what": words, "status": "open"}
        return {"text": words, "kind": "note", "by": self.desk.me}

    def _is_child(self) -> bool:
        person = self.opened.file.person(self.owner.person_id)
        return person is not None and person.is_child and not person.is_unborn

    @on(LineSender.TakenBack)
    def take_back(self, event: LineSender.TakenBack) -> None:
        """Undo the sending of a line."""
        row = row_of(self.editing.changes, event.line)
        if row is not None:
            self.editing.changes.rows.remove(row)
            self.editing.touched()
            self._mark()

    # Whose words

    @on(ChooseOwner)
    @work
    async def choose_owner(self) -> None:
        """Ask whose words come next."""
        file = self.opened.file
        lines = [(one.called(self.shown), one.key) for one in owners(file, file.statements)]
        chosen = await self.app.push_screen_wait(Pick("Whose words?", lines, self.owner.key))
        if chosen:
            self.owner = Owner.from_key(chosen)
            self.query_one("#whose", Static).update(self._whose())

    @on(TurnKind)
    def turn_kind(self) -> None:
        """Turn to the next way in which something is known."""
        self.way = WAYS[(WAYS.index(self.way) + 1) % len(WAYS)]
        self.query_one("#whose", Static).update(self._whose())

    # Done

    async def save_now(self) -> bool:
        """Put everything into the record at once; lines sent nowhere become one note."""
        changes = self.editing.changes
        if is_empty(changes):
            self.say_state("nothing to save")
            return True
        sender = self.query_one(LineSender)
        unsent = sender.unsent
        rows = finished(changes, unsent)
        for row in rows:
            if row.table == Note.__tablename__:
                row.typed["by"] = self.desk.me
        saved = self.editing.save_some(rows)
        try:
            await asyncio.wrap_future(saved)
        except Unreadable as wrong:
            self.say_state("not saved yet")
            say(self.app, wrong.problems[0].sentence, worry=True)
            return False
        except (Refused, StoreError) as failed:
            self.tell_not_saved(failed)
            return False
        count = len(sent(changes))
        self.editing.begin_again()
        self.opened = await asyncio.to_thread(self.desk.open_case, self.case_id)
        await self.show_case()
        self.arrive()
        kept = f" {len(unsent)} sent nowhere are kept as one note." if unsent else ""
        say(self.app, f"{count} lines are where they belong.{kept}")
        return True
