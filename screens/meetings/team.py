"""The team around the family: who belongs to it, their part, and how they get their copies.

Source: Newcastle 11, 13.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from data.records.meetings import Member
from ehtui.changes import ChangeSet
from ehtui.dates import show_short
from ehtui.process.meetings.team import candidates, family_outside
from screens.commands import Command, CommandClass
from screens.rows.frame import RowsScreen
from screens.rows.kinds import RowKind
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from ehtui.opening import OpenCase

COPIES = ("gets_copies", "copies_how")
FAMILY = ("person_id", "role", "part", "since", "until", "confidentiality", *COPIES)
PRACTITIONER = (
    *("name", "role", "agency_id", "phone", "email", "part", "since", "until", "confidentiality"),
    *COPIES,
)


class FromTheCase(Command):
    """Take somebody of the family, or somebody from a service, into the team."""

    key = "f5"
    footer = "from the case"


class WholeFamily(Command):
    """Take everybody of the family who lives in the home or holds responsibility into the team."""

    key = "f4"
    footer = "the family"


class PlanCopies(Command):
    """See who is to have the plan, what each gets, and write down that it went."""

    key = "ctrl+o"
    title = "Copies of the plan"


def fitting(held: Callable[[str], str]) -> tuple[str, ...]:
    """Return the fields to ask: somebody of the family has name and number among the people."""
    return FAMILY if held("person_id") else (*PRACTITIONER, "person_id")


def _member(opened: OpenCase, one: Member) -> str:
    name = opened.file.name(one.id, "nobody named yet")
    where = opened.file.name(one.agency_id)
    role = one.role if one.role != name else ""
    agreed = f"confidentiality {show_short(one.confidentiality)}" if one.confidentiality else ""
    copies = {True: "gets copies", False: "no copies", None: ""}[one.gets_copies]
    left = f"left {show_short(one.until)}" if one.until else ""
    return "  ".join(part for part in (name, role, where, one.part, agreed, copies, left) if part)


class TeamScreen(RowsScreen):
    """Members, their part, confidentiality agreed, and copies."""

    SECTION = "team"
    TITLE = "Team"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (FromTheCase, WholeFamily, PlanCopies)
    KINDS: ClassVar[tuple[RowKind, ...]] = (
        RowKind(Member, "{Taf_long}", _member, fitting=fitting),
    )

    def above(self) -> Iterable[Widget]:
        """Say who of the family is not in the team yet: they are always invited."""
        outside = {one.id for one in family_outside(self.opened.file)}
        names = ", ".join(one.called for one in self.shown.file.people if one.id in outside)
        if names:
            said = f"The family is always invited. Not in the {{taf}} yet: {names} (F4)."
            yield Static(Content(self.shown.wording.filled(said)), classes="not-yet")

    @on(FromTheCase)
    @work
    async def from_the_case(self) -> None:
        """Ask who, and add them."""
        found = {one.key: one for one in candidates(self.opened.file)}
        lines = [(one.name, one.key) for one in candidates(self.shown.file)]
        chosen = await self.app.push_screen_wait(Pick("Who joins?", lines))
        if chosen is not None:
            changes = ChangeSet(self.case_id)
            row = changes.new(Member, **found[chosen].values)
            self.chosen = row.record_id
            await self.save_changes(changes)

    @on(WholeFamily)
    @work
    async def whole_family(self) -> None:
        """Add everybody of the family who is always invited."""
        outside = {one.id for one in family_outside(self.opened.file)}
        changes = ChangeSet(self.case_id)
        for one in candidates(self.opened.file):
            if one.key in outside:
                changes.new(Member, **one.values)
        await self.save_changes(changes)

    @on(PlanCopies)
    def plan_copies(self) -> None:
        """Open the copies of the plan."""
        from screens.going_out.copies import CopiesScreen

        self.flush()
        self.app.push_screen(CopiesScreen(self.desk, self.case_id))

    def why_not(self, command: CommandClass) -> str | None:
        """Say why nobody can be taken over."""
        if not hasattr(self, "opened"):
            return super().why_not(command)
        if command is FromTheCase and not candidates(self.opened.file):
            return "Everybody of the case is in the team already. F7 adds somebody else."
        if command is WholeFamily and not family_outside(self.opened.file):
            return "The family is in the team already."
        return super().why_not(command)
