"""Minutes taken by somebody else: pasted, and one key sends each line to where it belongs (S10).

Under an item it becomes a note, under an outcome its progress, or it becomes an action.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Static

from data.records.fields import LINE_LENGTH
from data.records.meetings import AgendaItem
from data.records.outcomes import Action
from ehtui.acting import Said, said
from ehtui.meetings import progress_of
from screens.case.looked_at import NOT_NOW
from screens.meetings.of_meeting import OfMeeting, meeting_words
from screens.say import say
from screens.widgets.line_sender import LineSender, Target, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from ehtui.changes import RowChange

ACTION = "a"
KEYS = "123456789bcdefghijklmnopqrstuvwxyz"
"""The keys of the items, in their order; `a` makes an action."""


class PastedScreen(OfMeeting):
    """Somebody else's minutes on their way to the items of the meeting."""

    SECTION = "pasted"
    TITLE = "Minutes taken by somebody else"
    OFFERS: ClassVar[tuple[()]] = ()

    def build(self) -> Iterable[Widget]:
        """Give the text, whose lines are sent by their keys."""
        yield Static(Content(meeting_words(self.shown, self.the_meeting)), classes="checks")
        targets = [Target(key, one.title[:24]) for key, one in self._items().items()]
        targets.append(Target(ACTION, "action"))
        meeting = next(one for one in self.typed.file.meetings if one.id == self.meeting_id)
        yield LineSender(targets, meeting.pasted, id="sender")

    def arrive(self) -> None:
        """Begin at the text."""
        self._mark()
        sender = self.query_one(LineSender)
        sender.turn(to_lines=bool(sender.text.strip()))

    @property
    def closed(self) -> str:
        """Why the text is not shown: it is the whole of what was said."""
        kept = self.meeting is not None and not self.sees(self.meeting, "pasted")
        return super().closed or (NOT_NOW if kept else "")

    def _items(self) -> dict[str, AgendaItem]:
        every = filter(self.sees, self.opened.file.agenda_items)
        own = [one for one in every if one.meeting_id == self.meeting_id]
        own.sort(key=lambda one: (one.position, one.id))
        return dict(zip(KEYS, own, strict=False))

    @on(LineSender.Typed)
    def _take(self, event: LineSender.Typed) -> None:
        self.editing.typed(self.editing.changes.edit(self.the_meeting), "pasted", event.text)

    @on(LineSender.Sent)
    def send(self, event: LineSender.Sent) -> None:
        """Put the line where the key says."""
        if event.target == ACTION:
            self._make_action(event.line)
        else:
            row, field = self._place(self._items()[event.target])
            text = row.typed.get(field, self._kept(row, field))
            self.editing.typed(row, field, f"{text}\n{event.line}".strip("\n"))
        self._mark()
        self.query_one(LineSender).next_unsent()

    @on(LineSender.TakenBack)
    def take_back(self, event: LineSender.TakenBack) -> None:
        """Take the line away from where it went, as long as that is not saved."""
        changes, line = self.editing.changes, same(event.line)
        for row in list(changes.rows):
            if (
                row.record is Action
                and row.version == 0
                and self._read(line).what == row.typed["what"]
            ):
                self.editing.leave_out([row])
                break
            field = "notes" if row.record is AgendaItem else "note"
            lines = row.typed.get(field, "").splitlines()
            if line in map(same, lines):
                lines.pop([same(one) for one in lines].index(line))
                self.editing.typed(row, field, "\n".join(lines))
                break
        else:
            say(self.app, "This line is saved already: change it in the minutes.")
        self._mark()

    def _make_action(self, line: str) -> None:
        read = self._read(line)
        if len(read.what) > LINE_LENGTH:
            say(self.app, f"An action has room for {LINE_LENGTH} characters.", worry=True)
            return
        position = 1 + max((one.position for one in self.typed.file.actions), default=0)
        row = self.editing.changes.new(
            Action,
            agreed_at_id=self.meeting_id,
            position=position,
            what=read.what,
            who=read.who,
        )
        row.typed["due"] = row.typed["first_due"] = read.by
        self.editing.touched()

    def _place(self, item: AgendaItem) -> tuple[RowChange, str]:
        """Where a line for an item goes: to the notes, or to the progress of its outcome."""
        if item.outcome_id is None:
            return self.editing.changes.edit(item), "notes"
        file, changes = self.opened.file, self.editing.changes
        return progress_of(changes, file, self.the_meeting, item.outcome_id), "note"

    def _kept(self, row: RowChange, field: str) -> str:
        kept = self.opened.file.find(row.record_id)
        return str(getattr(kept, field)) if kept else ""

    def _read(self, line: str) -> Said:
        names = [name for name, _ in self.opened.wording.choices("people_and_members")]
        return said(line, names, self.desk.today)

    def _mark(self) -> None:
        for sender in self.query(LineSender):
            sender.show_sent(list(self._sent(sender.text)))

    def _sent(self, text: str) -> Iterator[tuple[str, str]]:
        """Give each line that went somewhere, with the words for where."""
        file, meeting_id = self.typed.file, self.meeting_id
        actions = {one.what for one in file.actions if one.agreed_at_id == meeting_id}
        places = {one.title: one.notes for one in file.agenda_items if one.meeting_id == meeting_id}
        places["progress"] = "\n".join(
            one.note for one in file.progress if one.meeting_id == meeting_id
        )
        for line in filter(None, map(same, text.splitlines())):
            if self._read(line).what in actions:
                yield line, "action"
            for title, notes in places.items():
                if line in map(same, notes.splitlines()):
                    yield line, title
                    break
