"""The family's own words on how it was done, and what they agree may be fetched from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.consent.asking_form import AskingForm
from screens.forms.record_form import RecordForm
from screens.statements.board import StatementLine
from screens.statements.entry import Entry
from screens.widgets.choice import Choice
from screens.widgets.data_list import Listing
from screens.widgets.yes_no import YesNo
from tests.screens.family import a_family
from tests.screens.running import open_section, running, type_text, until

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_comment_is_the_familys_and_of_the_process(path: Path) -> None:
    family = a_family(path)
    async with running(family.path) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "comments")
        await until(pilot, lambda: isinstance(screen.focused, Entry))
        await type_text(pilot, "nobody [b] hurried us")
        await pilot.press("enter")
        await until(pilot, lambda: screen.query(StatementLine))
    (said,) = (one for one in family.file().statements if one.tool == "comments")
    assert (said.part, said.text) == ("comment", "nobody [b] hurried us")
    assert said.owner_id == family.mum


async def test_the_family_says_whether_others_may_be_asked_for_what_they_hold(path: Path) -> None:
    family = a_family(path)
    async with running(family.path, (80, 50)) as (app, pilot):
        screen = await open_section(app, pilot, family.case_id, "consent")
        await until(pilot, lambda: screen.focused is not None)
        await pilot.press("a")
        await until(pilot, lambda: screen.query(AskingForm))
        await pilot.pause()
        who = screen.query_one("#ask-who", RecordForm).field_row("by_id")
        who.query_one(Choice).value = family.mum
        await pilot.pause()
        screen.query_one("#answer-start").focus()
        await pilot.press("y")
        row = screen.query_one("#ask-how", RecordForm).field_row("may_fetch")
        row.query_one(YesNo).focus()
        await pilot.press("y")
        await until(pilot, lambda: screen.query_one(AskingForm).row.typed.get("may_fetch"))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.query(Listing))
    entry = family.file().consents[-1]
    assert (entry.by_id, entry.start, entry.may_fetch) == (family.mum, "yes", True)
