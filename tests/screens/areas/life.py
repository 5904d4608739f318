"""The steps of a case that every area takes, by keyboard. People are made up."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from data import due, settings
from data.settings import Settings
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.opening import open_case
from screens.assessment.scores import AreaLine
from screens.assessment.use_dialog import UseDialog
from screens.consent.prompts import Prompts
from screens.forms.record_form import RecordForm
from screens.meetings.agenda import AgendaScreen
from screens.start.new_family import NewFamilyScreen
from screens.start.screen import StartScreen
from screens.widgets.line_input import LineInput
from tests.screens.hands import Hands
from tests.screens.paper_beginning import begin
from tests.screens.paper_plan import end, the_minutes, turn_to
from tests.screens.paper_voices import answer, ask, name_the_services, state, whose
from tests.screens.running import KEY, ME, running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date
    from pathlib import Path

    import pytest

    from ehtui.opening import OpenCase


class Area:
    """One area's file on the desk, from one day to the next."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch, procedure: str) -> None:
        self.path = path
        self._monkeypatch = monkeypatch
        with Store.create(path, Secret.from_key(KEY)) as store:
            mine = Settings(me=ME, procedure=procedure)
            store.write(lambda connection: settings.write(connection, mine)).result()

    @asynccontextmanager
    async def on(self, day: str) -> AsyncIterator[Hands]:
        """Sit down at the desk on a day."""
        self._monkeypatch.setenv("EHTUI_TODAY", day)
        async with running(self.path, (120, 50)) as (app, pilot):
            yield Hands(app, pilot)

    def case(self) -> OpenCase:
        """Return the one case as saved."""
        with Store.open(self.path, Secret.from_key(KEY)) as store:
            (row,) = store.reading().execute("SELECT id FROM cases").fetchall()
            return open_case(store.reading(), row[0])

    def due(self, on: date) -> list[tuple[str, str]]:
        """Return the dashboard's rows of a day: when, and what with why."""
        with Store.open(self.path, Secret.from_key(KEY)) as store:
            rows = due.page(store.reading(), on, kind=None, who=None, limit=100)
            return [(str(one.due), f"{one.what}: {one.why}") for one in rows]

    def is_due(self, on: date, day: str, *words: str) -> bool:
        """Whether a row of that day says these words."""
        return any(
            when == day and all(word.casefold() in said.casefold() for word in words)
            for when, said in self.due(on)
        )


async def a_new_family(hands: Hands, family: str, child: str, born: str, why: str) -> None:
    """Begin a record in a few words."""
    await hands.press("n")
    await hands.until(lambda: isinstance(hands.app.screen, NewFamilyScreen) and hands.app.focused)
    await hands.fill(family_name=family, given=child, born=born, why_now=why)
    await hands.press("ctrl+s")
    await hands.until(lambda: isinstance(hands.app.screen, StartScreen))
    await hands.ready()


async def the_mother(hands: Hands, given: str, family: str) -> None:
    """Add the mother, who cares for the child and holds responsibility."""
    await hands.section("p", "people")
    await begin(hands, "a", "adult")
    await hands.fill(given=given, family=family, in_family="mum", lives_in_home="yes")
    ties = hands.screen.query("Ties > RecordForm").results(RecordForm)
    carer = {"kind": "Mother", "parental_responsibility": "yes", "primary_carer": "yes"}
    for form in list(ties):
        for field, text in carer.items():
            await hands.enter(form.field_row(field).editor, text)
    await hands.save()


async def the_school(hands: Hands, name: str) -> None:
    """Add the school that works with the child."""
    await hands.to_list()
    await hands.press("s")
    await hands.quiet()
    await hands.fill(name=name, kind="School", involved="yes", role="SENCo")
    await hands.save()


async def the_way_in(hands: Hands, **said: str) -> None:
    """Say how the family came, and what the plan counts from."""
    await hands.section("s", "start")
    await hands.row("written down")
    await hands.fill(**said)
    await hands.save()


async def consent(hands: Hands, who: str, on: str, **services: str) -> None:
    """Ask for all three parts of consent, and say of each service whether it may see."""
    await hands.section("c", "consent")
    await ask(hands, who)
    await hands.fill("#ask-who", on=on)
    parts = ("start", "store", "share")
    await answer(hands, **{one: "y" for one in parts if hands.screen.query(f"#answer-{one}")})
    prompts = hands.screen.query(Prompts)
    if prompts:
        prompts.first().focus()
        await hands.press("enter", "enter", "enter")
    await name_the_services(hands, services)
    await hands.fill("#ask-how", how="Signed on paper", words="Yes to all of it.")
    await hands.save()


