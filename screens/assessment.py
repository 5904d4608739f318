"""The assessment: every heading of the area, filled or empty and for whom, each a form of its own.

Source: Doncaster p. 14, 15; Derby 6, 8; Gloucestershire, "My Assessment"; Hull 3.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from data.records.findings import Finding
from ehtui.process.assessing import (
    elsewhere,
    headings_of,
    missing_beside,
    says_something,
    sections_at,
    stands_elsewhere,
)
from ehtui.process.framework import states_of
from ehtui.process.tools import uses_of
from screens.assessing.commands import ChooseAbout, NextEmpty
from screens.assessing.frame import AssessingScreen
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
    from ehtui.process.assessing import Heading

GO = "go:"
FAMILY = "family"
ROOM = 60
"""Characters of a finding shown in its line."""


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
                yield self._way(section.title, place, "✓" if done else "·")
            else:
                yield from self._section(section)
        yield from self._ways()

    async def show_case(self) -> None:
        """Show the case, and whom the next findings are about."""
        await super().show_case()
        for line in self.query(TitleLine):
            line.right = f"about: {self._called(self.about)}  (F4)"

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
                yield row.record_id, Content(f"    • {_typed(row)} (not saved yet)")

    def _heading(self, heading: Heading) -> Content:
        found = self.for_room(heading.found)
        whole = [one for one in found if says_something(one)]
        mine = [one for one in whole if one.about_id in (None, self.about or None)]
        mark = "✓" if mine else "~" if whole else "·"
        names = dict.fromkeys(self._called(one.about_id) for one in whole)
        whom = Content(f"  {', '.join(names)}").stylize("$text-muted")
        return Content(f"  {mark} {self._filled(heading.title)}") + whom

    def _finding(self, finding: Finding) -> Content:
        told = " / ".join(_texts(finding))[:ROOM] or "nothing yet"
        whence = f", from {finding.known_from}" if finding.known_from else ", from whom?"
        said = f"{self._called(finding.about_id)}: {' '.join(told.split())}{whence}"
        return Content(said).stylize("$text-muted") + self.marked(finding)

    def _begun_under(self, heading: Heading) -> list[RowChange]:
        return [
            one
            for one in self.begun("findings")
            if {name: one.typed.get(name, "") for name in heading.names} == heading.names
        ]

    def _way(self, title: str, place: str, mark: str) -> tuple[str, Content]:
        return f"{GO}{place}", Content(f"→ {mark} {self._filled(title)}")

    def _ways(self) -> Iterator[tuple[str, Content]]:
        file, procedure = self.opened.file, self.opened.procedure
        if procedure.framework:
            said = states_of(file, procedure)
            count = f"{sum(one.state != '' for one in said)}/{len(said)}"
            yield self._way(f"{procedure.framework.title}  {count}", "framework", "")
        if procedure.tools:
            used = sum(bool(uses_of(file, tool)) for tool in procedure.tools)
            yield self._way(f"Tools  {used}/{len(procedure.tools)}", "tools", "")

    def below(self) -> Content:
        """Say what belongs under the heading, or the whole of a finding."""
        finding = self.record(self.at)
        if isinstance(finding, Finding):
            pairs = self.shown.wording.rows(self.shown.own(finding))
            said = [f"{label}: {value}" for label, value in pairs if label not in ("Section", "Heading")]
            return Content("   ".join(said))
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
            self.wanted = f"{GO}{place}" if place else next(iter(own), "")
        super().arrive()

    def open_line(self, key: str) -> None:
        """Write under a heading, change a finding, or go where it is written."""
        if key.startswith(GO):
            self.go_to(key.removeprefix(GO))
        elif isinstance(finding := self.record(key), Finding):
            heading = self._heading_of(f"{finding.section}/{finding.item}".rstrip("/"))
            if heading is not None:
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
        self, heading: Heading, existing: Finding | None = None, row: RowChange | None = None
    ) -> None:
        """Ask what the heading asks, and show what became of it."""
        title = self._filled(heading.title)
        hint = self._filled(heading.hint)
        dialog = RowDialog(
            self.editing,
            self.shown.wording,
            Finding,
            title=f"{title}\n{hint}" if hint else title,
            begin=heading.fields[2],
            before_save=self.check,
            fields=heading.fields,
            defaults={**heading.names, "about_id": self.about or None, "on": self.desk.today},
            existing=existing,
            row=row,
        )
        await self.ask(dialog)

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


def _texts(finding: Finding) -> Iterator[str]:
    for field in ("needs", "strengths", "risks", "protects", "words"):
        if said := getattr(finding, field):
            yield said
    if finding.not_known:
        yield f"not known: {finding.not_known}"


def _typed(row: RowChange) -> str:
    given = (row.typed.get(field, "") for field in ("needs", "strengths", "risks", "words"))
    return " ".join(" ".join(one for one in given if one).split())[:ROOM] or "begun"
