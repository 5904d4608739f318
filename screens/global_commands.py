"""Commands that work on every screen, also above a dialogue."""

from __future__ import annotations

from screens.commands import PALETTE_KEY, Command


class ShowHelp(Command):
    """Show every key of this screen and what it does. The same key closes it."""

    key = "f1"
    second_key = "?"
    footer = "help"


class OpenPhone(Command):
    """Somebody rings: find who it is about, see what may be said, note the call meanwhile."""

    key = "f3"
    footer = "phone"
    title = "Phone"


class OpenHarm(Command):
    """Somebody may come to harm: the numbers to ring, first, and what to write down."""

    key = "f9"
    footer = "harm"
    title = "Harm"


class OpenPalette(Command):
    """Find any command by typing part of its name."""

    key = PALETTE_KEY
    title = "All commands"


class SwitchTheme(Command):
    """Change between light text on dark and dark text on light."""

    title = "Light or dark"


class Quit(Command):
    """Leave. What has been typed and not saved is kept and comes back next time."""

    key = "ctrl+q"
