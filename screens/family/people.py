"""The people of the family, how they belong together, and the services that work with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from data import same_people
from data.codes.lists import words
from data.records.people import Agency, Person, Relationship
from ehtui.dates import age_on, show_date
from ehtui.same_people import lift
from ehtui.today import today
from screens.case.sections import section_screen
from screens.commands import Command, CommandClass
from screens.family.person_fields import fitting
from screens.family.ties import Ties
from screens.forms.field_row import FieldRow
from screens.forms.record_form import RecordForm
from screens.look_alikes.deciding import decide, reason
from screens.look_alikes.panel import COMPARE, LookAlikesPanel
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.say import say
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase


class AddChild(Command):
    """Begin a child or young person."""

    key = "c"
    footer = "child"


class AddUnborn(Command):
    """Begin a child who is not born yet."""

    key = "b"
    title = "Add an unborn child"


class AddAdult(Command):
    """Begin an adult; the same form asks whose parent or carer they are."""

    key = "a"
    footer = "adult"


class AddService(Command):
    """Begin a service, school or other that works with the family."""

    key = "s"
    footer = "service"


class Whose(Command):
    """Say whose parent or carer this adult is, and who holds parental responsibility."""

    key = "f5"
    footer = "whose"
    title = "Whose parent or carer"


class Compare(Command):
    """Set somebody beside those in other families who look alike, and say who it is."""

    key = COMPARE
    title = "Compare look-alikes"


class NotTheSame(Command):
    """Take back that somebody here is somebody in another record, too."""

    title = "Not the same person after all"


class SameForAll(Command):
    """Say for every other child what was just said for one: mother of all of them."""

    key = "f4"
    title = "Same for the other children"


def _person(_opened: OpenCase, person: Person) -> str:
    unsafe = "  ! unsafe to contact" if person.unsafe else ""
    if person.is_unborn:
        due = show_date(person.expected) if person.expected else person.expected_as_told
        return f"{person.called}  unborn, due {due or '?'}{unsafe}"
    age = str(age_on(person.born, today())) if person.born else person.born_as_told
    said = (person.full_name, age, person.in_family)
    return f"{'  '.join(part for part in said if part)}{unsafe}"


def _relationship(opened: OpenCase, row: Relationship) -> str:
    responsible = ", parental responsibility" if row.parental_responsibility else ""
    name = opened.file.name
    kind = words("relationship", row.kind) if row.kind else "?"
    return f"{name(row.person_id)}: {kind} of {name(row.child_id)}{responsible}"


def _agency(opened: OpenCase, row: Agency) -> str:
    who = " ".join(part for part in (row.worker, opened.file.name(row.with_id)) if part)
    return f"{row.name}  {who}{'  (not involved)' if row.involved is False else ''}"


PEOPLE = RowKind(Person, "People", _person, fitting=fitting)
SERVICES = RowKind(
    Agency, "Services, schools, others", _agency, defaults=lambda _: {"involved": True}
)


class PeopleScreen(RowsScreen):
    """Everybody in the family and everybody who works with it."""

    SECTION = "people"
    TITLE = "People and services"
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        PEOPLE,
        RowKind(Relationship, "Who belongs to whom", _relationship),
        SERVICES,
    )
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        AddChild,
        AddAdult,
        AddService,
        Whose,
        AddUnborn,
        SameForAll,
        Compare,
        NotTheSame,
    )

    def above(self) -> Iterable[Widget]:
        """Say who may be in the file already, once what was typed is saved."""
        yield LookAlikesPanel(self.desk, self.shown.file)

    @on(Compare)
    @work(exclusive=True)
    async def compare(self) -> None:
        """Set the first who looks like somebody elsewhere beside them, and save what is said."""
        for panel in self.query(LookAlikesPanel):
            for person_id, found in panel.found.items():
                other = await decide(self, self.case_id, person_id, found)
                if other:
                    self.app.switch_screen(section_screen("overview")(self.desk, other))
                return
        say(self.app, "Nobody here looks like somebody in another family's record.")

    @on(NotTheSame)
    @work(exclusive=True)
    async def not_the_same(self) -> None:
        """Ask which link, and why; both records stay as they are."""
        links = same_people.elsewhere(self.desk.store.reading(), self.case_id)
        if not links:
            say(self.app, "Nobody here is linked to somebody in another record.")
            return
        named = self.shown.file.name
        lines = [(f"{named(one.person_id)}: {one.reference}", one.link) for one in links]
        link = await self.app.push_screen_wait(Pick("Which of these is not so?", lines))
        why = await reason(self.app, "Why is it somebody else?") if link else None
        if link and why:
            await self.save_changes(lift(self.desk.store.reading(), link, why, self.desk.today))

    @on(AddChild)
    async def add_child(self) -> None:
        """Begin a child with the family's name, which may be changed."""
        await self.begin_row(PEOPLE, kind="child", family=self.opened.file.case.family_name)

    @on(AddUnborn)
    async def add_unborn(self) -> None:
        """Begin an unborn child."""
        await self.begin_row(PEOPLE, kind="unborn")

    @on(AddAdult)
    async def add_adult(self) -> None:
        """Begin an adult; no address is taken over: many live apart."""
        await self.begin_row(PEOPLE, kind="adult")

    @on(AddService)
    async def add_service(self) -> None:
        """Begin a service."""
        await self.begin_row(SERVICES)

    def after_form(self, form: RecordForm) -> Iterable[Widget]:
        """Ask below an adult whose they are, once there is somebody to ask about."""
        if self._is_adult(form) and form.row_id:
            yield Ties(self.editing, self.shown, form.row_id)

    @on(FieldRow.Typed)
    async def _keep_ties(self, event: FieldRow.Typed) -> None:
        """Ask whose they are as soon as an adult is begun, and no longer when it is a child."""
        form = event.row.query_ancestor(RecordForm)
        if form.record is not Person:
            return
        if not self._is_adult(form):
            await self.query(Ties).remove()
        elif not self.query(Ties):
            await self.query_one("#row-form").mount(*self.after_form(form))

    @on(Whose)
    def to_ties(self) -> None:
        """Go to the first child below the adult's form."""
        for form in self.query("Ties > RecordForm").results(RecordForm):
            form.field_rows.first().editor.focus()
            return
        say(self.app, "This is asked below an adult, once a name or another word is typed.")

    def _is_adult(self, form: RecordForm) -> bool:
        return form.record is Person and form.held("kind") == "adult"

    @on(SameForAll)
    def same_for_all(self) -> None:
        """Copy what was said for one child to those for whom nothing is said yet."""
        for ties in self.query(Ties):
            copied = ties.same_for_all()
            say(self.app, f"Said for {copied} more." if copied else "There is nothing to copy.")
            return
        say(self.app, "Say first, below an adult, whose they are for one of the children.")
