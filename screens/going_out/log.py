"""Handing the plan to the central log, and the number that comes back. Source: Newcastle 11.1."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from data.codes.lists import words
from data.records.cases import Case
from data.records.closing import Logging
from data.store.errors import StoreError
from ehtui.dates import show_date
from ehtui.process.consent.allowed import may_store
from ehtui.process.course.duties import LOGGED
from ehtui.process.sharing.may_see import left_out
from ehtui.process.sharing.recipients import Recipient
from ehtui.today import today
from screens.commands import Command, CommandClass
from screens.forms.record_form import RecordForm
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.rows.listed import NEW
from screens.say import say
from screens.widgets.ask_folder import AskFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase


class WriteForLog(Command):
    """Write the plan for the central log, as JSON and as a Word file, and record that it went.

    Only where the family's consent to store covers it; what is left out is listed in it.
    """

    key = "f5"
    footer = "write for the log"


def _logging(_opened: OpenCase, row: Logging) -> str:
    when = show_date(row.on) if row.on else "no date yet"
    return f"{when}  {words('logging_kind', row.what)}  {row.number or 'no number yet'}"


def _begin(_opened: OpenCase) -> dict[str, Any]:
    return {"on": today(), "what": "plan"}


def _fitting(held: Callable[[str], str]) -> tuple[str, ...]:
    """A meeting is asked for only where a review is logged."""
    of_review = ("meeting_id",) if held("what") == "review" or held("meeting_id") else ()
    return ("what", *of_review, "on", "how", "number", "left_out")


class LogScreen(RowsScreen):
    """What was logged with the centre, and what may be."""

    SECTION = "log"
    TITLE = "Central log"
    OWN_EYES = True
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (WriteForLog,)
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Logging, "Logged", _logging, defaults=_begin, fitting=_fitting),
    )

    _folder = Path("~/Documents").expanduser()

    def build(self) -> Iterable[Widget]:
        """Begin with the logging that a duty waits for, where a due row asks for it."""
        for duty in self.opened.procedure.duties:
            if duty.key == self.wanted and duty.met_by == "log":
                self.preset = {"what": LOGGED[duty.when][0]}
                self.wanted = self.chosen = f"{NEW}{Logging.__tablename__}"
        yield from super().build()

    def arrive(self) -> None:
        """Begin where one's own agency's record is written down, where that is what is due."""
        duties = {duty.key: duty.met_by for duty in self.opened.procedure.duties}
        if duties.get(self.wanted) == "own_records":
            self.wanted = ""  # once: what is read anew leaves the cursor where it is
            self.query(RecordForm).first().field_row("own_records").go_to()
        else:
            super().arrive()

    def above(self) -> Iterable[Widget]:
        """Say whether it may go, what would be left out, and the number."""
        opened = self.opened
        verdict = may_store(self.whole.file)
        log = Recipient.central_log(opened.wording.filled("the {central_log}"))
        held = len(left_out(opened.file, log))
        lines = [Content(verdict.why).stylize("bold" if verdict.yes else "$warning bold")]
        if verdict.yes and held:
            stay = "1 entry stays" if held == 1 else f"{held} entries stay"
            lines.append(Content(f"{stay} out, by consent or for somebody's safety."))
        yield Static(Content("\n").join(lines), classes="checks")
        yield RecordForm(
            self.editing,
            self.shown.wording,
            Case,
            existing=opened.file.case,
            fields=("plan_started", "plan_dated", "central_number", "own_records", "plan_given"),
        )

    async def save_now(self) -> bool:
        """Save; the first number that came back is the case's, too."""
        logged = [row for row in self.editing.changes.rows if row.record is Logging]
        number = next((row.typed["number"] for row in logged if row.typed.get("number")), "")
        if number and not self.typed.file.case.central_number:
            self.editing.existing(self.opened.file.case).put(central_number=number)
        return await super().save_now()

    def why_not(self, command: CommandClass) -> str | None:
        """Say why the plan cannot go."""
        if command is not WriteForLog or not hasattr(self, "opened"):
            return super().why_not(command)
        verdict = may_store(self.whole.file)
        return None if verdict.yes else verdict.why

    @on(WriteForLog)
    @work(exclusive=True, group="log")
    async def write_for_log(self) -> None:
        """Ask for the folder, write both files there and record the logging."""
        from ehtui.exports.central import NotLogged, log_plan

        if not await self.save_now():
            return
        folder = await self.app.push_screen_wait(AskFolder("Into which folder?", self._folder))
        if folder is None:
            return
        self._folder = folder
        try:
            files = await asyncio.to_thread(
                log_plan,
                self.desk.store,
                self.case_id,
                folder,
                by=self.desk.me,
                today=self.desk.today,
            )
        except (NotLogged, StoreError) as why:
            say(self.app, str(why), worry=True)
            return
        say(self.app, f"Written: {' and '.join(path.name for path in files)}. Now send them.")
        await self.after_save()
