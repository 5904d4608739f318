"""What a person can do here: one class an action.

Keys, the footer, the palette, the help page and the key reference are all made from these classes,
so none of them can drift from what the program does.

Textual already calls its palette providers `COMMANDS`, so a screen lists its own under `OFFERS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from pathlib import Path, PurePath
from typing import Any, ClassVar, TypeVar

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import REPLACED_KEYS, key_to_character
from textual.message import Message
from textual.screen import ModalScreen, Screen

from screens.say import say

ResultT = TypeVar("ResultT")

STYLES: list[str | PurePath] | None = [
    path
    for path in sorted((Path(__file__).parent / "styles").glob("*.tcss"))
    if path.name != "ehtui.tcss"
]
"""What screens look like beyond the frame: read when the first of them opens, not before."""

A_WORD = 1.0
"""Seconds within which letters follow one another while somebody types words."""

PALETTE_KEY = "ctrl+p"
"""The key of all commands: there, one without a key is found by its name."""

_KEY_NAMES = {
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


class Command(Message):
    """One thing a person can do; the docstring of each subclass is its help text.

    A screen offers it by naming the class in `OFFERS` and handles it with `@on(TheClass)`.
    """

    key: ClassVar[str] = ""
    """The key, as Textual spells it ("f2", "ctrl+s"), a character as itself ("?").

    Empty: in the palette only."""

    second_key: ClassVar[str] = ""
    """Another key for terminals that swallow the first."""

    footer: ClassVar[str] = ""
    """One or two words for the key line; empty: not shown there."""

    title: ClassVar[str] = ""
    """What the palette and the help call it; made from the class's name unless given."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Name the command after its class: SaveForm is "Save form"."""
        super().__init_subclass__(**kwargs)
        if "title" not in cls.__dict__:
            cls.title = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", cls.__name__).capitalize()

    @classmethod
    def help(cls) -> str:
        """Return the whole docstring, unindented."""
        return cleandoc(cls.__doc__ or "")

    @classmethod
    def tooltip(cls) -> str:
        """Return the docstring's first paragraph on one line."""
        return " ".join(cls.help().split("\n\n")[0].split())

    @classmethod
    def all_keys(cls) -> tuple[str, ...]:
        """Return the keys that run it, the preferred one first."""
        return tuple(key for key in (cls.key, cls.second_key) if key)


CommandClass = type[Command]


def character(key: str) -> str | None:
    """Return what a key types, or None for a key that types nothing.

    Textual shortens some names ("slash") and then no longer finds their character itself.
    """
    typed = key_to_character(REPLACED_KEYS.get(key, key))
    return typed if typed and typed.isprintable() else None


def key_name(key: str) -> str:
    """Return a key as people call it: "ctrl+s" is Ctrl+S, "pagedown" is PgDn, "?" is ?."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if last in _KEY_NAMES:
        name = _KEY_NAMES[last]
    elif (typed := character(last)) and not typed.isspace():
        name = typed.upper() if modifiers else typed
    else:
        name = last.capitalize()
    return "+".join([*(m.capitalize() for m in modifiers), name])


def key_names(command: CommandClass) -> str:
    """Return all keys of a command for reading: "F1 or ?"; empty if it has none."""
    return " or ".join(map(key_name, command.all_keys()))


def way_to(command: CommandClass) -> str:
    """Return all keys of a command, or how one without a key is found among all commands."""
    return key_names(command) or f"{key_name(PALETTE_KEY)}, its name"


def _own(base: type) -> tuple[CommandClass, ...]:
    own: tuple[CommandClass, ...] = base.__dict__.get("OFFERS", ())
    return own


def _bindings(cls: type[Offering]) -> Iterator[Binding]:
    """Bind each key by itself; the app's come first everywhere unless they type a character."""
    everywhere = issubclass(cls, App)
    for command in _own(cls):
        for key in command.all_keys():
            yield Binding(
                key,
                f"command({command.__name__!r})",
                command.title,
                key_display=key_name(key),
                tooltip=command.tooltip(),
                priority=everywhere and character(key) is None,
            )


