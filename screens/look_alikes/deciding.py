"""What comes of a comparison: opened, linked, told apart, or one record carried on in the other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Protocol

from data.lookup.found import recorded
from ehtui import same_people
from screens.look_alikes.beside import Beside
from screens.say import say
from screens.widgets.ask_words import AskWords
from screens.widgets.confirm import Confirm

if TYPE_CHECKING:
    from textual.app import App

    from data.lookup.found import Found
    from ehtui.changes import ChangeSet
    from screens.desk import Desk

CHOICES: Final = (
    ("The same person: both records stay, each says where the other is", "same"),
    ("Somebody else", "different"),
    ("One family twice: this record is carried on in that one", "carry_on"),
    ("Open that record", "open"),
)
WHY_DIFFERENT: Final = "How do you know that it is somebody else?"


class Asker(Protocol):
    """A screen on which somebody decides."""

    app: App[object]
    desk: Desk

    async def save_changes(self, changes: ChangeSet) -> bool:
        """Save, or say why not; return whether it is saved."""


async def decide(asker: Asker, case_id: str, person_id: str, found: list[Found]) -> str:
    """Ask who somebody is, and save what is said; return the case to open, empty for none."""
    connection = asker.desk.store.reading()
    people = recorded(connection, [person_id, *(one.person_id for one in found)])
    said = await asker.app.push_screen_wait(
        Beside(asker.desk, people[person_id], found, people, CHOICES)
    )
    if said is None or said.found is None:
        return ""
    if said.what == "carry_on":
        return await _carry_on(asker, case_id, said.found)
    if said.what in ("same", "different"):
        why = await _why(asker, said.what)
        if why is not None:
            verdict: same_people.Verdict = "same" if said.what == "same" else "different"
            others = [said.found.person_id]
            today = asker.desk.today
            await asker.save_changes(
                same_people.decide(case_id, person_id, others, verdict, why, today)
            )
        return ""
    return said.found.case_id


async def _why(asker: Asker, what: str) -> str | None:
    """Ask how somebody knows; told apart needs a reason, or the next one asks again."""
    if what == "same":
        return await asker.app.push_screen_wait(AskWords("How do you know? Enter alone goes on."))
    return await reason(asker.app, WHY_DIFFERENT)


async def reason(app: App[object], question: str) -> str | None:
    """Ask until there are words, or None where somebody leaves."""
    while True:
        words = await app.push_screen_wait(AskWords(question))
        if words is None or words:
            return words
        say(app, "A few words, so that nobody has to ask again. Esc leaves it.")


async def _carry_on(asker: Asker, case_id: str, found: Found) -> str:
    sure = await asker.app.push_screen_wait(
        Confirm(
            f"This record is carried on in {found.reference}? Both stay as they are and can be "
            "taken apart again; what is due here ends.",
            yes="Carry on there",
        )
    )
    why = await asker.app.push_screen_wait(AskWords("Why, in a few words?")) if sure else None
    if why is None or not await carry_on(asker, case_id, found.case_id, why):
        return ""
    return found.case_id


async def carry_on(asker: Asker, case_id: str, in_case: str, why: str) -> bool:
    """Save that one record is carried on in another; say it where that can't be."""
    desk = asker.desk
    try:
        changes = await asyncio.to_thread(
            lambda: same_people.carry_on(
                desk.store.reading(), case_id, in_case, why, desk.me, desk.today
            )
        )
    except ValueError as wrong:
        say(asker.app, str(wrong), worry=True)
        return False
    return await asker.save_changes(changes)
