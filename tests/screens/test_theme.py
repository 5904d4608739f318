"""Contrast is measured on the screen as drawn, so that no rule of a style sheet escapes it."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Vertical
from textual.content import Content
from textual.filter import dim_color
from textual.geometry import Region
from textual.widgets import Button

from screens.app import EhtuiApp
from screens.commands import Command, CommandClass, CommandScreen
from screens.say import say
from screens.theme import THEMES
from screens.widgets.banner import Banner
from screens.widgets.choice import Choice
from screens.widgets.confirm import Confirm
from screens.widgets.data_list import Listing, Row
from screens.widgets.keyline import KeyLine
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from screens.widgets.pick import Pick
from screens.widgets.ticks import Ticks
from screens.widgets.titleline import TitleLine
from screens.widgets.yes_no import YesNo

ENOUGH = 4.5
LINES = set("─│╭╮╰╯┬┴├┤┼▌▐▏▕▊▎█▁▔▄▀━┃┏┓┗┛")


class Greyed(Command):
    """Can't be used now."""

    key = "f6"
    footer = "greyed"


class Usable(Command):
    """Can be used now."""

    key = "f5"
    footer = "usable"


class Everything(CommandScreen[None]):
    """Every widget on one screen."""

    OFFERS = (Greyed, Usable)

    def compose(self) -> ComposeResult:
        yield TitleLine("ehtui", "Everything", right="Sun 22 Nov 2026")
        yield Banner("Opened for reading.")
        yield LineInput("typed", id="typed")
        yield LineInput(placeholder="placeholder", id="empty")
        yield Choice([("Mother", "m"), ("Father", "f")], "m", id="chosen")
        yield Choice([("Mother", "m"), ("Father", "f")], id="unchosen")
        yield Narrative("told at length", id="narrative")
        yield Narrative(placeholder="placeholder", id="untold")
        yield YesNo("yes", id="answered")
        yield YesNo(id="unanswered")
        yield Ticks([("Mother", "m"), ("Father", "f")], ["m"])
        with Vertical(classes="frame"):
            yield Listing("when", "what", wide=1)
        yield Button("press", id="press")
        yield Button("can't", id="cannot", disabled=True)
        yield KeyLine()

    def on_mount(self) -> None:
        for field in self.query(LineInput):
            field.border_title = Content("label")
            field.border_subtitle = Content("a date is needed")
        self.query_one(".frame").border_title = Content("Overdue 3")
        rows = [Row(str(n), ("Tue 24", "Review")) for n in range(3)]
        self.query_one(Listing).show(rows)
        self.query_one(KeyLine).state = "not saved: the disk is full"

    def why_not(self, command: CommandClass) -> str | None:
        return "Not yet." if command is Greyed else None


def luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(text: Color, ground: Color) -> float:
    """Source: WCAG 2.2, relative luminance and contrast ratio."""
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(app: EhtuiApp, region: Region) -> set[str]:
    """Return the words in a region drawn with too little contrast, and check there are words."""
    found: set[str] = set()
    words = 0
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    for strip in strips:
        for segment in strip.crop(region.x, region.right):
            if set(segment.text) <= LINES | {" "}:
                continue
            words += 1
            ratio = _ratio(segment)
            if ratio < ENOUGH:
                found.add(f"{segment.text.strip()} {ratio:.1f}")
    assert words
    return found


def _ratio(segment: Segment) -> float:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    color = dim_color(style.bgcolor, style.color) if style.dim else style.color
    pair = Color.from_rich_color(color), Color.from_rich_color(style.bgcolor)
    return contrast(*(reversed(pair) if style.reverse else pair))


THEME_NAMES = [theme.name for theme in THEMES]


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_everything_on_a_form_can_be_read_wherever_the_focus_is(
    bench: EhtuiApp, theme: str
) -> None:
    async with bench.run_test(size=(80, 50), notifications=True) as pilot:
        bench.theme = theme
        await bench.push_screen(Everything())
        say(bench, "Saved.")
        await pilot.pause()
        stops = bench.screen.focus_chain
        assert len(stops) == 11
        for _ in stops:
            assert faint(bench, bench.screen.region) == set()
            await pilot.press("tab")


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("field", ["chosen", "unchosen"])
async def test_an_unfolded_choice_can_be_read(bench: EhtuiApp, theme: str, field: str) -> None:
    async with bench.run_test(size=(80, 50)) as pilot:
        bench.theme = theme
        await bench.push_screen(Everything())
        bench.screen.query_one(f"#{field}").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert faint(bench, bench.screen.region) == set()


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize(
    ("keys", "part"),
    [
        (("f1",), "HelpScreen"),
        (("ctrl+p",), "CommandList"),
        (("ctrl+p",), "CommandInput"),
        (("ctrl+p", "g", "r", "e"), "CommandList"),
    ],
)
async def test_help_and_palette_can_be_read(
    bench: EhtuiApp, theme: str, keys: tuple[str, ...], part: str
) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        bench.theme = theme
        await bench.push_screen(Everything())
        await pilot.press(*keys)
        await bench.workers.wait_for_complete()
        await pilot.pause()
        shown = bench.screen if part == "HelpScreen" else bench.screen.query_one(part)
        assert faint(bench, shown.region) == set()


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_a_question_can_be_read_on_either_answer(bench: EhtuiApp, theme: str) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        bench.theme = theme
        await bench.push_screen(Confirm("Throw it away?", yes="Throw away"))
        for _ in range(2):
            await pilot.pause()
            assert faint(bench, bench.screen.query_one("Confirm > Vertical").region) == set()
            await pilot.press("tab")


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_a_pick_can_be_read_on_every_line(bench: EhtuiApp, theme: str) -> None:
    async with bench.run_test(size=(80, 24)) as pilot:
        bench.theme = theme
        await bench.push_screen(Pick("Whose?", [("Mother", "m"), ("Father", "f")]))
        for _ in range(2):
            await pilot.pause()
            assert faint(bench, bench.screen.query_one(".dialogue").region) == set()
            await pilot.press("down")


async def test_what_is_typed_is_the_brightest_text(bench: EhtuiApp) -> None:
    async with bench.run_test(size=(80, 50)) as pilot:
        await bench.push_screen(Everything())
        await pilot.pause()
        typed = bench.screen.query_one("#typed").styles
        label = bench.screen.query_one(TitleLine).styles
        assert luminance(typed.color) > luminance(label.color)


async def test_without_colour_the_focus_still_shows(
    bench: EhtuiApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with bench.run_test(size=(80, 50)) as pilot:
        bench.no_color = True
        await bench.push_screen(Everything())
        button = bench.screen.query_one("#press")
        button.focus()
        await pilot.pause()
        assert button.styles.text_style.reverse
        listing = bench.screen.query_one(Listing)
        listing.focus()
        await pilot.pause()
        assert listing.get_component_styles("datatable--cursor").text_style.reverse
        answer = bench.screen.query_one("#answered")
        plain = answer.styles.text_style
        answer.focus()
        await pilot.pause()
        assert answer.styles.text_style != plain
        ticks = bench.screen.query_one(Ticks)
        ticks.focus()
        await pilot.pause()
        assert ticks.get_component_styles("option-list--option-highlighted").text_style.reverse
