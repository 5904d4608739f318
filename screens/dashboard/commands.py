"""Commands of the dashboard."""

from __future__ import annotations

from screens.commands import Command


class OpenDue(Command):
    """Open the thing that is due, ready to type."""

    key = "enter"
    footer = "open"


class NewFamily(Command):
    """Begin a record about a family."""

    key = "n"
    footer = "new family"


class Families(Command):
    """Find a family, open or closed."""

    key = "slash"
    footer = "find"


class OnlyMine(Command):
    """Show only what I have to do, or everything again."""

    key = "m"


class ChooseKind(Command):
    """Show only one kind of thing: meetings, actions, copies … or everything again."""

    key = "k"


class ChoosePerson(Command):
    """Show only what one person has to do, or everything again."""

    key = "w"


class Unsaved(Command):
    """Go to a form that was typed in and not saved."""

    key = "u"


class LookAlikes(Command):
    """Go through people who may stand in two families' records, and say who is who."""

    title = "Look-alikes in two families"


class OtherProcedure(Command):
    """Choose the procedure that new families begin with; every family keeps the one it has."""

    title = "Procedure for new families"


class Privacy(Command):
    """Show references and initials instead of names, or names again; in every section, too."""

    key = "p"
