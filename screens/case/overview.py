"""A family at one glance: the seven stages and what comes next, what is due, who is who."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data import same_people
from data.procedures.model import STAGES
from ehtui.dates import age_on, show_date
from ehtui.process.assessment.voices import last_met, not_heard
from ehtui.process.course.next_step import next_step
from ehtui.process.course.stages import stage_of
from ehtui.process.due.rules import due_dates
from ehtui.references import BadReference
from ehtui.same_people import take_apart
from screens.case.commands import Sections
from screens.case.frame import CaseScreen
from screens.commands import Command, CommandClass
from screens.dashboard.due_line import due_line, sees_to_it
from screens.look_alikes.deciding import carry_on, reason
from screens.say import say
from screens.widgets.ask_words import AskWords
from screens.widgets.unfolding import Foldable, Unfolding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from data.due import DueDate


BETWEEN = "   "
WHEN = 17
"""The width of the date's column, in cells."""


class OpenLine(Command):
    """Go to the thing on this line, ready to type."""

    key = "enter"
    footer = "open"


class CarryOn(Command):
    """Say which record carries this family on, where two were begun. Both stay as they are."""

    title = "Carry on in another record"


class TakeApart(Command):
    """Take back that this record is carried on in another: it goes on by itself again."""

    title = "Take the records apart again"


class OtherRecord(Command):
    """Go to the record that carries this family on."""

    key = "o"


class OverviewScreen(CaseScreen):
    """Where the case stands, what comes next and what is due."""

    SECTION = "overview"
    TITLE = "Overview"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        OpenLine,
        Sections,
        OtherRecord,
        CarryOn,
        TakeApart,
    )

    _due: list[DueDate]

    def build(self) -> Iterable[Widget]:
        """Give the spine of stages, what is due, and the people."""
        self._due = self._now_due()
        yield Static(self._spine(), classes="spine")
        yield self._due_list()
        facts = Static(Content("\n").join(self._facts()), classes="frame facts")
        facts.border_title = "People and agreement"
        yield facts

    def _now_due(self) -> list[DueDate]:
        """Return what is due; for those who look, only what would be so without what they miss."""
        procedure = self.opened.procedure
        read = due_dates(self.shown.file, procedure)
        if not self.desk.showing_to:
            return read
        so = {_place(one) for one in due_dates(self.opened.file, procedure)}
        return [one for one in read if _place(one) in so]

    def _spine(self) -> Content:
        opened = self.opened
        here = stage_of(opened.file, opened.procedure)
        passed = STAGES.index(here.key)
        if here_is := self.opened.file.case.continued_in:
            reference = self.desk.references([here_is])[here_is]
            return Content(f"Carried on in {reference}: o goes there. What is here stays here.")
        lines = [Content("")]
        for number, stage in enumerate(opened.procedure.stages):
            sign = "▸" if number == passed else "✓" if number < passed else "·"
            step = Content(f"{sign} {opened.wording.filled(stage.title)}")
            if number == passed:
                step = step.stylize("bold $foreground")
            if not lines[-1]:
                lines[-1] = step
            elif lines[-1].cell_length + len(BETWEEN) + step.cell_length > self.size.width - 2:
                lines.append(step)  # a sign never stands on another line than its word
            else:
                lines[-1] += Content(BETWEEN) + step
        comes_next = Content(next_step(opened.file, opened.procedure)).stylize("$accent")
        return Content("\n").join([*lines, comes_next])

    def on_resize(self) -> None:
        """Break the stages anew."""
        for spine in self.query(".spine").results(Static):
            spine.update(self._spine())

    def _due_list(self) -> OptionList:
        lines = Unfolding(*(Foldable(partial(self._line, one)) for one in self._due), id="case-due")
        if not self._due:
            lines.add_option(Option(Content("Nothing is due in this case."), disabled=True))
        lines.border_title = f"Due {len(self._due)}"
        return lines

    def _line(self, one: DueDate, whole: bool) -> Content:
        start = Content(f"{show_date(one.due):<{WHEN}}")
        who = sees_to_it(self.desk, one.who)
        width = self.size.width - 6
        return due_line(start, one.what, one.why, who, indent=WHEN, width=width, whole=whole)

    def _facts(self) -> Iterator[Content]:
        file, day = self.shown.file, self.desk.today
        for person in file.people:
            age = f" ({age_on(person.born, day)})" if person.born else ""
            role = person.in_family or ("unborn" if person.is_unborn else "")
            seen = last_met(file, person) if person.is_child and not person.is_unborn else None
            said = f"  last seen {show_date(seen)}" if seen else ""
            yield Content(f"{person.full_name}{age}  {role}{said}")
        if missing := not_heard(file):
            yield Content(f"Not heard yet: {', '.join(one.called for one in missing)}")
        if file.lead:
            lead = file.lead
            yield Content(f"Lead: {lead.name}, {lead.role} {lead.agency} {lead.phone}")
        yield Content(f"Reference {file.case.reference}")
        if others := same_people.carried_on_here(self.desk.store.reading(), self.case_id):
            yield Content(f"Carries on {' and '.join(others)}")

    @on(OtherRecord)
    def other_record(self) -> None:
        """Go on to where the family is carried on."""
        if other := self.opened.file.case.continued_in:
            self.app.switch_screen(OverviewScreen(self.desk, other))
        else:
            say(self.app, "This record is carried on in no other.")

    @on(CarryOn)
    @work(exclusive=True)
    async def carry_on(self) -> None:
        """Ask for the other record's reference, and why."""
        typed = await self.app.push_screen_wait(AskWords("Reference of the record that carries on"))
        if not typed:
            return
        try:
            other = self.desk.case_called(typed)
        except (BadReference, KeyError) as wrong:
            say(self.app, str(wrong.args[0]))
            return
        why = await reason(self.app, "Why, in a few words?")
        if why and await carry_on(self, self.case_id, other, why):
            self.app.switch_screen(OverviewScreen(self.desk, other))

    @on(TakeApart)
    @work(exclusive=True)
    async def take_apart(self) -> None:
        """Ask why, and let the record go on by itself."""
        if not self.opened.file.case.continued_in:
            say(self.app, "This record is carried on in no other.")
            return
        if why := await reason(self.app, "Why are they taken apart again?"):
            desk = self.desk
            await self.save_changes(
                take_apart(desk.store.reading(), self.case_id, why, desk.me, desk.today)
            )

    @on(OptionList.OptionSelected, "#case-due")
    def _open_due(self, event: OptionList.OptionSelected) -> None:
        one = self._due[event.option_index]
        self.go_to(one.section, one.record)

    @on(OpenLine)
    def open_line(self) -> None:
        """Open the line that is highlighted."""
        self.query_one("#case-due", OptionList).action_select()


def _place(one: DueDate) -> tuple[object, ...]:
    return one.kind, one.section, one.record, one.due, one.at
