"""What can be done with the lines of an assessment."""

from __future__ import annotations

from screens.commands import Command


class OpenLine(Command):
    """Write under this heading, open what stands there, or go where it is written."""

    key = "enter"
    footer = "write, open"


class ChooseAbout(Command):
    """Say whom the next findings are about: a child, an adult or the whole family. It stays."""

    key = "f4"
    footer = "about"


class NextEmpty(Command):
    """Go to the next heading under which nothing stands."""

    key = "n"
    footer = "next empty"


class RemoveLine(Command):
    """Take this away, after asking. The trace keeps what stood in it."""

    key = "x"
    title = "Remove this"


class KeepFrom(Command):
    """Keep this from somebody: it then asks whether it could be a risk of harm."""

    key = "f8"
    footer = "not for"
    title = "Not to be shown to …"


class Met(Command):
    """The family reaches this outcome already."""

    key = "m"
    footer = "met"


class NeedsHelp(Command):
    """The family needs help to reach this outcome: p then puts it into the plan."""

    key = "n"
    footer = "needs help"


class NotKnownYet(Command):
    """Nobody knows yet."""

    key = "u"
    footer = "not known"


class IntoPlan(Command):
    """Put this into the plan: a new outcome that works towards it, or the one that does."""

    key = "p"
    footer = "into the plan"


class NotDone(Command):
    """Write down why this tool was not used."""

    key = "n"
    footer = "not done, because"
