"""Three Houses: worries, good things and dreams, in the child's own words; one talk on each page.

Source: Newcastle 10.1, 7.3 (children are seen and heard; an unborn child excepted).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from ehtui.dates import show_date
from ehtui.process.assessment.voices import not_heard, to_hear
from screens.say import say
from screens.statements.attaching import AttachDialog
from screens.statements.board import Group
from screens.statements.changing import ChangingStatements
from screens.statements.commands import (
    AddStatement,
    AttachDrawing,
    ChooseOwner,
    SplitLines,
)
from screens.statements.owners import Owner
from screens.statements.reading import held_back_line
from screens.widgets.confirm import Confirm
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.records.assessment import Conversation, Statement
    from screens.commands import CommandClass

HOUSES = {"house_worries": "worries", "house_good": "good_things", "house_dreams": "dreams"}
"""The parts, and what the areas call these houses."""
NOBODY = (
    "There is no child to hear yet. Add the child under People (F2, then p); an unborn child is "
    "not asked."
)


class HousesScreen(ChangingStatements):
    """What a child is worried about, likes and dreams of, talk by talk."""

    SECTION = "houses"
    TITLE = "Three Houses"
    TOOL = "houses"
    PARTS = tuple(HOUSES)
    CONVERSATION = (
        "on",
        "place",
        "present",
        "written_by",
        "how",
        "child_seen",
        "may_show",
        "interpreter",
    )
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (AttachDrawing,)

    def headings(self) -> dict[str, str]:
        """Return what the area calls its houses."""
        filled = self.shown.wording.filled
        own = {one.key: filled(one.title) for one in self.opened.procedure.houses}
        return {part: own.get(HOUSES[part], name) for part, name in super().headings().items()}

    def first_owner(self) -> Owner:
        """Begin with the child that was asked for, else with one who isn't heard yet."""
        file = self.opened.file
        self._going_on: set[str] = set()
        asked = self.statement(self.wanted_statement())
        wanted = asked.owner_id if asked else self.wanted
        order = [*not_heard(file), *to_hear(file)]
        child = next((one for one in order if one.id == wanted), order[0] if order else None)
        if child is None:
            return Owner()
        owner = Owner(person_id=child.id)
        talks = self._talks(owner)
        talk = next((one for one in talks if asked and one.id == asked.conversation_id), None)
        if talk or talks:
            self.talk.choose(talk or talks[-1])
        return owner

    def groups(self, statements: Sequence[Statement]) -> list[Group]:
        """Return what the child said in the talk that is shown."""
        talk = self.talk_with(self.owner)
        pages = {one.id for one in self._talks(self.owner)}
        last = not talk or talk.id == self._talks(self.owner)[-1].id
        said = [
            one
            for one in statements
            if one.owner_id == self.owner.person_id
            and (
                (talk is not None and one.conversation_id == talk.id)
                or (last and one.conversation_id not in pages)
            )
        ]
        return [Group(talk.id if talk else "", "", self.cells(said))] if said else []

    def gaps(self) -> Content:
        """Say who is not heard yet, which drawings there are, what is held back."""
        file = self.shown.file
        if not self.owner.person_id:
            return Content(NOBODY)
        missing = ", ".join(child.called for child in not_heard(file)) or "nobody"
        found = [f"not heard yet: {missing}"]
        talk = self.talk_with(self.owner)
        found += [
            f"{one.what or 'drawing'}: {one.file_name or f'kept at {one.kept_at}'}"
            for one in file.attachments
            if talk and one.of_record == talk.id
        ]
        if not self.desk.showing_to and (kept := held_back_line(file, self.of_tool())):
            found.append(kept)
        return Content("   ".join(found))

    def talk_words(self) -> str:
        """Return the day, the place, and on which of the pages this is."""
        talks = self._talks(self.owner)
        talk = self.talk_with(self.owner)
        words = [super().talk_words()]
        if talks:
            page = f"talk {talks.index(talk) + 1} of {len(talks)} (PgUp PgDn)" if talk else ""
            words.append(page or "(PgUp the one before)")
        if talk and talk.how:
            words.append(talk.how)
        if talk and talk.child_seen is False:
            words.append("child not seen")
        if talk and talk.may_show and not self.desk.showing_to:
            words.append(f"may see it: {talk.may_show}")
        return " · ".join(words)

    def why_not(self, command: CommandClass) -> str | None:
        """Say that there is no child yet."""
        if command in (AddStatement, SplitLines, ChooseOwner) and not self.owner.person_id:
            return NOBODY
        if command is AttachDrawing and self.talk_with(self.owner) is None:
            return "Say first when the talk was (F6), or add what was said."
        return super().why_not(command)

    async def ask_owner(self) -> None:
        """Ask which child."""
        missing = not_heard(self.shown.file)
        lines = [
            (f"{child.called}{'  (not heard yet)' if child in missing else ''}", child.id)
            for child in to_hear(self.shown.file)
        ]
        here = self.owner.person_id
        chosen = await self.app.push_screen_wait(Pick("Which child?", lines, here))
        if chosen:
            talks = self._talks(Owner(person_id=chosen))
            if talks:
                self.talk.choose(talks[-1])
            else:  # who was in the room with this child is never taken from another's talk
                self.talk.begin_new(self.desk.today)
            await self.take_owner(Owner(person_id=chosen))

    async def turn(self, by: int) -> None:
        """Turn to another talk, and behind the last to a new one."""
        talks = self._talks(self.owner)
        talk = self.talk_with(self.owner)
        place = (talks.index(talk) if talk else len(talks)) + by
        if 0 <= place < len(talks):
            self.talk.choose(talks[place])
        elif place == len(talks):
            self.talk.begin_new(self.desk.today)
        else:
            return
        await self.show_statements()

    async def settle_talk(self) -> None:
        """Ask before something is added to a talk of an earlier day."""
        talk = self.talk_with(self.owner)
        if talk is None or talk.id in self._going_on or talk.on == self.desk.today:
            return
        day = show_date(talk.on) if talk.on else "without a day"
        more = await self.app.push_screen_wait(
            Confirm(f"Add this to the talk of {day}?", yes="Add to it", no="A new talk, today")
        )
        if more:
            self._going_on.add(talk.id)
        else:
            self.talk.begin_new(self.desk.today)

    @on(AttachDrawing)
    @work
    async def attach_drawing(self) -> None:
        """Ask for the file or the place, and keep it with this talk."""
        talk = self.talk_with(self.owner)
        if talk is None:
            return
        dialog = AttachDialog(
            self.editing,
            self.shown.wording,
            of_record=talk.id,
            what="drawing",
            on=talk.on,
            about_id=self.owner.person_id or None,
        )
        if await self.app.push_screen_wait(dialog):
            say(self.app, "Kept with this talk.")
            await self.reload()

    def earlier_talks(self) -> list[tuple[str, str]]:
        """Earlier talks are pages here."""
        return []

    def _talks(self, owner: Owner) -> list[Conversation]:
        mine = [
            one
            for one in self.talks
            if one.tool == self.TOOL and (one.with_id or "") == owner.person_id
        ]
        return sorted(mine, key=lambda one: (str(one.on or ""), one.id))
