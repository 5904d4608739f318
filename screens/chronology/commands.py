"""What can be done with the lines of a chronology."""

from __future__ import annotations

from screens.commands import Command


class OpenEntry(Command):
    """Go to where this line stands in the record; an event of its own is opened here."""

    key = "enter"
    footer = "open"


class MarkSignificant(Command):
    """Mark this line as significant, or take the mark away."""

    key = "m"
    footer = "mark"


class AddEvent(Command):
    """Add an event that no other section holds: a move, a death, a birth, a new job."""

    key = "a"
    footer = "add"


class RemoveEvent(Command):
    """Take an event of its own away, after asking."""

    key = "f8"


class OneKind(Command):
    """Show lines of one kind only, or of all kinds again."""

    key = "k"


class OnePerson(Command):
    """Show lines about one person only, or about everybody again."""

    key = "w"


class FindWord(Command):
    """Show only lines with what you type in them. Enter goes back to the lines."""

    key = "/"
    footer = "narrow"


class SignificantOnly(Command):
    """Show only the significant lines, or all of them again."""

    key = "s"


class TurnOrder(Command):
    """Turn the order: the newest first, or the oldest first."""

    key = "o"


class WriteChronology(Command):
    """Write the chronology for one reader as a Word file. Each sees only what they may."""

    key = "p"
    footer = "print"
