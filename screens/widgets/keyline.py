"""The bottom line: at most five keys, and in words whether what you typed is saved."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from screens.commands import CommandClass, CommandScreen, Offering, key_name
from screens.global_commands import ShowHelp

MOST = 5


class KeyLine(Widget):
    """The keys that work right now, help last; a greyed one says why when it is pressed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keyline--key", "keyline--off", "keyline--state"}

    state: reactive[str] = reactive("")
    """The state of saving, in words: "saved ✓", "draft ✓", "not saved: the disk is full"."""

    def on_mount(self) -> None:
        """Follow the focus: it decides which keys type and which act."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Content:
        """Return the line; keys give way to the state, help gives way last."""
        width = self.content_size.width
        state = Content(self.state).stylize(self._style("keyline--state"))
        keys = self._keys()
        while len(keys) > 1 and _width(keys) + state.cell_length + 2 > width:
            del keys[-2]
        left = Content("   ").join(keys)
        state = state.truncate(max(0, width - left.cell_length - 2), ellipsis=True)
        return left.pad_right(max(2, width - left.cell_length - state.cell_length)) + state

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        if name := event.style.meta.get("command"):
            place = self.app if name == ShowHelp.__name__ else self.screen
            if isinstance(place, Offering):
                place.action_command(name)

    def _keys(self) -> list[Content]:
        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return []
        named = [c for c in screen.offers() if c.footer and c is not ShowHelp]
        shown = [
            (command, key) for command in named if (key := screen.usable_key(command)) is not None
        ]
        keys = [self._key(screen, command, key) for command, key in shown[: MOST - 1]]
        return [*keys, self._key(screen, ShowHelp, _help_key(screen))]

    def _key(self, screen: CommandScreen[object], command: CommandClass, key: str) -> Content:
        off = screen.why_not(command) is not None
        text = Content.assemble(
            (key_name(key), self._style("keyline--off" if off else "keyline--key")),
            (f" {command.footer}", self._style("keyline--off") if off else Style()),
        )
        return text.stylize(Style.from_meta({"command": command.__name__}))

    def _style(self, name: str) -> Style:
        return self.get_visual_style(name, partial=True)


def _help_key(screen: CommandScreen[object]) -> str:
    """Return ?, easier found than F1, unless something is being typed or a dialogue is open."""
    short = ShowHelp.second_key
    return ShowHelp.key if screen.is_modal or screen.would_type(short) else short


def _width(keys: list[Content]) -> int:
    return sum(key.cell_length for key in keys) + 3 * (len(keys) - 1)
