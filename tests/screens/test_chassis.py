"""What holds on every screen: keys, the two lines, help, palette, dialogues, fields and leaving."""

from __future__ import annotations

import pytest
from textual import events, on
from textual.app import ComposeResult
from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, Select, Static, TextArea

from screens.app import EhtuiApp
from screens.commands import Command, CommandClass, CommandScreen
from screens.global_commands import OpenHarm, OpenPhone
from screens.help import HelpScreen
from screens.widgets.choice import Choice
from screens.widgets.confirm import Confirm
from screens.widgets.data_list import PAGE, Listing, Row
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


@pytest.fixture
def place() -> Place:
    return Place()


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


# Keys


@pytest.mark.parametrize("focus", [None, "DataTable", "#who"])
@pytest.mark.parametrize(
    ("key", "name"), [("slash", "Find"), ("n", "NewFamily"), ("f4", "NewFamily")]
)
async def test_single_letters_act_where_nothing_is_typed(
    bench: EhtuiApp, place: Place, focus: str | None, key: str, name: str
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, focus)
        await pilot.press(key)
        assert place.done == [name]


@pytest.mark.parametrize("focus", ["#name", "#story"])
async def test_single_letters_are_typed_where_text_is_typed(
    bench: EhtuiApp, place: Place, focus: str
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, focus)
        await pilot.press("slash", "n", "question_mark")
        assert place.done == []
        assert bench.screen is place
        typed = place.query_one("#name", LineInput).value + place.query_one(Narrative).text
        assert "/n?" in typed


@pytest.mark.parametrize("focus", [None, "#name", "#story", "#who", "DataTable"])
async def test_function_keys_and_ctrl_s_act_wherever_the_focus_is(
    bench: EhtuiApp, place: Place, focus: str | None
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, focus)
        await pilot.press("ctrl+s", "f2", "f9", "f3")
        assert place.done == ["SaveForm", "SaveForm", "OpenHarm", "OpenPhone"]


async def test_harm_can_be_reached_from_inside_a_dialogue(bench: EhtuiApp) -> None:
    heard: list[str] = []

    class Asking(Confirm):
        @on(OpenHarm)
        def hear(self, command: OpenHarm) -> None:
            heard.append("harm")
            command.stop()

    async with bench.run_test() as pilot:
        await bench.push_screen(Asking("Sure?", yes="Yes"))
        await pilot.press("f9")
        assert heard == ["harm"]