async def said(hands: Hands, who: str, **parts: str) -> None:
    """Write down what somebody says in the Three Columns."""
    await hands.section("3", "columns")
    await hands.quiet()
    await whose(hands, who)
    for part, text in parts.items():
        await state(hands, part, text)


async def found(hands: Hands, heading: str, **said: str) -> None:
    """Write what was found under a heading of the assessment."""
    await hands.section("e", "assessment")
    await _line_of(hands, heading)
    await hands.press("enter")
    await hands.dialogue()
    await hands.fill(**said)
    await hands.save_dialogue()


async def a_tool(hands: Hands, tool: str, scores: dict[str, str], **said: str) -> None:
    """Record one use of a tool with the scores of some of its areas."""
    await hands.section("j", "tools")
    await _line_of(hands, tool)
    await hands.press("enter")
    await hands.until(lambda: isinstance(hands.app.screen, UseDialog) and hands.app.focused)
    await hands.fill(**said)
    for line in list(hands.app.screen.query(AreaLine)):
        if line.area in scores:
            await hands.enter(line.query_one(".score", LineInput), scores[line.area])
    await hands.save_dialogue()


async def reached(hands: Hands, outcome: str, key: str) -> None:
    """Say by one key how an outcome of the area's framework stands."""
    await hands.section("q", "framework")
    before = len(hands.screen.opened.file.framework_answers)
    await _line_of(hands, outcome)
    await hands.press(key)
    await hands.until(lambda: len(hands.screen.opened.file.framework_answers) > before)
    await hands.quiet()


async def _line_of(hands: Hands, says: str) -> None:
    listing = hands.screen.query_one("#assess-lines", OptionList)
    await hands.until(lambda: listing.focus().has_focus)
    await hands.line(listing, says)
    await hands.settle()


async def lead(hands: Hands, **said: str) -> None:
    """Write down who leads."""
    await hands.section("s", "start")
    await hands.row(hands.screen.opened.wording.filled("add a {lead}"))
    await hands.fill(**{"name": ME, "role": "school nurse", **said})
    await hands.save()


async def an_outcome(hands: Hands, **said: str) -> None:
    """Add an outcome and agree it."""
    await hands.section("u", "outcomes")
    await hands.row("add an outcome")
    await hands.fill(**said)
    await hands.save()
    await hands.press("f4")
    await hands.pick("Agreed")
    await hands.ready()


async def an_outcome_ends(hands: Hands, title: str, how: str, analysis: str) -> None:
    """Say how an outcome ended, and what changed."""
    await hands.section("u", "outcomes")
    await hands.row(title)
    await hands.press("f4")
    await hands.pick(how)
    await hands.ready()
    await hands.quiet()
    await hands.row(title)
    await hands.fill(analysis=analysis)
    await hands.save()


async def a_meeting(hands: Hands, kind: str, on: str, **more: str) -> None:
    """Plan a meeting and invite everybody."""
    await hands.section("m", "meetings")
    await hands.row("add ")
    await hands.fill(kind=kind, on=on)
    await hands.quiet()
    if more:
        await hands.fill(**more)
    await hands.save()
    await hands.to_list()
    await hands.press("f4")
    await hands.until(lambda: isinstance(hands.app.screen, AgendaScreen))
    await hands.ready()
    await hands.press("f4")
    await hands.quiet()
    await hands.press("escape")
    await hands.quiet()


async def hold(hands: Hands, day: str, page: str, **said: str) -> None:
    """Take a meeting's minutes to their end, on the page that asks how it goes on."""
    await the_minutes(hands, day)
    await turn_to(hands, page)
    await hands.fill(**said)
    await end(hands)


async def a_row(hands: Hands, section: tuple[str, str], line: str, **said: str) -> None:
    """Add a row of a kind to a section."""
    await hands.section(*section)
    await hands.row(line)
    for field, text in said.items():
        await hands.fill(**{field: text})
        await hands.settle()
    await hands.save()


def lines(hands: Hands) -> list[str]:
    """Return the lines of the section's list."""
    listing = hands.screen.query_one("#row-list", OptionList)
    return [str(one.prompt) for one in listing.options]
