"""The outcomes the area hopes for with every family: one key each, and one more into the plan.

Source: Doncaster p. 11, 15.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from data.codes.lists import words
from data.records.findings import FrameworkAnswer
from ehtui.changes import ChangeSet
from ehtui.dates import show_short
from ehtui.process.assessment.assessing import may_assess
from ehtui.process.assessment.framework import states_of
from screens.assessment.commands import IntoPlan, Met, NeedsHelp, NotKnownYet
from screens.assessment.frame import AssessingScreen
from screens.commands import Command, CommandClass
from screens.forms.row_dialog import RowDialog
from screens.plan.rows import OUTCOMES
from screens.plan.screen import OutcomesScreen
from screens.rows.listed import NEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.base import Record
    from ehtui.changes import RowChange
    from ehtui.process.assessment.framework import Standing

MARKS = {"met": "✓", "needs_help": "!", "not_known": "?"}
STATES: dict[CommandClass, str] = {Met: "met", NeedsHelp: "needs_help", NotKnownYet: "not_known"}


class FrameworkScreen(AssessingScreen):
    """Which outcomes the family reaches, which need help; what needs help leads into the plan."""

    SECTION = "framework"
    TITLE = "Outcomes framework"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (Met, NeedsHelp, NotKnownYet, IntoPlan)

    def above(self) -> Content:
        """Say what the list is, and what needs help and is not in the plan."""
        framework = self.opened.procedure.framework
        title = framework.title if framework else "This area's procedure has no framework."
        unplanned = sum(one.is_unplanned for one in self._standings())
        said = "m met, n needs help, u not known; Enter says why and when."
        if unplanned:
            said = f"p puts what needs help into the {{plan}}: {unplanned} not there yet."
        return Content(self._filled(f"{title}: {said}"))

    def lines(self) -> Iterator[tuple[str, Content]]:
        """Give every outcome with how it stands, since when, and what the plan does for it."""
        for one in self._standings():
            yield one.headline.key, self._line(one)

    def _standings(self) -> list[Standing]:
        file = self.opened.file
        file = replace(file, framework_answers=self.for_room(file.framework_answers))
        return states_of(file, self.opened.procedure)

    def _line(self, one: Standing) -> Content:
        said = Content(f"  {MARKS.get(one.state, '·')} {self._filled(one.headline.title)}")
        if one.latest and one.state:
            on = f" {show_short(one.latest.on)}" if one.latest.on else ""
            state = words("framework_state", one.state).lower()
            said += Content(f"  {state}{on}").stylize("$text-muted")
        for outcome in self.for_room(one.outcomes):
            title = outcome.title or "not in words yet"
            said += Content(f"  → {outcome.number} {title}").stylize("$accent")
        if one.is_unplanned:
            said += Content("  p: into the plan").stylize("$warning")
        return said + self.marked(one.latest) if one.latest else said

    def below(self) -> Content:
        """Say what belongs to the outcome, why it stands so, and how it stood before."""
        one = self._standing(self.at)
        if one is None:
            return Content("")
        said = [self._filled(part.title) for part in one.headline.parts]
        for answer in self.for_room(one.answers):
            on = show_short(answer.on) if answer.on else "no date"
            why = f": {answer.why}" if answer.why else ""
            said.append(f"{on} {words('framework_state', answer.state).lower()}{why}")
        return Content("   ".join(said))

    def _standing(self, key: str) -> Standing | None:
        return next((one for one in self._standings() if one.headline.key == key), None)

    def record(self, key: str) -> Record | None:
        """Return what holds now of an outcome."""
        one = self._standing(key)
        return one.latest if one else None

    def arrive(self) -> None:
        """Begin at the outcome whose answer was asked for."""
        for one in self._standings():
            if any(answer.id == self.wanted for answer in one.answers):
                self.wanted = one.headline.key
        super().arrive()

    def why_not(self, command: CommandClass) -> str | None:
        """Say that nothing is assessed before the family agrees."""
        if command in STATES and hasattr(self, "opened"):
            verdict = may_assess(self.whole.file)
            return None if verdict else f"Not yet: {self.why(verdict.why)}"
        return super().why_not(command)

    @on(Met)
    @on(NeedsHelp)
    @on(NotKnownYet)
    async def answer(self, event: Command) -> None:
        """Save the answer at once, and go on to the next outcome; an earlier day's stays."""
        one = self._standing(self.at)
        if one is None:
            return
        changes = ChangeSet(self.case_id)
        state = STATES[type(event)]
        if one.latest and one.latest.on in (None, self.desk.today):
            changes.edit(one.latest, state=state, on=self.desk.today)
        else:
            names = {"outcome": one.headline.key, "state": state}
            changes.new(FrameworkAnswer, **names, on=self.desk.today)
        keys = [other.headline.key for other in self._standings()]
        here, self.at = self.at, keys[min(keys.index(self.at) + 1, len(keys) - 1)]
        if not await self.save_changes(changes):
            self.at = here

    def open_line(self, key: str) -> None:
        """Say why an outcome stands as it does, and since when."""
        one = self._standing(key)
        if one is not None:
            self.write(one)

    @work
    async def write(self, one: Standing) -> None:
        """Ask how it stands, since when and why."""
        key = one.headline.key
        begun = [row for row in self.begun("framework_answers") if row.typed["outcome"] == key]
        today = one.latest if one.latest and one.latest.on == self.desk.today else None
        row: RowChange | None = begun[0] if begun and today is None else None
        dialog = RowDialog(
            self.editing,
            self.shown.wording,
            FrameworkAnswer,
            title=self._filled(one.headline.title),
            before_save=self.check,
            fields=("state", "on", "why"),
            existing=today,
            row=row,
            defaults={"outcome": key, "state": one.state, "on": self.desk.today},
        )
        await self.ask(dialog)

    @on(IntoPlan)
    def into_plan(self) -> None:
        """Go to the outcome of the plan that works towards it; begin one where there is none."""
        one = self._standing(self.at)
        if one is None:
            return
        if one.outcomes:
            self.go_to("outcomes", one.outcomes[-1].id)
            return
        plan = OutcomesScreen(self.desk, self.case_id, f"{NEW}{OUTCOMES.table}")
        plan.preset = {"framework": one.headline.key}
        self.flush()
        self.app.switch_screen(plan)

    def _filled(self, template: str) -> str:
        return self.shown.wording.filled(template)