async def test_a_command_that_is_off_says_why_and_does_nothing(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        await pilot.press("f6")
        await pilot.pause()
        assert place.done == []
        assert notices(bench) == [REASON]


# The key line and the title line


async def test_the_key_line_shows_five_keys_with_help_last_and_the_state_at_the_edge(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place)
        keys = place.query_one(KeyLine)
        keys.state = "saved ✓"
        await pilot.pause()
        shown = line(keys)
        assert shown.split("   ")[:5] == [
            "/ find",
            "Ctrl+S save",
            "n new family",
            "F6 close",
            "? help",
        ]
        assert shown.endswith(" saved ✓")
        assert len(shown) == 78


async def test_the_key_line_follows_the_focus(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place, "#name")
        shown = line(place.query_one(KeyLine))
        assert "find" not in shown
        assert "F4 new family" in shown
        assert "F1 help" in shown


@pytest.mark.parametrize("width", [20, 40, 60, 80, 160])
async def test_the_key_line_never_loses_the_state_for_keys(
    bench: EhtuiApp, place: Place, width: int
) -> None:
    async with bench.run_test(size=(width, 24)) as pilot:
        await show(pilot, place)
        keys = place.query_one(KeyLine)
        keys.state = "not saved: the disk is full, make room and press Ctrl+S"
        await pilot.pause()
        shown = line(keys)
        assert Content(shown).cell_length <= width - 2
        assert "? help" in shown
        assert "not saved" in shown or "…" in shown
        assert width < 70 or shown.endswith("press Ctrl+S")


async def test_a_click_on_a_key_does_what_the_key_does(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place)
        await pilot.click(KeyLine, offset=(2, 0))
        assert place.done == ["Find"]


async def test_the_title_line_keeps_its_right_end_and_takes_text_as_text(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test(size=(40, 24)) as pilot:
        await show(pilot, place)
        title = place.query_one(TitleLine)
        title.crumbs = ("[b]O'Connor-Łukasik[/]", "a section with a long name")
        await pilot.pause()
        shown = line(title)
        assert shown.startswith("[b]O'Connor-Łukasik[/] ·")
        assert shown.endswith("…  14 open")


# Help, palette, themes


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_shows_every_command_and_the_same_key_closes_it(
    bench: EhtuiApp, place: Place, key: str
) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place)
        await pilot.press(key)
        page = bench.screen
        assert isinstance(page, HelpScreen)
        text = "\n".join(str(part.content) for part in page.query(Static))
        for command in (*Place.offers(), *EhtuiApp.offers()):
            assert command.title in text
        assert f"Not now: {REASON}" in text
        assert "A place to try keys in." in text
        assert page.region.size == bench.size
        await pilot.press(key)
        assert bench.screen is place


async def test_every_command_is_in_the_palette_and_runs_from_it(
    bench: EhtuiApp, place: Place
) -> None:
    for command in (*Place.offers(), *EhtuiApp.offers()):
        assert command.tooltip(), command
    async with bench.run_test(size=(80, 60)) as pilot:
        await show(pilot, place, "#name")
        await pilot.press("ctrl+p")
        await settle(pilot)
        results = bench.screen.query_one(CommandList)
        listed = "\n".join(str(option.prompt) for option in results.options)
        for command in (*Place.offers(), *EhtuiApp.offers()):
            assert command.title in listed
        assert f"Not now: {REASON}" in listed
        await pilot.press(*"save f")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert place.done == ["SaveForm"]
        assert bench.screen is place


async def test_the_palette_opens_once(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        await pilot.press("ctrl+p", "ctrl+p")
        assert sum(isinstance(screen, CommandPalette) for screen in bench.screen_stack) == 1


async def test_ctrl_c_never_leaves(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert bench.is_running
        assert "Ctrl+Q leaves" in notices(bench)[0]


# Leaving


async def test_leaving_writes_the_drafts_first(
    bench: EhtuiApp, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    drained: list[bool] = []
    monkeypatch.setattr(bench, "drain", lambda: drained.append(bench.is_running))
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        await pilot.press("ctrl+q")
        await settle(pilot)
    assert drained[0]


@pytest.mark.parametrize(
    ("answer", "stays"), [("n", True), ("escape", True), ("enter", True), ("y", False)]
)
async def test_leaving_asks_when_the_drafts_cannot_be_written(
    bench: EhtuiApp, place: Place, monkeypatch: pytest.MonkeyPatch, answer: str, stays: bool
) -> None:
    def full() -> None:
        raise OSError

    monkeypatch.setattr(bench, "drain", full)
    left: list[object] = []
    monkeypatch.setattr(bench, "exit", lambda *_: left.append(True))
    async with bench.run_test() as pilot:
        await show(pilot, place)
        await pilot.press("ctrl+q")
        while not isinstance(bench.screen, Confirm):
            await pilot.pause()
        await pilot.press(answer)
        await settle(pilot)
        assert bool(left) is not stays


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["y"], True),
        (["n"], False),
        (["escape"], False),
        (["enter"], False),
        (["tab", "enter"], True),
    ],
)
async def test_a_question_is_answered_no_unless_yes_is_chosen(
    bench: EhtuiApp, keys: list[str], answer: bool
) -> None:
    given: list[bool | None] = []
    async with bench.run_test() as pilot:
        await bench.push_screen(Confirm("About [Tomek]?", yes="Throw away"), given.append)
        await pilot.press(*keys)
        await pilot.pause()
    assert given == [answer]


# Fields


async def test_showing_and_loading_a_record_is_not_a_change(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        place.query_one(LineInput).load("Zofia")
        place.query_one(Choice).load("d")
        place.query_one(Choice).load(None)
        place.query_one(Choice).load("aunt")
        place.query_one(Choice).offer([("Gran", "g")])
        place.query_one(Narrative).load("He walks.")
        await pilot.pause()
        assert place.changes == []
        assert place.query_one(Choice).chosen == "aunt"


async def test_typing_is_a_change(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        await pilot.press("x", "tab", "down", "up", "up", "enter", "tab", "x")
        await pilot.pause()
        assert [type(change) for change in place.changes] == [
            Input.Changed,
            Select.Changed,
            TextArea.Changed,
        ]
        assert place.query_one(Choice).chosen == "m"


async def test_a_retired_answer_stays_and_is_said_to_be_retired(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        choice = place.query_one(Choice)
        assert choice.chosen == "uncle"
        label = choice.query_one("#label", Static)
        assert "uncle (no longer used)" in str(label.content)
        choice.load("m")
        assert "Mum [b]" in str(label.content)


@pytest.mark.parametrize("key", ["ctrl+backspace", "alt+backspace", "ctrl+w"])
async def test_deleting_a_word_goes_left(bench: EhtuiApp, place: Place, key: str) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        field = place.query_one(LineInput)
        field.load("one two three")
        field.cursor_position = 8
        await pilot.press(key)
        assert field.value == "one three"


async def test_coming_back_to_a_field_selects_nothing(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#who")
        await pilot.press("shift+tab", "x")
        assert place.query_one(LineInput).value == "Keevax"


async def test_undo_goes_back_word_by_word_and_redo_forward(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        field = place.query_one(LineInput)
        await pilot.press("space", "a", "b", "space", "c", "backspace", "backspace")
        seen = []
        for _ in range(5):
            seen.append(field.value)
            await pilot.press("ctrl+z")
        assert seen == ["Keeva ab", "Keeva ab c", "Keeva ab", "Keeva", "Keeva"]
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
        assert field.value == "Keeva ab"


@pytest.mark.parametrize(
    ("pasted", "value", "said"),
    [
        ("one", "one", []),
        ("one\ntwo\r\n\n three ", "one two three", ["3 lines were pasted as one."]),
        ("a\tb\x1b[31mc", "a b [31mc", []),
        ("", "", []),
        ("\n", "", []),
        ("[b]x[/]", "[b]x[/]", []),
    ],
)
async def test_a_paste_keeps_every_line_and_says_so(
    bench: EhtuiApp, place: Place, pasted: str, value: str, said: list[str]
) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        field = place.query_one(LineInput)
        field.load("")
        field.post_message(events.Paste(pasted))
        await pilot.pause()
        await pilot.pause()
        assert field.value == value
        assert notices(bench) == said


async def test_a_paste_that_does_not_fit_is_refused_aloud(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place, "#name")
        field = place.query_one(LineInput)
        field.max_length = 7
        field.post_message(events.Paste("abc"))
        await pilot.pause()
        await pilot.pause()
        assert field.value == "Keeva"
        assert "room for 2" in notices(bench)[0]


async def test_a_narrative_grows_and_lets_tab_and_function_keys_go(
    bench: EhtuiApp, place: Place
) -> None:
    async with bench.run_test(size=(80, 40)) as pilot:
        await show(pilot, place, "#story")
        story = place.query_one(Narrative)
        before = story.size.height
        await pilot.press("enter", "a", "enter", "b")
        await pilot.pause()
        assert story.size.height == before + 2
        story.load("line\n" * 60)
        await pilot.pause()
        assert story.outer_size.height == 14
        await pilot.press("f6", "tab")
        await pilot.pause()
        assert notices(bench) == [REASON]
        assert isinstance(bench.focused, Listing)


# The list


def row(key: str, what: str = "Review [/]") -> Row:
    return Row(key, ("Tue 24", what, "me"))


async def test_a_list_shows_text_as_text_and_fits_the_width(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        await show(pilot, place)
        listing = place.query_one(Listing)
        listing.show([row("1"), row("2", "x" * 200)])
        await pilot.pause()
        assert listing.virtual_size.width == listing.size.width
        assert str(listing.get_cell_at((0, 1))) == "Review [/]"  # type: ignore[arg-type]


async def test_a_list_stays_on_its_row_and_opens_it_with_enter(
    bench: EhtuiApp, place: Place
) -> None:
    opened: list[str | None] = []

    class Opening(Place):
        @on(DataTable.RowSelected)
        def open(self, event: DataTable.RowSelected) -> None:
            opened.append(event.row_key.value)

    opening = Opening()
    async with bench.run_test() as pilot:
        await show(pilot, opening, "DataTable")
        listing = opening.query_one(Listing)
        assert listing.current is None
        listing.show([row("1"), row("2")])
        await pilot.press("down")
        listing.show([row("0"), row("1"), row("2")])
        assert listing.current == "2"
        await pilot.press("enter")
        listing.show([])
        assert listing.current is None
    assert opened == ["2"]


async def test_a_list_refuses_more_than_a_page(bench: EhtuiApp, place: Place) -> None:
    async with bench.run_test() as pilot:
        await show(pilot, place)
        with pytest.raises(ValueError, match="at most"):
            place.query_one(Listing).show([row(str(n)) for n in range(PAGE + 1)])
