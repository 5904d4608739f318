"""The assessment: every heading of the area, filled or empty and for whom, each a form of its own.

Source: Doncaster p. 14, 15; Derby 6, 8; Gloucestershire, "My Assessment"; Hull 3.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from data.records.findings import Finding
from ehtui.changes import Problem, Unreadable
from ehtui.process.assessment.assessing import missing_beside
from ehtui.process.assessment.framework import states_of
from ehtui.process.assessment.headings import (
    TOLD,
    elsewhere,
    headings_of,
    says_something,
    sections_at,
    stands_elsewhere,
    strays_of,
)
from ehtui.process.assessment.tools import uses_of
from screens.assessment.commands import ChooseAbout, NextEmpty
from screens.assessment.findings import WHOLE, finding_line, finding_whole, typed_line
from screens.assessment.frame import AssessingScreen
from screens.assessment.tools import place_of
from screens.commands import CommandClass
from screens.forms.row_dialog import RowDialog
from screens.say import say
from screens.widgets.pick import Pick
from screens.widgets.titleline import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.procedures.model import Section
    from data.records.base import Record
    from ehtui.changes import RowChange
    from ehtui.process.assessment.headings import Heading

GO = "go:"
FAMILY = "family"


class AssessmentScreen(AssessingScreen):
    """Headings by section; Enter writes under one, and several people's findings stand together."""

    SECTION = "assessment"
    TITLE = "Assessment"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (ChooseAbout, NextEmpty)

    about: str | None = None
    """Whom the next findings are about: the key of a person, empty for the whole family."""

    def above(self) -> Content:
        """Say what is missing besides empty headings."""
        filled = self.shown.wording.filled
        gaps = missing_beside(self.shown.file, self.opened.procedure)
        if not gaps and not headings_of(self.opened.file, self.opened.procedure):
            return Content("Each part has a screen of its own: Enter goes there.")
        if not gaps:
            return Content("Enter writes under a heading; say from whom you know it.")
        return Content("Missing: " + " ".join(filled(one.words) for one in gaps))

    def lines(self) -> Iterator[tuple[str, Content]]:
        """Give the sections with their headings and findings, then tools and outcomes."""
        self._take_about()
        self._headings = headings_of(self.opened.file, self.opened.procedure)
        for section in sections_at(self.opened.file, self.opened.procedure):
            if place := elsewhere(section):
                done = stands_elsewhere(self.opened.file, section)
                yield self._way(place, section.key, section.title, "✓" if done else "·")
            else:
                yield from self._section(section)
        strays = self.for_room(strays_of(self.opened.file, self.opened.procedure))
        if strays:
            yield "", Content("From another area").stylize("bold")
        for finding in strays:
            yield finding.id, Content("      ") + self._finding(finding)
        yield from self._ways()

    async def show_case(self) -> None:
        """Show the case, and whom the next findings are about."""
        await super().show_case()
        for line in self.query(TitleLine):
            about = f"about: {self._called(self.about)}  (F4)"
            line.right = f"{self.looking} · {about}" if self.looking else about

    def _take_about(self) -> None:
        people = {one.id for one in self.opened.file.people}
        if self.about is None or (self.about and self.about not in people):
            born = [one.id for one in self.opened.file.children]
            self.about = born[0] if len(born) == 1 else ""

    def _section(self, section: Section) -> Iterator[tuple[str, Content]]:
        own = [one for one in self._headings if one.section == section]
        if section.items:
            count = f"  {sum(one.is_filled for one in own)}/{len(own)}"
            yield "", Content(f"{self._filled(section.title)}{count}").stylize("bold")
        for heading in own:
            yield heading.key, self._heading(heading)
            for finding in self.for_room(heading.found):
                yield finding.id, Content("      ") + self._finding(finding)
            for row in self._begun_under(heading):
                yield row.record_id, Content(f"    • {typed_line(row)} (not saved yet)")

    def _heading(self, heading: Heading) -> Content:
        found = self.for_room(heading.found)
        whole = [one for one in found if says_something(one)]
        mine = [one for one in whole if one.about_id in (None, self.about or None)]
        mark = "✓" if mine else "~" if whole else "·"
        names = dict.fromkeys(self._called(one.about_id) for one in whole)
        whom = Content(f"  {', '.join(names)}").stylize("$text-muted")
        title = Content(f"{mark} {self._filled(heading.title)}")
        return (Content("  ") + title if heading.topic else title.stylize("bold")) + whom

    def _finding(self, finding: Finding) -> Content:
        said = finding_line(self.shown, finding)
        return Content(said).stylize("$text-muted") + self.marked(finding)

    def _begun_under(self, heading: Heading) -> list[RowChange]:
        return [
            one
            for one in self.begun("findings")
            if {name: one.typed.get(name, "") for name in heading.names} == heading.names
        ]

    def _way(self, place: str, key: str, title: str, mark: str) -> tuple[str, Content]:
        return f"{GO}{place}/{key}", Content(f"→ {mark} {self._filled(title)}")

    def _ways(self) -> Iterator[tuple[str, Content]]:
        file, procedure = self.opened.file, self.opened.procedure
        if procedure.framework:
            said = states_of(file, procedure)
            count = f"{sum(one.state != '' for one in said)}/{len(said)}"
            yield self._way("framework", "", f"{procedure.framework.title}  {count}", " ")
        if tools := [one for one in procedure.tools if not place_of(one)]:
            used = sum(bool(uses_of(file, tool)) for tool in tools)
            yield self._way("tools", "", f"Tools  {used}/{len(tools)}", " ")

    def below(self) -> Content:
        """Say what belongs under the heading, or the whole of a finding."""
        finding = self.record(self.at)
        if isinstance(finding, Finding):
            between = "\n" if self.has_class("-wide") else "   "
            return Content(between.join(finding_whole(self.shown, finding)))
        heading = self._heading_of(self.at)
        return Content(self._filled(heading.hint) if heading else "")

    def record(self, key: str) -> Record | None:
        """Return the finding of a line."""
        return next((one for one in self.opened.file.findings if one.id == key), None)

    def arrive(self) -> None:
        """Go on to where what was asked for is written; a section begins at its first heading."""
        procedure = self.opened.procedure
        if any(self.wanted == one.key for one in procedure.tools):
            self.go_to("tools", self.wanted)
            return
        section = next((one for one in procedure.sections if one.key == self.wanted), None)
        if section is not None:
            place = elsewhere(section)
            own = [one.key for one in self._headings if one.section == section]
            self.wanted = f"{GO}{place}/{section.key}" if place else next(iter(own), "")
        super().arrive()

    def open_line(self, key: str) -> None:
        """Write under a heading, change a finding, or go where it is written."""
        if key.startswith(GO):
            self.go_to(key.removeprefix(GO).partition("/")[0])
        elif isinstance(finding := self.record(key), Finding):
            heading = self._heading_of(f"{finding.section}/{finding.item}".rstrip("/"))
            self.write(heading, existing=finding)
        elif heading := self._heading_of(key):
            self.write(heading)
        else:
            for heading in self._headings:
                for row in self._begun_under(heading):
                    if row.record_id == key:
                        self.write(heading, row=row)

    @work
    async def write(
        self,
        heading: Heading | None,
        existing: Finding | None = None,
        row: RowChange | None = None,
    ) -> None:
        """Ask what the heading asks, everything where there is none; show what became of it."""
        title = (
            "\n".join(self._filled(one) for one in (heading.title, heading.hint) if one)
            if heading
            else "From another area"
        )
        fields = heading.fields if heading else WHOLE
        names = heading.names if heading else {}
        dialog = RowDialog(
            self.editing,
            self.shown.wording,
            Finding,
            title=title,
            begin=fields[2],
            before_save=self.check,
            fields=fields,
            existing=existing,
            row=row,
            defaults={**names, "about_id": self.about or None, "on": self.desk.today},
        )
        await self.ask(dialog)

    def check(self, row: RowChange) -> None:
        """Refuse a new finding that says nothing. Raises Unreadable."""
        super().check(row)
        if row.record is not Finding or row.version:
            return
        if not any(row.typed.get(field, "").strip() for field in TOLD):
            sentence = "Nothing is written yet: what was found, or what is not known."
            raise Unreadable([Problem(row.table, row.record_id, "", sentence)])

    @on(ChooseAbout)
    @work
    async def choose_about(self) -> None:
        """Go on with findings about somebody else."""
        file = self.shown.file
        lines = [("the whole family", FAMILY), *((one.called, one.id) for one in file.people)]
        here = self.about or FAMILY
        chosen = await self.app.push_screen_wait(Pick("About whom?", lines, here))
        if chosen is not None:
            self.about = "" if chosen == FAMILY else chosen
            await self.show_case()
            self.arrive()

    @on(NextEmpty)
    def next_empty(self) -> None:
        """Go to the next heading with nothing under it, from the top again after the last."""
        keys = [one.key for one in self._headings]
        here = self._heading_of(self.at)
        begin = keys.index(here.key) + 1 if here else 0
        order = [*self._headings[begin:], *self._headings[:begin]]
        empty = next((one for one in order if not one.is_filled), None)
        if empty is None:
            say(self.app, "Something stands under every heading.")
            return
        self.wanted = empty.key
        self.arrive()

    def _heading_of(self, key: str) -> Heading | None:
        return next((one for one in self._headings if one.key == key), None)

    def _called(self, person_id: str | None) -> str:
        return self.shown.file.name(person_id, "the family")

    def _filled(self, template: str) -> str:
        return self.shown.wording.filled(template)
