"""The copies of the plan or of a meeting's minutes: one for each recipient (S8)."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.records.meetings import Copy
from data.store.errors import StoreError, shown
from ehtui.changes import ChangeSet
from ehtui.dates import show_short
from ehtui.initialled import Initials
from ehtui.process.consent.allowed import stopped
from ehtui.process.sharing.copying import CopyFor, copies_of, without
from screens.commands import Command, CommandClass
from screens.forms.row_dialog import RowDialog
from screens.meetings.of_meeting import OfMeeting, meeting_words
from screens.say import say
from screens.widgets.ask_folder import AskFolder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.changes import RowChange
    from ehtui.documents.document import Document

SENT = ("sent", "how", "not_sent_why")


class WriteCopy(Command):
    """Write this copy as a Word file into a folder, readable by you alone."""

    key = "w"
    footer = "write file"


class CopySent(Command):
    """Write down when and how this copy went, or why it did not."""

    key = "s"
    footer = "sent"


class CopiesScreen(OfMeeting):
    """Each recipient with what they get, what is left out and why; the plan's without a meeting."""

    SECTION = "copies"
    TITLE = "Copies"
    OWN_EYES = True
    ALSO_WITHOUT = True
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (WriteCopy, CopySent)

    at = 0
    _folder = Path("~/Documents").expanduser()

    @property
    def copy(self) -> CopyFor | None:
        """The copy that the list stands on."""
        found = self._copies
        return found[min(self.at, len(found) - 1)] if found else None

    def build(self) -> Iterable[Widget]:
        """Give the list of recipients, and below it what the chosen one does not get."""
        opened = self.opened
        self._copies = copies_of(opened.file, opened.procedure, self.meeting)
        read = copies_of(self.whole.file, opened.procedure, self.meeting)
        self._read = {self._to(one): one for one in read}
        meeting = self.meeting
        about = f"Minutes: {meeting_words(opened, meeting)}" if meeting else "{Plan}"
        yield Static(Content(opened.wording.filled(about)), classes="checks")
        if halt := stopped(self.whole.file):
            yield Static(Content(f"No copy goes out now. {halt.why}"), classes="not-yet")
        if not self._copies:
            yield Static(Content("Nobody is to have a copy: add the team first."), id="nobody")
            return
        options = (Option(self._line(one)) for one in self._copies)
        lines = OptionList(*options, id="copies", compact=True)
        lines.highlighted = min(self.at, len(self._copies) - 1)
        yield lines
        yield Static(self._left_out(), id="left-out")

    def _as_read(self, copy: CopyFor) -> CopyFor:
        """Return the copy as it may be read on the screen."""
        return self._read.get(self._to(copy), copy)

    def _to(self, copy: CopyFor) -> tuple[str | None, ...]:
        """Return whom a copy is for: by key, or by name as it may be read where there is none."""
        name = copy.links["to"] or ""
        read = Initials.of(name) if self.shown.wording.in_initials else name
        return copy.links["person_id"], copy.links["member_id"], read

    def _left_out(self) -> Content:
        copy = self.copy
        if copy is None:
            return Content("")
        read = self._as_read(copy)
        if not copy.may_go:
            return Content(f"Nothing goes to {read.name}: {read.may_go.why}")
        lost = Counter(
            (self.shown.wording.filled(row.one_row), why)
            for row, why in without(self.shown.file, copy, self.meeting)
        )
        if not lost:
            return Content(f"{read.name} gets all of it.")
        lines = [f"  {count} × {what}: {why}" for (what, why), count in lost.items()]
        whole = "\n".join([f"Left out for {read.name}, without a trace in the copy:", *lines])
        return Content(whole)

    @on(OptionList.OptionHighlighted, "#copies")
    def _other(self, event: OptionList.OptionHighlighted) -> None:
        self.at = event.option_index
        for found in self.query("#left-out").results(Static):
            found.update(self._left_out())
        self.refresh_bindings()

    @on(CopySent)
    @work
    async def copy_sent(self) -> None:
        """Ask when and how it went."""
        copy = self.copy
        if copy is None:
            return
        whose = {**copy.links, **self._what}
        await self.app.push_screen_wait(
            RowDialog(
                self.editing,
                self.shown.wording,
                Copy,
                title=f"The copy for {self._as_read(copy).name}",
                begin="how",
                existing=copy.row,
                row=None if copy.row else self._begun(copy),
                fields=SENT,
                defaults={**whose, "sent": self.desk.today},
            )
        )
        self.read_case()

    def _begun(self, copy: CopyFor) -> RowChange | None:
        """Return what is typed of a copy and not saved, None where there is nothing."""
        if copy.row:
            return self.editing.changes.row(copy.row.id)
        return self.editing.begun(Copy, **copy.links, **self._what)

    def _line(self, copy: CopyFor) -> Content:
        begun = "•" if self._begun(copy) else " "
        return Content(f"{begun} ") + _line(copy, self._as_read(copy))

    @property
    def _what(self) -> dict[str, str | None]:
        return {
            "what": "minutes" if self.meeting else "plan",
            "meeting_id": self.meeting_id or None,
        }

    @on(WriteCopy)
    @work
    async def write_copy(self) -> None:
        """Ask for the folder, write the file, and write down that the copy was made."""
        copy = self.copy
        if copy is None:
            return
        folder = await self.app.push_screen_wait(AskFolder("Into which folder?", self._folder))
        if folder is None:
            return
        self._folder = folder
        try:
            digest, path = await asyncio.to_thread(self._write, copy, folder)
        except StoreError as failed:
            say(self.app, str(failed), worry=True)
            return
        changes = ChangeSet(self.case_id)
        made = {"made": self.desk.today, "digest": digest}
        if copy.row is not None:
            changes.edit(copy.row, **made)
        else:
            changes.new(Copy, **copy.links, **self._what, **made)
        if await self.save_changes(changes):
            say(self.app, f"Written: {shown(path)}")

    def _write(self, copy: CopyFor, folder: Path) -> tuple[str, Path]:
        from ehtui.documents.docx import as_docx
        from ehtui.exports.files import write_new

        content = as_docx(self._document(copy))
        reference, what = self.opened.file.case.reference, self._what["what"]
        day = self.meeting.on if self.meeting else self.opened.file.case.plan_dated
        number = self._copies.index(copy) + 1
        name = f"{reference}-{what}-{day or 'no-date'}-copy{number}.docx"
        (path,) = write_new(folder, {name: content})
        return hashlib.sha256(content).hexdigest(), path

    def _document(self, copy: CopyFor) -> Document:
        from ehtui.documents.minutes import minutes_document
        from ehtui.documents.plan import plan_document

        if self.meeting is None:
            return plan_document(self.opened, copy.recipient)
        return minutes_document(self.opened, self.meeting_id, copy.recipient)

    def why_not(self, command: CommandClass) -> str | None:
        """Say why nothing goes: consent withdrawn, or this recipient may not have it."""
        if command not in (WriteCopy, CopySent) or not hasattr(self, "_copies"):
            return super().why_not(command)
        copy = self.copy
        if copy is None:
            return "Nobody is to have a copy yet."
        if halt := stopped(self.whole.file):
            return f"Frozen. {halt.why}"
        if command is WriteCopy and not copy.may_go:
            return self._as_read(copy).may_go.why
        if command is WriteCopy and self._whole_meeting_hidden(copy):
            return f"{self._as_read(copy).name} may not see this meeting at all."
        return None

    def _whole_meeting_hidden(self, copy: CopyFor) -> bool:
        hidden = without(self.opened.file, copy, self.meeting)
        return any(row.id == self.meeting_id for row, _ in hidden)


def _line(one: CopyFor, read: CopyFor) -> Content:
    row = one.row
    if row is not None and row.sent:
        stands = f"sent {show_short(row.sent)} {row.how}".strip()
    elif row is not None and row.not_sent_why:
        stands = f"not sent: {row.not_sent_why}"
    elif not one.may_go:
        stands = "may not go"
    elif row is not None and row.made:
        stands = f"made {show_short(row.made)}, not sent yet"
    else:
        stands = "not made yet"
    return Content.assemble((f"{read.name:<28}", "$foreground"), f" {stands}")