class Offering(DOMNode):
    """What screens and the app share: they offer commands, and may say why not now.

    List it after the Textual class (`class X(Screen, Offering)`): Textual reads styles from the
    first base.
    """

    OFFERS: ClassVar[tuple[CommandClass, ...]] = ()
    """The commands this class adds, in the order of the key line and the help."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Bind the keys of the commands the class adds.

        Raises:
            TypeError: If two commands offered on one screen share a key.
        """
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *_bindings(cls)]
        super().__init_subclass__(**kwargs)
        taken: dict[str, CommandClass] = {}
        for command in cls.offers():
            for key in command.all_keys():
                if taken.setdefault(key, command) is not command:
                    raise TypeError(
                        f"{cls.__name__}: {key_name(key)} is both “{taken[key].title}” "
                        f"and “{command.title}”"
                    )

    @classmethod
    def offers(cls) -> tuple[CommandClass, ...]:
        """Return every command offered: its own first, then those of the classes it builds on."""
        return tuple(dict.fromkeys(c for base in cls.__mro__ for c in _own(base)))

    def why_not(self, command: CommandClass) -> str | None:
        """Return in a plain sentence why the command can't be used now, or None if it can."""
        return None

    def perform(self, command: CommandClass) -> None:
        """Send the command to its handler, or say why it can't be used now."""
        if reason := self.why_not(command):
            say(self.app, reason)
        else:
            self.post_message(command())

    def action_command(self, name: str) -> None:
        """Perform the offered command whose class has that name: keys and clicks come this way."""
        self.perform(next(c for c in self.offers() if c.__name__ == name))


class CommandScreen(Screen[ResultT], Offering):
    """A screen that offers commands."""

    CSS_PATH = STYLES

    _meant_nothing = -A_WORD
    """When a letter came last that means nothing here."""

    def on_key(self, event: events.Key) -> None:
        """Take a letter inside a word for the word's: somebody types where nothing is typed."""
        if not event.is_printable:
            return
        in_a_word = event.time - self._meant_nothing < A_WORD
        if event.key not in self.active_bindings:
            self._meant_nothing = event.time
        elif in_a_word:
            self._meant_nothing = event.time
            event.stop()

    async def _message_loop_exit(self) -> None:
        # Textual stops a screen's workers only when the widgets that they fill are gone already:
        # one that misses them is no fault. Stopping it sooner may stop what waits for it, too.
        for worker in self.workers:
            if worker.node is self:
                worker.exit_on_error = False
        await super()._message_loop_exit()

    def flush(self) -> None:
        """Hand what is typed here to the writer as a draft; most screens hold no such thing."""

    def usable_key(self, command: CommandClass) -> str | None:
        """Return the command's first key that doesn't type a character where the focus is."""
        return next((key for key in command.all_keys() if not self.would_type(key)), None)

    def would_type(self, key: str) -> bool:
        """Return whether the key types a character where the focus is."""
        return self.focused is not None and self.focused.check_consume_key(key, character(key))


class CommandModal(ModalScreen[ResultT], CommandScreen[ResultT]):
    """A dialogue that offers commands."""


def key_reference(places: Iterable[type[Offering]]) -> str:
    """Return the Markdown page of every key, a section for each screen (or the app)."""
    return "\n".join(line for place in places for line in _section(place))


def place_name(place: type[Offering]) -> str:
    """Return what a screen is called in help: its title, or its class's name in words."""
    if issubclass(place, App):
        return "Everywhere"
    title = place.TITLE if issubclass(place, Screen) else None
    return title or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", place.__name__).capitalize()


def _section(place: type[Offering]) -> Iterator[str]:
    yield f"## {place_name(place)}\n"
    yield "| key | command | what it does |"
    yield "|---|---|---|"
    for command in place.offers():
        cells = (way_to(command), command.title, command.tooltip())
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""
