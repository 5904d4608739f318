"""The plan: outcomes hoped for, what each person does, and when it was agreed and given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from data.codes.lists import words
from data.records.outcomes import Action, Outcome
from ehtui.acting import STATUS, mark, move
from ehtui.changes import ChangeSet
from ehtui.dates import show_date
from ehtui.process.consent.allowed import may_start
from ehtui.process.smart import smart
from screens.commands import Command, CommandClass
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.plan.rows import ACTIONS, OUTCOMES, PLANNED, action_words
from screens.plan.smart_help import Smart
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.say import say
from screens.widgets.action_line import TAKEN, ActionLine
from screens.widgets.ask_date import AskDate
from screens.widgets.confirm import Confirm
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from ehtui.process.smart import Gap


class MarkDone(Command):
    """This action is done, today. On one that is done already: it is open again."""

    key = "d"
    footer = "done"


class MoveAction(Command):
    """This action gets another date. The first one is kept beside it."""

    key = "m"
    footer = "move"


class MarkDeclined(Command):
    """Whoever was to do this has declined, or the family has."""

    key = "x"
    title = "Action declined"


class MarkDropped(Command):
    """This action is no longer needed."""

    key = "o"
    title = "Action no longer needed"


class HowItStands(Command):
    """Say how an outcome stands: a draft thought, agreed, reached, replaced or dropped."""

    key = "f4"
    footer = "agree, end"


class TypeActions(Command):
    """Go to the line where actions are typed: what, who, by when; Enter takes it."""

    key = "f5"
    footer = "actions"


class OutcomesScreen(RowsScreen):
    """Outcomes with their actions beneath; what is still missing is said and never blocks."""

    SECTION = "outcomes"
    TITLE = "Outcomes"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        MarkDone,
        MoveAction,
        MarkDeclined,
        MarkDropped,
        HowItStands,
        TypeActions,
    )
    KINDS: ClassVar[tuple[RowKind, ...]] = (OUTCOMES, ACTIONS, PLANNED)

    def above(self) -> Iterable[Widget]:
        """Say that this is no plan yet where consent to start is missing (S6)."""
        verdict = may_start(self.whole.file)
        if not verdict:
            said = (
                f"Not a {{plan}} yet: {self.why(verdict.why)} What you type here is your own draft."
            )
            yield Static(Content(self.shown.wording.filled(said)), classes="not-yet")

    def rows_of(self, kind: RowKind) -> list[Any]:
        """Return the rows of a kind; the agreement once there is one, or there may be."""
        if kind is PLANNED:
            case = self.opened.file.case
            return [case] if case.plan_dated or may_start(self.opened.file) else []
        return super().rows_of(kind)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Give the outcomes with their actions beneath, then the rest."""
        for outcome in self.saved(OUTCOMES):
            yield outcome.id, self.marked(OUTCOMES, outcome)
            yield from self._action_lines(outcome.id)
        yield from self.new_lines(OUTCOMES)
        if any(one.outcome_id is None for one in self.shown.file.actions):
            yield "", ACTIONS.title
            yield from self._action_lines(None)
        for case in self.saved(PLANNED):
            yield case.id, self.marked(PLANNED, case)

    def _action_lines(self, outcome_id: str | None) -> Iterator[tuple[str, str]]:
        own = [one for one in self.saved(ACTIONS) if one.outcome_id == outcome_id]
        for action in sorted(own, key=lambda one: (one.position, one.id)):
            yield action.id, self.marked(ACTIONS, action)

    @property
    def action(self) -> Action | None:
        """The action that the list stands on, None where it stands on something else."""
        return next((one for one in self.opened.file.actions if one.id == self.chosen), None)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that the list stands on, or whose action it stands on."""
        wanted = self.action.outcome_id if self.action else self.chosen
        return next((one for one in self.opened.file.outcomes if one.id == wanted), None)

    def before_form(self, form: RecordForm) -> Iterable[Widget]:
        """Give the help in plain words above an outcome."""
        if form.record is Outcome:
            yield Smart(self._gaps(form))
        elif self.action:
            yield Static(Content(action_words(self.shown.own(self.action))), classes="checks")

    def after_form(self, form: RecordForm) -> Iterable[Widget]:
        """Give the line where the outcome's actions are typed."""
        if self.outcome is not None:
            names = [name for name, _ in self.shown.wording.choices("people_and_members")]
            hides = self.shown.wording.in_initials
            begins = {"outcome_id": self.outcome.id}
            yield ActionLine(self.editing, names, begins, hides=hides, id="action-line")
        elif form.record is Outcome:
            yield Static(Content("Save it (Ctrl+S), then type its actions here."), classes="checks")

    def _gaps(self, form: RecordForm) -> list[Gap]:
        """Return what is missing from the outcome as it is typed now."""
        file = self.typed.file
        outcome = next(
            (one for one in file.outcomes if one.id == form.row_id), Outcome(case_id=self.case_id)
        )
        return smart(outcome, file, self.opened.procedure)

    @on(FieldRow.Typed)
    def _stand_by_day(self, event: FieldRow.Typed) -> None:
        """Let an action be done once it has the day, and open again without it."""
        form = event.row.query_ancestor(RecordForm)
        is_day = form.record is Action and event.row.field == "done"
        if is_day and form.held("status") in ("open", "done"):
            form.put(status="done" if event.text.strip() else "open")

    @on(FieldRow.Typed)
    def _say_missing(self) -> None:
        for form in self.query("#row-form > RecordForm").results(RecordForm):
            for one in self.query(Smart):
                one.say(self._gaps(form))

    @on(ActionLine.Taken)
    @work
    async def take_action(self, event: ActionLine.Taken) -> None:
        """Save the action and be ready for the next."""
        row = event.row
        position = 1 + max((one.position for one in self.opened.file.actions), default=0)
        if not await self.save_rows([row.put(position=position)]):
            row.typed.pop(TAKEN, None)
            for line in self.query(ActionLine):
                line.take_back(row)
            return
        # Nothing but the list is made anew: the next action is being typed by now.
        await self.read_facts()
        self.list_anew()
        self._say_missing()

    @on(TypeActions)
    def type_actions(self) -> None:
        """Put the cursor into the line where actions are typed."""
        for line in self.query(ActionLine):
            line.line("what").focus()

    @on(MarkDone)
    async def mark_done(self) -> None:
        """Mark the action done today, or take that back."""
        if self.action is not None:
            await self._mark_action("not_done" if self.action.status == "done" else "done")

    @on(MarkDeclined)
    @work
    async def mark_declined(self) -> None:
        """Mark the action declined, after asking."""
        await self._give_up("declined", "Declined")

    @on(MarkDropped)
    @work
    async def mark_dropped(self) -> None:
        """Mark the action no longer needed, after asking."""
        await self._give_up("dropped", "No longer needed")

    async def _give_up(self, word: str, said: str) -> None:
        action = self.action
        if action is not None and await self.app.push_screen_wait(
            Confirm(f"{said}: “{action.what}”?", yes=said)
        ):
            await self._mark_action(word)

    async def _mark_action(self, word: str) -> None:
        if self.action is not None:
            changes = ChangeSet(self.case_id)
            mark(changes, self.opened.file, self.action, word, self.desk.today, None)
            await self._save_beside(changes, f"{words('action_status', STATUS[word])}.")

    @on(MoveAction)
    @work
    async def move_action(self) -> None:
        """Ask for the new date and move the action."""
        action = self.action
        if action is None:
            return
        question = f"By when now? {action.what}"
        day = await self.app.push_screen_wait(AskDate(question, self.desk.today))
        if day is not None:
            changes = ChangeSet(self.case_id)
            move(changes, self.opened.file, action, day, None)
            await self._save_beside(changes, f"Moved to {show_date(day)}.")

    async def _save_beside(self, changes: ChangeSet, done: str) -> None:
        """Save a mark, unless the same action is being typed in: then it joins what is typed."""
        if any(self.editing.changes.row(row.record_id) for row in changes.rows):
            for row in changes.rows:
                own = self.editing.changes.row(row.record_id)
                (own.typed if own else {}).update(row.typed)
            self.editing.touched()
            await self.save_now()
        elif await self.save_changes(changes):
            say(self.app, done)

    @on(HowItStands)
    @work
    async def how_it_stands(self) -> None:
        """Ask how the outcome stands, and save it with what is typed."""
        outcome = self.outcome
        if outcome is None:
            return
        lines = self.shown.wording.options(Outcome, "status")
        said = await self.app.push_screen_wait(
            Pick(f"How does it stand? {outcome.title}", lines, outcome.status)
        )
        if said and said != outcome.status:
            change = self.editing.changes.edit(outcome, status=said)
            if said in ("met", "changed", "dropped") and not outcome.ended:
                change.put(ended=self.desk.today)
            self.editing.touched()
            await self.save_now()

    def why_not(self, command: CommandClass) -> str | None:
        """Say why a mark or the agreeing has to wait."""
        if not hasattr(self, "opened"):
            return super().why_not(command)
        if command in (MarkDone, MoveAction, MarkDeclined, MarkDropped) and self.action is None:
            return "Choose an action in the list first."
        if command is HowItStands:
            if self.outcome is None:
                return "Choose a saved outcome in the list first."
            if not (verdict := may_start(self.whole.file)):
                return f"It stays a draft thought: {self.why(verdict.why)}"
        if command is TypeActions and self.outcome is None:
            return "Choose a saved outcome first: actions belong to one."
        return super().why_not(command)
