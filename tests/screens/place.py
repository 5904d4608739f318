"""A screen with one of each thing, on which keys, fields and lists are tried."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input, Select, TextArea

from screens.app import EhtuiApp
from screens.commands import Command, CommandClass, CommandScreen
from screens.global_commands import OpenHarm, OpenPhone
from screens.widgets.choice import Choice
from screens.widgets.data_list import Listing
from screens.widgets.keyline import KeyLine
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from screens.widgets.titleline import TitleLine

REASON = "[2] actions are open: finish them first."


class Find(Command):
    """Look somebody up."""

    key = "/"
    footer = "find"


class SaveForm(Command):
    """Save this form."""

    key = "ctrl+s"
    second_key = "f2"
    footer = "save"


class NewFamily(Command):
    """Begin with a family."""

    key = "n"
    second_key = "f4"
    footer = "new family"


class Close(Command):
    """Close the case."""

    key = "f6"
    footer = "close"


class Review(Command):
    """Review the plan."""

    key = "f7"
    footer = "review"


class Place(CommandScreen[None]):
    """A place to try keys in."""

    TITLE = "Place"
    OFFERS = (Find, SaveForm, NewFamily, Close, Review)

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.changes: list[object] = []

    def compose(self) -> ComposeResult:
        yield TitleLine("ehtui", "Place", right="14 open")
        yield LineInput("Keeva", id="name")
        yield Choice([("Mum [b]", "m"), ("Dad", "d")], "uncle", id="who")
        yield Narrative("She sleeps.", id="story")
        yield Listing("when", "what", "who", wide=1)
        yield KeyLine()

    def why_not(self, command: CommandClass) -> str | None:
        return REASON if command is Close else None

    @on(Find)
    @on(SaveForm)
    @on(NewFamily)
    @on(Close)
    @on(OpenHarm)
    @on(OpenPhone)
    def note(self, command: Command) -> None:
        self.done.append(type(command).__name__)
        command.stop()

    @on(Input.Changed)
    @on(Select.Changed)
    @on(TextArea.Changed)
    def count(self, event: Message) -> None:
        self.changes.append(event)


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def show(pilot: Pilot[None], place: Place, focus: str | None = None) -> None:
    await pilot.app.push_screen(place)
    if focus:
        place.query_one(focus).focus()
    else:
        place.set_focus(None)
    await pilot.pause()


def line(widget: KeyLine | TitleLine) -> str:
    return widget.render().plain


def notices(bench: EhtuiApp) -> list[str]:
    return [notice.message for notice in bench._notifications]
